import type { Document } from '../document/document.ts';
import type { Fix } from '../edit/fix.ts';
import type { Related } from '../net/fault.ts';
import type { Layer, Net } from '../net/net.ts';
import type { Block } from '../syntax/nodes.ts';
import type { BlockRange } from '../syntax/tree.ts';
import type { Neighbours } from './neighbours.ts';

/** Something that Caffe accepts and people regret. */
export interface Finding {
  readonly message: string;
  /** The smallest piece of text at fault. */
  readonly place: BlockRange;
  /** The name of the layer it is about, if it is about one. */
  readonly layer?: string | undefined;
  readonly related?: readonly Related[];
  readonly tags?: readonly ('deprecated' | 'unnecessary')[];
  /** Whether it depends on what other layers say, and has to wait while the text of any of them is at fault. */
  readonly needsWhole?: boolean;
  /** Ways to mend it, the best first; worked out when somebody asks. */
  readonly fixes?: () => readonly Fix[];
}

/** What a page says of a rule. The examples are whole nets; the tests hold that the rule fires on the one alone, and that
 * its first fix makes the other of it. */
export interface RuleDoc {
  /** What it complains about, in one sentence. */
  readonly what: string;
  /** Why people regret it; Markdown. */
  readonly why: string;
  readonly example: string;
  readonly fixed: string;
  /** How to mend it, in a sentence. */
  readonly fix: string;
}

export interface Rule {
  /** Stable: people write it into comments and settings. */
  readonly code: string;
  readonly severity: 'warning' | 'information' | 'hint';
  readonly doc: RuleDoc;
  /** The layer types at which `layer` looks; all where none are named. `net` is asked only of nets that have one of them. */
  readonly types?: readonly string[];
  /**
   * Looks at one layer that people wrote, in one state. What it finds is a function of that layer, its neighbours and the
   * dialect alone, so it is not asked again while these stay the same; the document is there for fixes. Findings of several
   * states at one place are one.
   */
  layer?(layer: Layer, near: Neighbours, document: Document): Iterable<Finding>;
  /** Looks at a net as it is built in one state, for what more distant layers decide. */
  net?(net: Net, document: Document): Iterable<Finding>;
  /**
   * Looks at one block of the file, whatever the state; of a solver too. What it finds is a function of the text of the block
   * and the schema, as with `layer`.
   */
  block?(block: Block, document: Document): Iterable<Finding>;
  /** Looks at the file, whatever the state; of a solver too. */
  file?(document: Document): Iterable<Finding>;
}
