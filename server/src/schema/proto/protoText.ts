import type { Outline } from './outline.ts';
import type { ProtoToken } from './tokens.ts';

/** A tokenized .proto file. */
export interface ProtoText {
  readonly text: string;
  readonly tokens: readonly ProtoToken[];
  /** The first unclosed string or comment. */
  readonly open: ProtoToken | undefined;
  readonly outline: Outline;
}
