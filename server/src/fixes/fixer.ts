import type { CheckId } from '../checks/catalogue.ts';
import type { Document } from '../document/document.ts';
import type { Fix } from '../edit/fix.ts';
import type { Layer, Net } from '../net/net.ts';
import type { NetState } from '../net/states/state.ts';
import type { NodePath } from '../syntax/parse.ts';
import type { Range } from '../text/range.ts';

/** A fault, and all that is known around it. */
export interface Place {
  readonly document: Document;
  readonly check: string;
  /** Where it is shown, in the file. */
  readonly range: Range;
  /** The states in which it holds: those of one phase, or of both; for a fault of the text, none. */
  readonly states: readonly NetState[];
  /** The net in the first of them. */
  readonly net: Net | undefined;
  /** The layer at fault in that net, where a layer is. */
  readonly layer: Layer | undefined;
  /** What stands in the text there: the fields around it from the outermost in, relative to their block. */
  readonly path: NodePath | undefined;
}

/** Ways out of some of Caffe's checks. */
export interface Fixer {
  readonly checks: readonly CheckId[];
  /** What it does, a sentence for the page of each check. */
  readonly doc: string;
  fixes(place: Place): readonly Fix[];
}
