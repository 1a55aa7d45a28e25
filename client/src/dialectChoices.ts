import type { QuickPickItem } from 'vscode';
import { dialectReasons } from '../../server/src/features/summary/summaryTable.ts';
import type { ForkInfo, NetTotals } from '../../server/src/lsp/protocol.ts';

/** The dialect of a file, and why. */
export type CurrentDialect = Pick<NetTotals, 'dialect' | 'dialectBy'>;

/** A dialect that can be selected. */
export interface DialectChoice extends QuickPickItem {
  readonly dialect: string;
}

/** The dialects that can be selected, with a mark at the current one. `auto` comes first, then a stated mix of forks. */
export function dialectChoices(forks: readonly ForkInfo[], current: CurrentDialect | null): DialectChoice[] {
  const isDetected = current?.dialectBy === 'file';
  const selected = isDetected ? 'auto' : current?.dialect;
  const auto = 'the fork, or the mix of forks, that has everything the file uses';
  const items = [
    { dialect: 'auto', description: isDetected ? `now ${current.dialect}: ${auto}` : auto },
    ...(selected !== undefined && isMix(selected, forks)
      ? [{ dialect: selected, description: 'a mix of forks' }]
      : []),
    ...forks.map(({ name, repository, about }) => ({
      dialect: name,
      description: about,
      detail: repository,
    })),
  ];
  return items.map((item) => ({
    ...item,
    label: item.dialect === selected ? `$(check) ${item.dialect}` : item.dialect,
  }));
}

/** What is current, for the input box: `now ssd, as the settings state`. */
export function currentText(current: CurrentDialect | null): string {
  return current ? `; now ${current.dialect}, ${dialectReasons[current.dialectBy]}` : '';
}

function isMix(dialect: string, forks: readonly ForkInfo[]): boolean {
  const names = dialect.split('+');
  return names.length > 1 && names.every((name) => forks.some((fork) => fork.name === name));
}
