import type { GraphAnswer } from '../../../server/src/lsp/protocol.ts';

/** The messages between the extension and the page of the graph. Types and their guards only. */

/** To the page. */
export type ToPage =
  /** The graph of the net, or what changed since the last message; null if the file is not a net. */
  | {
      readonly kind: 'graph';
      readonly uri: string;
      readonly answer: GraphAnswer | null;
      /** Whether the graph overlays all states. */
      readonly overlaid: boolean;
    }
  /** The cursor is in a layer of this node. */
  | { readonly kind: 'select'; readonly node: string };

/** From the page. */
export type FromPage =
  | { readonly kind: 'ready'; readonly overlaid: boolean }
  /** Shows a state, or overlays all of them for null. */
  | { readonly kind: 'state'; readonly state: string | null }
  /** Shows the layer of a node in the editor, and moves the focus there if the user wants to edit. */
  | { readonly kind: 'reveal'; readonly node: string; readonly focus: boolean }
  /** Saves a picture; a PNG is in base64. */
  | { readonly kind: 'save'; readonly format: PictureFormat; readonly content: string };

export type PictureFormat = 'svg' | 'png';

/** Whether a message from a page is one of the above. */
export function isFromPage(message: unknown): message is FromPage {
  const { kind, overlaid, state, node, focus, format, content } = (message ?? {}) as Record<string, unknown>;
  if (kind === 'ready') return typeof overlaid === 'boolean';
  if (kind === 'state') return state === null || typeof state === 'string';
  if (kind === 'reveal') return typeof node === 'string' && typeof focus === 'boolean';
  return kind === 'save' && (format === 'svg' || format === 'png') && typeof content === 'string';
}
