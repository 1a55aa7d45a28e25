import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';

/** What a client does next. Versions and ids are assigned when it is sent, so that steps can be left out. */
export type Step =
  | { readonly kind: 'open'; readonly uri: string; readonly text: string }
  | {
      readonly kind: 'change';
      readonly uri: string;
      readonly changes: readonly TextDocumentContentChangeEvent[];
    }
  | { readonly kind: 'close'; readonly uri: string }
  /** A valid request is not answered with an internal error. */
  | { readonly kind: 'request'; readonly method: string; readonly params: unknown; readonly isValid: boolean }
  | { readonly kind: 'notification'; readonly method: string; readonly params: unknown }
  /** Cancels an earlier request, counted back from the last one. */
  | { readonly kind: 'cancel'; readonly back: number }
  | { readonly kind: 'wait'; readonly milliseconds: number };
