import type { CommandOptions } from '../server/src/cli/command.ts';

/** The options of `check` and `summary` without arguments, except for the format. */
export const checkOptions: Omit<CommandOptions, 'format'> = {
  dialect: 'auto',
  stage: [],
  level: 0,
  inputShape: new Map(),
  rule: new Map(),
  sources: true,
  color: false,
};
