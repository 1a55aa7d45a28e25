import type { CheckId } from '../checks/catalogue.ts';
import type { Document } from '../document/document.ts';
import type { Fix } from '../edit/fix.ts';
import type { Layer, Net } from '../net/net.ts';
import type { NetState } from '../net/states/state.ts';
import type { NodePath } from '../syntax/parse.ts';
import type { Range } from '../text/range.ts';
import type { Effort } from './effort.ts';

/** A failure and its context. */
export interface FixContext {
  readonly document: Document;
  readonly check: string;
  /** The range shown, in file offsets. */
  readonly range: Range;
  /** The states in which the failure occurs: of one phase, or of both; empty for text errors. */
  readonly states: readonly NetState[];
  /** The net in the first of these states. */
  readonly net: Net | undefined;
  /** The layer in that net at which the failure is, if any. */
  readonly layer: Layer | undefined;
  /** The remaining effort of the request. */
  readonly effort: Effort;
  /** The fields around the range, outermost first, relative to their block. */
  readonly path: NodePath | undefined;
}

/** Quick fixes for some of Caffe's checks. */
export interface Fixer {
  readonly checks: readonly CheckId[];
  /** What it does: one sentence for the documentation page of each check. */
  readonly doc: string;
  fixes(context: FixContext): readonly Fix[];
}
