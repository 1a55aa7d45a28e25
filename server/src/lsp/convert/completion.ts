import * as lsp from 'vscode-languageserver';
import { noDocumentation } from '../../features/markdown.ts';
import type { CompletionItem } from '../../features/types.ts';
import type { ClientCapabilities } from '../capabilities.ts';
import type { Text } from '../texts.ts';
import { lineOf, toMarkup, toRange } from './features.ts';

const completionKinds: Readonly<Record<CompletionItem['kind'], lsp.CompletionItemKind>> = {
  field: lsp.CompletionItemKind.Field,
  value: lsp.CompletionItemKind.EnumMember,
  blob: lsp.CompletionItemKind.Variable,
  layer: lsp.CompletionItemKind.Snippet,
  template: lsp.CompletionItemKind.Snippet,
  directive: lsp.CompletionItemKind.Keyword,
  file: lsp.CompletionItemKind.File,
  folder: lsp.CompletionItemKind.Folder,
};

/** Built-in commands of VS Code. Without arguments, they run in the editor itself, before the next key. */
const nextCommands: Readonly<Record<NonNullable<CompletionItem['next']>, lsp.Command>> = {
  // Opens the list as typing does: a word that is typed in full closes it.
  values: { title: 'Suggest values', command: 'editor.action.triggerSuggest' },
  // Moves to the end of the snippet that inserted the quotes; no effect if the quotes were typed.
  afterQuotes: { title: 'Move after the quotes', command: 'jumpToNextSnippetPlaceholder' },
};

/** Where the documentation of a completion is found later. */
export interface CompletionData {
  readonly list: number;
  readonly index: number;
}

type Support = Pick<
  ClientCapabilities,
  'takesSnippets' | 'runsCommands' | 'resolvesDocumentation' | 'sharesRange'
>;

/** A list of completions, whose number identifies it. */
export function toCompletionList(
  items: readonly CompletionItem[],
  { list, isIncomplete }: { readonly list: number; readonly isIncomplete: boolean },
  text: Text,
  support: Support,
): lsp.CompletionList {
  const [first] = items;
  const range = first && support.sharesRange && sharesRange(items) ? toRange(first.range, text) : undefined;
  return {
    isIncomplete,
    ...(range && { itemDefaults: { editRange: range } }),
    items: items.map((item, index) => {
      const { textEdit, ...converted } = toCompletion(item, text, support, { list, index });
      if (!textEdit) return converted;
      return range ? { ...converted, textEditText: textEdit.newText } : { ...converted, textEdit };
    }),
  };
}

function sharesRange(items: readonly CompletionItem[]): boolean {
  return new Set(items.map(({ range: { start, end } }) => `${start} ${end}`)).size === 1;
}

/**
 * A completion item. None is preselected, and there are no additional commit characters. Without documentation if the
 * editor requests it later.
 */
export function toCompletion(
  item: CompletionItem,
  text: Text,
  support: Omit<Support, 'sharesRange'>,
  data: CompletionData,
): lsp.CompletionItem {
  const { label, kind, detail, order, deprecated } = item;
  const { takesSnippets, runsCommands, resolvesDocumentation } = support;
  const isSnippet = ['field', 'layer', 'template'].includes(kind) && takesSnippets;
  const newText = kind === 'field' && !takesSnippets ? withoutPlaces(item.snippet) : item.snippet;
  return {
    label: lineOf(label),
    kind: completionKinds[kind],
    ...(detail !== '' && { detail: lineOf(detail) }),
    ...(resolvesDocumentation ? item.documentation !== noDocumentation && { data } : toDocumentation(item)),
    sortText: order,
    filterText: item.filter,
    textEdit: { range: toRange(item.range, text), newText },
    ...(isSnippet && { insertTextFormat: lsp.InsertTextFormat.Snippet }),
    ...(deprecated && { tags: [lsp.CompletionItemTag.Deprecated] }),
    ...(item.next && takesSnippets && runsCommands && { command: nextCommands[item.next] }),
  };
}

/** The documentation of a completion, if it has any. */
export function toDocumentation(item: CompletionItem): Pick<lsp.CompletionItem, 'documentation'> {
  const documentation = item.documentation();
  return documentation.text === '' ? {} : { documentation: toMarkup(documentation) };
}

/** The text of a snippet on one line, for editors without snippet support. */
function withoutPlaces(snippet: string): string {
  return snippet.replaceAll(/\$\d/gu, '').replaceAll(/\s+/gu, ' ');
}
