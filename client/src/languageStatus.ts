import { type Disposable, type LanguageStatusItem, languages } from 'vscode';
import { builtFor, formatState } from '../../server/src/features/states.ts';
import { dialectReasons } from '../../server/src/features/summary/summaryTable.ts';
import type { NetTotals } from '../../server/src/lsp/protocol.ts';

/** The state and the dialect of the active net in the language status, where they can be changed or pinned. */
export interface LanguageStatus extends Disposable {
  /** Shows those of a net; null if there is none. */
  show(totals: NetTotals | null): void;
}

export function createLanguageStatus(): LanguageStatus {
  // An item cannot be hidden, so there are none without a net.
  let items: readonly LanguageStatusItem[] = [];
  const dispose = () => {
    for (const item of items) item.dispose();
    items = [];
  };
  return {
    show: (totals) => {
      if (!totals) return dispose();
      if (items.length === 0) items = [createItem('State'), createItem('Dialect')];
      const [state, dialect] = items;
      if (state) setTexts(state, `State: ${formatState(totals.state)}`, builtFor(totals.built));
      if (dialect) setTexts(dialect, `Dialect: ${totals.dialect}`, dialectReasons[totals.dialectBy]);
    },
    dispose,
  };
}

function createItem(name: 'State' | 'Dialect'): LanguageStatusItem {
  const item = languages.createLanguageStatusItem(`caffePrototxt.${name}`, { language: 'prototxt' });
  item.name = `Caffe ${name}`;
  item.command = { title: 'Change', tooltip: `Select the ${name}`, command: `caffePrototxt.select${name}` };
  return item;
}

function setTexts(item: LanguageStatusItem, text: string, detail: string): void {
  item.text = text;
  item.detail = detail.replaceAll('`', '');
}
