import * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Severity } from '../checks/severity.ts';
import type { GroupedDiagnostic } from '../features/diagnostics/grouped.ts';
import type {
  CodeAction,
  CompletionItem,
  DeclareTask,
  Diagnostic,
  DocumentSymbol,
  Hover,
  InlayHint,
  NetSummary,
  SymbolKind,
} from '../features/types.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';
import type { FileProblem } from '../workspace/wholeFile.ts';
import type { Summary } from './protocol.ts';

/** From offsets to lines and columns, from our data to the protocol's: nobody else knows them. */

const severities: Readonly<Record<Severity, lsp.DiagnosticSeverity>> = {
  error: lsp.DiagnosticSeverity.Error,
  warning: lsp.DiagnosticSeverity.Warning,
  information: lsp.DiagnosticSeverity.Information,
  hint: lsp.DiagnosticSeverity.Hint,
};

const tags = {
  deprecated: lsp.DiagnosticTag.Deprecated,
  unnecessary: lsp.DiagnosticTag.Unnecessary,
} as const;

const symbolKinds: Readonly<Record<SymbolKind, lsp.SymbolKind>> = {
  net: lsp.SymbolKind.Module,
  layer: lsp.SymbolKind.Class,
  message: lsp.SymbolKind.Object,
  field: lsp.SymbolKind.Field,
};

/** A range of offsets as lines and columns. */
export function toRange(range: Range, text: TextDocument): lsp.Range {
  return { start: text.positionAt(range.start), end: text.positionAt(range.end) };
}

/** Lines and columns as a range of offsets. */
export function fromRange(range: lsp.Range, text: TextDocument): Range {
  return { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
}

/** Where the page of a check or rule is to be found; undefined where an editor has no place for it. */
export type LinkOf = (code: string) => string | undefined;

/** A diagnostic with what Caffe would print. */
export function toDiagnostic(diagnostic: Diagnostic, text: TextDocument, linkOf: LinkOf): lsp.Diagnostic {
  const { severity, code, message, range, caffePhrase } = diagnostic;
  const related = toRelated(diagnostic, text);
  const href = linkOf(code);
  return {
    severity: severities[severity],
    code,
    ...(href !== undefined && { codeDescription: { href } }),
    source: 'caffe-prototxt',
    message,
    range: toRange(range, text),
    ...(related.length > 0 && { relatedInformation: related }),
    ...(diagnostic.tags && { tags: diagnostic.tags.map((tag) => tags[tag]) }),
    ...(caffePhrase !== undefined && { data: { caffePhrase } }),
  };
}

function toRelated(
  { range: own, related = [], caffeRange }: Diagnostic,
  text: TextDocument,
): lsp.DiagnosticRelatedInformation[] {
  const line = (range: Range) => text.positionAt(range.start).line;
  const noticed =
    caffeRange && line(caffeRange) !== line(own)
      ? [{ range: caffeRange, message: "Caffe's parser notices it here." }]
      : [];
  return [...related, ...noticed].map(({ range, message }) => ({
    location: { uri: text.uri, range: toRange(range, text) },
    message,
  }));
}

/** More related places than that nobody looks through. */
const mostPlaces = 100;

/** A diagnostic that stands for others, with their number and their places. */
export function toGroupedDiagnostic(
  diagnostic: GroupedDiagnostic,
  text: TextDocument,
  linkOf: LinkOf,
): lsp.Diagnostic {
  const shown = toDiagnostic(diagnostic, text, linkOf);
  const { others } = diagnostic;
  if (others.length === 0) return shown;
  const places = others.slice(0, mostPlaces).map(({ range }) => ({
    location: { uri: text.uri, range: toRange(range, text) },
    message: 'The same problem here.',
  }));
  const message = `${shown.message} (${others.length + 1} places)`;
  return { ...shown, message, relatedInformation: [...(shown.relatedInformation ?? []), ...places] };
}

/** A problem of a file that a net leads to. */
export function toFileDiagnostic(
  { message, range, severity }: FileProblem,
  text: TextDocument,
): lsp.Diagnostic {
  return { severity: severities[severity], source: 'caffe-prototxt', message, range: toRange(range, text) };
}

/** An edit in lines and columns. */
export function toTextEdit({ range, newText }: TextEdit, text: TextDocument): lsp.TextEdit {
  return { range: toRange(range, text), newText };
}

/** What actions need besides edits of their file. */
export interface ActionMeans {
  /** Whether the editor has the commands that ask people for what an edit needs. */
  readonly runsCommands: boolean;
  /** Whether the editor asks for an edit when it is wanted. */
  readonly resolvesEdits: boolean;
  /** The edits that mend all faults of a code. */
  mendingAlike(code: string): readonly TextEdit[];
  /** The edit of the workspace that declares a layer; undefined where that cannot be done. */
  declaring(task: DeclareTask): lsp.WorkspaceEdit | undefined;
  readonly linkOf: LinkOf;
}

/** The protocol's names for the sorts of change. */
export const actionKinds = {
  quickfix: lsp.CodeActionKind.QuickFix,
  refactor: lsp.CodeActionKind.RefactorRewrite,
  fixAll: `${lsp.CodeActionKind.SourceFixAll}.caffePrototxt`,
} as const;

/** What is sent back for an action whose edit was left for later: all faults of a code are to be mended. */
export interface ActionData {
  readonly uri: string;
  readonly code: string;
}

/** Edits of one file as the protocol has them. */
export function toFileEdit(edits: readonly TextEdit[], text: TextDocument): lsp.WorkspaceEdit {
  return { changes: { [text.uri]: edits.map((edit) => toTextEdit(edit, text)) } };
}

/** A change; undefined for one that the editor or the workspace has no means for. */
export function toCodeAction(
  { title, kind = 'quickfix', diagnostic, edits, task, preferred }: CodeAction,
  text: TextDocument,
  means: ActionMeans,
): lsp.CodeAction | undefined {
  const action: lsp.CodeAction = {
    title,
    kind: actionKinds[kind],
    ...(diagnostic && { diagnostics: [toDiagnostic(diagnostic, text, means.linkOf)] }),
    ...(preferred && { isPreferred: true }),
  };
  if (!task) return { ...action, edit: toFileEdit(edits, text) };
  if (task.kind === 'declareLayer') {
    const edit = means.declaring(task);
    return edit && { ...action, edit };
  }
  if (task.kind === 'mendAlike') {
    const data: ActionData = { uri: text.uri, code: task.code };
    return means.resolvesEdits
      ? { ...action, data }
      : { ...action, edit: toFileEdit(means.mendingAlike(task.code), text) };
  }
  if (!means.runsCommands) return undefined;
  const command = { title, command: `caffePrototxt.${task.kind}`, arguments: [text.uri, task] };
  return { ...action, command };
}

const completionKinds: Readonly<Record<CompletionItem['kind'], lsp.CompletionItemKind>> = {
  field: lsp.CompletionItemKind.Field,
  value: lsp.CompletionItemKind.EnumMember,
  blob: lsp.CompletionItemKind.Variable,
};

/** What an editor can do with a completion. */
export interface CompletionMeans {
  /** Whether it can put the cursor into what a completion writes. */
  readonly takesSnippets: boolean;
  /** Whether it has VS Code's commands. */
  readonly runsCommands: boolean;
}

/** VS Code's commands. They have no arguments, so that it runs them itself, before the next key. */
const nextCommands: Readonly<Record<NonNullable<CompletionItem['next']>, lsp.Command>> = {
  // Opens the list as a letter would: a word that is typed whole closes it.
  values: { title: 'Suggest values', command: 'editor.action.triggerSuggest' },
  // Goes where the snippet that opened the quotes ends; does nothing where people typed the quotes.
  behindQuotes: { title: 'Leave the quotes', command: 'jumpToNextSnippetPlaceholder' },
};

/** A completion. No entry is preselected, and no character but those of the editor takes it. */
export function toCompletion(
  item: CompletionItem,
  text: TextDocument,
  { takesSnippets, runsCommands }: CompletionMeans,
): lsp.CompletionItem {
  const { label, kind, detail, documentation, order, deprecated } = item;
  const isSnippet = kind === 'field' && takesSnippets;
  const newText = kind === 'field' && !takesSnippets ? withoutPlaces(item.snippet) : item.snippet;
  return {
    label,
    kind: completionKinds[kind],
    detail,
    ...(documentation && { documentation: { kind: lsp.MarkupKind.Markdown, value: documentation } }),
    sortText: order,
    filterText: item.filter,
    textEdit: { range: toRange(item.range, text), newText },
    insertTextFormat: isSnippet ? lsp.InsertTextFormat.Snippet : lsp.InsertTextFormat.PlainText,
    ...(deprecated && { tags: [lsp.CompletionItemTag.Deprecated] }),
    ...(item.next && takesSnippets && runsCommands && { command: nextCommands[item.next] }),
  };
}

/** The text of a snippet for an editor that cannot put the cursor into it: on one line. */
function withoutPlaces(snippet: string): string {
  return snippet.replaceAll(/\$\d/gu, '').replaceAll(/\s+/gu, ' ');
}

/** A hover as Markdown. */
export function toHover({ range, markdown }: Hover, text: TextDocument): lsp.Hover {
  return { range: toRange(range, text), contents: { kind: lsp.MarkupKind.Markdown, value: markdown } };
}

/** An inlay hint, set off from the text before it. */
export function toInlayHint({ offset, label, tooltip }: InlayHint, text: TextDocument): lsp.InlayHint {
  return {
    position: text.positionAt(offset),
    label,
    paddingLeft: true,
    ...(tooltip !== undefined && { tooltip: { kind: lsp.MarkupKind.Markdown, value: tooltip } }),
  };
}

/** A symbol with what it holds. */
export function toDocumentSymbol(symbol: DocumentSymbol, text: TextDocument): lsp.DocumentSymbol {
  return {
    // The protocol forbids empty names, which half-typed layers have.
    name: symbol.name.trim() || '(no name)',
    detail: symbol.detail,
    kind: symbolKinds[symbol.kind],
    range: toRange(symbol.range, text),
    selectionRange: toRange(symbol.selectionRange, text),
    children: symbol.children.map((child) => toDocumentSymbol(child, text)),
  };
}

/** A summary whose rows know their lines. */
export function toSummary(summary: NetSummary, text: TextDocument): Summary {
  return { ...summary, rows: summary.rows.map((row) => ({ ...row, range: toRange(row.range, text) })) };
}
