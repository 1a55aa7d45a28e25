import type { Document } from '../document/document.ts';
import type { Fix } from '../edit/fix.ts';
import type { RelatedLocation } from '../net/failure.ts';
import type { Layer, Net } from '../net/net.ts';
import type { Block } from '../syntax/nodes.ts';
import type { BlockRange } from '../syntax/tree.ts';
import type { Neighbors } from './neighbors.ts';

/** One match of a rule: something that Caffe accepts but that is probably a mistake. */
export interface Finding {
  readonly message: string;
  /** The smallest range of text that causes the finding. */
  readonly location: BlockRange;
  /** The name of the layer concerned, if any. */
  readonly layer?: string | undefined;
  readonly related?: readonly RelatedLocation[];
  readonly tags?: readonly ('deprecated' | 'unnecessary')[];
  /** Whether it depends on other layers or fields, and is withheld while the text of any of them has errors. */
  readonly needsWhole?: boolean;
  /** Quick fixes, the best first; computed on demand. */
  readonly fixes?: () => readonly Fix[];
}

/**
 * The page of a rule. The examples are whole nets: the tests check that `example` has findings of this rule only, and that
 * the first fix converts it to `fixed`.
 */
export interface RuleDoc {
  /** What the rule detects, in one sentence. */
  readonly what: string;
  /** Why this is bad; Markdown. */
  readonly why: string;
  readonly example: string;
  readonly fixed: string;
  /** How to fix it, in a sentence. */
  readonly fix: string;
}

export interface Rule {
  /** Stable: users write it in comments and settings. */
  readonly code: string;
  readonly severity: 'warning' | 'information' | 'hint';
  readonly doc: RuleDoc;
  /** The layer types that `layer` checks; all if not set. `net` runs only on nets that have a layer of one of these types. */
  readonly types?: readonly string[];
  /**
   * Checks one layer of the file, in one state. The findings depend only on that layer, its neighbors and the dialect, so
   * they are cached while these are unchanged; the document is only for fixes. Findings of several states at the same
   * range are merged.
   */
  layer?(layer: Layer, near: Neighbors, document: Document): Iterable<Finding>;
  /** Checks the net of one state, for conditions that depend on more distant layers. */
  net?(net: Net, document: Document): Iterable<Finding>;
  /**
   * Checks one block of a net or solver file, independent of the state. The findings depend only on the text of the block
   * and the schema, and are cached as those of `layer`.
   */
  block?(block: Block, document: Document): Iterable<Finding>;
  /** Checks a net or solver file, independent of the state. */
  file?(document: Document): Iterable<Finding>;
}
