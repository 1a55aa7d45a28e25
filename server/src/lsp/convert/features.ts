import * as lsp from 'vscode-languageserver';
import type { Severity } from '../../checks/severity.ts';
import type { LabeledEdit } from '../../features/codeActions/classes.ts';
import type { ComparisonLine } from '../../features/compare/comparisonText.ts';
import type { Sides } from '../../features/compare/types.ts';
import type { GroupedDiagnostic } from '../../features/diagnostics/grouped.ts';
import type { Markdown } from '../../features/markdown.ts';
import type {
  CodeAction,
  DeclareTask,
  Diagnostic,
  DocumentSymbol,
  Hover,
  InlayHint,
  NetSummary,
  SymbolKind,
} from '../../features/types.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import { shortened, visible } from '../../text/visible.ts';
import type { FileDiagnostic } from '../../workspace/wholeFile.ts';
import type { ClientCapabilities } from '../capabilities.ts';
import type { PlacedPart, Summary } from '../protocol.ts';
import type { Text } from '../texts.ts';

/** Converts offsets to lines and columns, and our data to the protocol's. Only this folder does. */

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

/** The kinds of symbols in the protocol. */
export const symbolKinds: Readonly<Record<SymbolKind, lsp.SymbolKind>> = {
  net: lsp.SymbolKind.Module,
  layer: lsp.SymbolKind.Class,
  message: lsp.SymbolKind.Object,
  field: lsp.SymbolKind.Field,
};

/** A range of offsets as lines and columns. */
export function toRange(range: Range, text: Text): lsp.Range {
  return { start: text.positionAt(range.start), end: text.positionAt(range.end) };
}

/** Lines and columns as a range of offsets. */
export function fromRange(range: lsp.Range, text: Text): Range {
  return { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
}

/** The limit of a line that editors show, in UTF-16 code units. */
const longestLine = 1000;

/** Text from a file as one line without control characters, which editors show as it is. */
export function lineOf(text: string): string {
  return visible(shortened(text, longestLine));
}

/** Returns the URI of the page of a check or rule; undefined if the editor cannot show it. */
export type LinkOf = (code: string) => string | undefined;

/** A diagnostic, with the phrase that Caffe prints. */
export function toDiagnostic(diagnostic: Diagnostic, text: Text, linkOf: LinkOf): lsp.Diagnostic {
  const { severity, code, message, range, caffePhrase } = diagnostic;
  const related = toRelated(diagnostic, text);
  const href = linkOf(code);
  return {
    severity: severities[severity],
    code,
    ...(href !== undefined && { codeDescription: { href } }),
    source: 'caffe-prototxt',
    message: lineOf(message),
    range: toRange(range, text),
    ...(related.length > 0 && { relatedInformation: related }),
    ...(diagnostic.tags && { tags: diagnostic.tags.map((tag) => tags[tag]) }),
    ...(caffePhrase !== undefined && { data: { caffePhrase } }),
  };
}

function toRelated(
  { range: own, related = [], caffeRange }: Diagnostic,
  text: Text,
): lsp.DiagnosticRelatedInformation[] {
  const line = (range: Range) => text.positionAt(range.start).line;
  const noticed =
    caffeRange && line(caffeRange) !== line(own)
      ? [{ range: caffeRange, message: "Caffe's parser reports it here." }]
      : [];
  return [...related, ...noticed].map(({ range, message }) => ({
    location: { uri: text.uri, range: toRange(range, text) },
    message: lineOf(message),
  }));
}

/** The maximum number of related locations per diagnostic. */
const mostLocations = 100;

/** A diagnostic for a group, with the number and locations of the others. */
export function toGroupedDiagnostic(
  diagnostic: GroupedDiagnostic,
  text: Text,
  linkOf: LinkOf,
): lsp.Diagnostic {
  const shown = toDiagnostic(diagnostic, text, linkOf);
  const { others } = diagnostic;
  if (others.length === 0) return shown;
  const locations = others.slice(0, mostLocations).map(({ range }) => ({
    location: { uri: text.uri, range: toRange(range, text) },
    message: 'Same problem.',
  }));
  const message = `${shown.message} (${others.length + 1} occurrences)`;
  return { ...shown, message, relatedInformation: [...(shown.relatedInformation ?? []), ...locations] };
}

/** A problem of a file that a net refers to. */
export function toFileDiagnostic({ message, range, severity }: FileDiagnostic, text: Text): lsp.Diagnostic {
  return {
    severity: severities[severity],
    source: 'caffe-prototxt',
    message: lineOf(message),
    range: toRange(range, text),
  };
}

/** An edit in lines and columns. */
export function toTextEdit({ range, newText }: TextEdit, text: Text): lsp.TextEdit {
  return { range: toRange(range, text), newText };
}

/** The capabilities and data that code actions need besides the edits of their file. */
export interface CodeActionSupport extends Pick<ClientCapabilities, 'runsCommands' | 'resolvesEdits'> {
  /** The edits that fix all problems with a code. */
  fixAllOfCode(code: string): readonly TextEdit[];
  /** The workspace edit that declares a layer; undefined if it is impossible. */
  declareLayerEdit(task: DeclareTask): lsp.WorkspaceEdit | undefined;
  readonly linkOf: LinkOf;
}

/** The code action kinds of the protocol. */
export const actionKinds = {
  quickfix: lsp.CodeActionKind.QuickFix,
  refactor: lsp.CodeActionKind.RefactorRewrite,
  // Part of 3.18.
  move: 'refactor.move',
  extract: lsp.CodeActionKind.RefactorExtract,
  fixAll: `${lsp.CodeActionKind.SourceFixAll}.caffePrototxt`,
} as const;

/** The data of an action that fixes all problems with a code, whose edit is resolved later. */
export interface ActionData {
  readonly uri: string;
  readonly code: string;
}

/** The edits of one file as a workspace edit. */
export function toFileEdit(edits: readonly TextEdit[], text: Text): lsp.WorkspaceEdit {
  return { changes: { [text.uri]: edits.map((edit) => toTextEdit(edit, text)) } };
}

/** The edits of one file, each with a label by which an editor shows it before it is applied. */
export function toLabeledEdit(edits: readonly LabeledEdit[], text: Text): lsp.WorkspaceEdit {
  const changeAnnotations: Record<string, lsp.ChangeAnnotation> = {};
  const labeled = edits.map(({ label, description, ...edit }, index) => {
    const annotationId = String(index);
    changeAnnotations[annotationId] = {
      label: lineOf(label),
      description: lineOf(description),
      needsConfirmation: true,
    };
    return { ...toTextEdit(edit, text), annotationId };
  });
  const textDocument = { uri: text.uri, version: text.version };
  return { changeAnnotations, documentChanges: [{ textDocument, edits: labeled }] };
}

/** A code action; undefined if the editor or the workspace does not support it. */
export function toCodeAction(
  { title, kind = 'quickfix', diagnostic, edits, task, preferred }: CodeAction,
  text: Text,
  support: CodeActionSupport,
): lsp.CodeAction | undefined {
  const action: lsp.CodeAction = {
    title: lineOf(title),
    kind: actionKinds[kind],
    ...(diagnostic && { diagnostics: [toDiagnostic(diagnostic, text, support.linkOf)] }),
    ...(preferred && { isPreferred: true }),
  };
  if (!task) return { ...action, edit: toFileEdit(edits, text) };
  if (task.kind === 'declareLayer') {
    const edit = support.declareLayerEdit(task);
    return edit && { ...action, edit };
  }
  if (task.kind === 'fixAllOfCode') {
    const data: ActionData = { uri: text.uri, code: task.code };
    return support.resolvesEdits
      ? { ...action, data }
      : { ...action, edit: toFileEdit(support.fixAllOfCode(task.code), text) };
  }
  if (!support.runsCommands) return undefined;
  const command = {
    title: lineOf(title),
    command: `caffePrototxt.${task.kind}`,
    arguments: [text.uri, task],
  };
  return { ...action, command };
}

/** Markdown for the editor. */
export function toMarkup({ text }: Markdown): lsp.MarkupContent {
  return { kind: lsp.MarkupKind.Markdown, value: text };
}

/** A hover as Markdown. */
export function toHover({ range, markdown }: Hover, text: Text): lsp.Hover {
  return { range: toRange(range, text), contents: toMarkup(markdown) };
}

/** An inlay hint, with padding before it. */
export function toInlayHint({ offset, label, tooltip }: InlayHint, text: Text): lsp.InlayHint {
  return {
    position: text.positionAt(offset),
    label,
    paddingLeft: true,
    ...(tooltip && { tooltip: toMarkup(tooltip) }),
  };
}

/** A symbol with its children. */
export function toDocumentSymbol(symbol: DocumentSymbol, text: Text): lsp.DocumentSymbol {
  return {
    // The protocol forbids empty names, which half-typed layers have.
    name: lineOf(symbol.name).trim() || '(no name)',
    detail: lineOf(symbol.detail),
    kind: symbolKinds[symbol.kind],
    range: toRange(symbol.range, text),
    selectionRange: toRange(symbol.selectionRange, text),
    children: symbol.children.map((child) => toDocumentSymbol(child, text)),
  };
}

/** A summary with rows in lines and columns. */
export function toSummary(summary: NetSummary, text: Text): Summary {
  return { ...summary, rows: summary.rows.map((row) => ({ ...row, range: toRange(row.range, text) })) };
}

/** A line of a comparison, with the layers in lines and columns. */
export function toComparisonLine(line: ComparisonLine, texts: Sides<Text>): PlacedPart[] {
  return line.map(({ layer, ...part }) => ({
    ...part,
    ...(layer && { layer: { side: layer.side, range: toRange(layer.range, texts[layer.side]) } }),
  }));
}
