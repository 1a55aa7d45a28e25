import type { Level } from '../checks/severity.ts';
import type { LayerDefinition } from '../layers/definition.ts';
import type { Range } from '../text/range.ts';
import type { InputShapes } from './inputShapes.ts';
import type { FileStates } from './states.ts';

/** What a `caffe-prototxt.json` says. */
export interface Declarations {
  /** Layers by type; Python layers by `Python module.Class`. */
  readonly layers: ReadonlyMap<string, LayerDefinition>;
  /** In the order of the file. */
  readonly inputShapes: readonly InputShapes[];
  /** In the order of the file. */
  readonly states: readonly FileStates[];
  /** Severities of checks and rules, whether there are such or not. */
  readonly rules: readonly SetLevel[];
  /** The name of a dialect that there is. */
  readonly dialect?: string | undefined;
  /** The path of a caffe.proto, from the folder of the file. */
  readonly proto?: string | undefined;
}

export const noDeclarations: Declarations = { layers: new Map(), inputShapes: [], states: [], rules: [] };

/** The severity that is set for a code. */
export interface SetLevel {
  readonly code: string;
  readonly level: Level;
  /** Where the code is written. */
  readonly range: Range;
}
