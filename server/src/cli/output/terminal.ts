export const colorChoices = ['auto', 'always', 'never'] as const;

export type ColorChoice = (typeof colorChoices)[number];

/** The parts of an output stream and of the environment that decide how output looks. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether output is colored: as chosen; otherwise as the variables NO_COLOR and FORCE_COLOR state; otherwise if it goes
 * to a terminal that has colors.
 */
export function hasColor(choice: ColorChoice, screen: Screen, environment: Environment): boolean {
  if (choice !== 'auto') return choice === 'always';
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return screen.isTTY === true && TERM !== 'dumb';
}

const narrowest = 40;

/** The number of columns of output: the variable COLUMNS, or those of the terminal; undefined if it is unlimited. */
export function columnsOf(screen: Screen, { COLUMNS = '' }: Environment): number | undefined {
  const columns = /^\d{1,4}$/u.test(COLUMNS) ? Number(COLUMNS) : screen.isTTY ? screen.columns : undefined;
  return columns ? Math.max(narrowest, columns) : undefined;
}
