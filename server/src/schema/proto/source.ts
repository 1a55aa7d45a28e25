import type { Outline } from './outline.ts';
import type { ProtoToken } from './tokens.ts';

/** A .proto file cut into tokens. */
export interface ProtoSource {
  readonly text: string;
  readonly tokens: readonly ProtoToken[];
  /** The first string or comment that nothing closes. */
  readonly open: ProtoToken | undefined;
  readonly outline: Outline;
}
