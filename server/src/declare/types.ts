import type { Level } from '../checks/severity.ts';
import type { LayerDefinition } from '../layers/definition.ts';
import type { Range } from '../text/range.ts';
import type { InputShapes } from './inputShapes.ts';
import type { FileStates } from './states.ts';

/** The contents of a `caffe-prototxt.json`. */
export interface Declarations {
  /** Layers by type; Python layers by `Python module.Class`. */
  readonly layers: ReadonlyMap<string, LayerDefinition>;
  /** In file order. */
  readonly inputShapes: readonly InputShapes[];
  /** In file order. */
  readonly states: readonly FileStates[];
  /** Severities of checks and rules, including unknown ones. */
  readonly rules: readonly SetLevel[];
  /** The name of a known dialect. */
  readonly dialect?: string | undefined;
  /** The path of a caffe.proto, relative to the folder of the file. */
  readonly proto?: string | undefined;
}

export const noDeclarations: Declarations = { layers: new Map(), inputShapes: [], states: [], rules: [] };

/** The severity of a code. */
export interface SetLevel {
  readonly code: string;
  readonly level: Level;
  /** The range of the code. */
  readonly range: Range;
}
