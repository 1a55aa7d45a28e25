import type { InitializeParams } from 'vscode-languageserver';
import { type PositionEncoding, positionEncodings } from './encodedText.ts';
import { isText } from './guards.ts';

/** What the editor supports, as it states on initialization. */
export interface ClientCapabilities {
  /** Whether it can be requested to refresh inlay hints. */
  readonly refreshesHints: boolean;
  /** Whether it pulls diagnostics, instead of having them pushed. */
  readonly pullsDiagnostics: boolean;
  /** Whether it can be requested to pull diagnostics again. */
  readonly refreshesDiagnostics: boolean;
  /** Whether it can be requested to refresh code lenses. */
  readonly refreshesLenses: boolean;
  /** Whether it can be requested to refresh semantic tokens. */
  readonly refreshesTokens: boolean;
  /** Whether it has the commands of the VS Code extension, which prompt for input. */
  readonly runsCommands: boolean;
  /** Whether it resolves the edits of code actions when they are applied. */
  readonly resolvesEdits: boolean;
  /** Whether a workspace edit may create a file. */
  readonly createsFiles: boolean;
  /** Whether a workspace edit may state the versions of its documents. */
  readonly editsVersions: boolean;
  /** Whether the edits of a workspace edit may have labels. */
  readonly labelsEdits: boolean;
  /** Whether completions may contain snippets. */
  readonly takesSnippets: boolean;
  /** The largest number of folds that it prefers to get. */
  readonly mostFolds: number | undefined;
  /** Whether it requests the documentation of a completion when it shows it. */
  readonly resolvesDocumentation: boolean;
  /** Whether all completions of a list can have one range. */
  readonly sharesRange: boolean;
  /** Whether a parameter of a signature can be a part of its label. */
  readonly takesLabelOffsets: boolean;
  /** The link to the documentation of a code, with the placeholder `{code}`. */
  readonly codeLink: string | undefined;
  /** The units of columns. */
  readonly positionEncoding: PositionEncoding;
}

/** The capabilities before initialization. */
export const noCapabilities: ClientCapabilities = {
  refreshesHints: false,
  pullsDiagnostics: false,
  refreshesDiagnostics: false,
  refreshesLenses: false,
  refreshesTokens: false,
  runsCommands: false,
  resolvesEdits: false,
  createsFiles: false,
  editsVersions: false,
  labelsEdits: false,
  takesSnippets: false,
  mostFolds: undefined,
  resolvesDocumentation: false,
  sharesRange: false,
  takesLabelOffsets: false,
  codeLink: undefined,
  positionEncoding: 'utf-16',
};

/** Reads the capabilities from the parameters of the `initialize` request. */
export function readCapabilities({
  capabilities: { general, workspace, textDocument },
  initializationOptions,
}: InitializeParams): ClientCapabilities {
  const completion = textDocument?.completion;
  return {
    refreshesHints: workspace?.inlayHint?.refreshSupport ?? false,
    pullsDiagnostics:
      textDocument?.diagnostic !== undefined && initializationOptions?.pushesDiagnostics !== true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    refreshesLenses: workspace?.codeLens?.refreshSupport ?? false,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport ?? false,
    runsCommands: initializationOptions?.clientCommands === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties?.includes('edit') ?? false,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false,
    editsVersions: workspace?.workspaceEdit?.documentChanges ?? false,
    labelsEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    mostFolds: textDocument?.foldingRange?.rangeLimit ?? undefined,
    takesSnippets: completion?.completionItem?.snippetSupport ?? false,
    resolvesDocumentation:
      completion?.completionItem?.resolveSupport?.properties?.includes('documentation') ?? false,
    sharesRange: completion?.completionList?.itemDefaults?.includes('editRange') ?? false,
    takesLabelOffsets:
      textDocument?.signatureHelp?.signatureInformation?.parameterInformation?.labelOffsetSupport ?? false,
    codeLink: isText(initializationOptions?.codeLink) ? initializationOptions.codeLink : undefined,
    positionEncoding: preferredEncoding(general?.positionEncodings ?? []),
  };
}

/** The first known encoding of those that the editor supports, the best first. */
function preferredEncoding(supported: readonly string[]): PositionEncoding {
  const known = supported.flatMap((name) => positionEncodings.find((each) => each === name) ?? []);
  return known[0] ?? 'utf-16';
}
