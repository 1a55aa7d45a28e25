import { findLayer, isDefined, isRegistered } from '../layers/registry.ts';
import { onceFor } from '../memo/onceFor.ts';
import { fitsArity, isArityCheck } from '../net/arity.ts';
import type { Failure } from '../net/failure.ts';
import type { LayerSyntax } from '../net/lower.ts';
import type { Net } from '../net/net.ts';
import { type Dialect, everyFork } from '../schema/dialect.ts';
import type { FileAnalysis } from './analysis.ts';

interface Counts {
  unknown: number;
  misfits: readonly LayerSyntax[];
  unchecked: number;
  failures: readonly Failure[];
}

/** The evaluation of a file in a dialect, computed on demand. */
export class Verdict {
  readonly dialect: Dialect;
  private readonly document: FileAnalysis;
  private readonly counted: Partial<Counts> = {};

  constructor(document: FileAnalysis, dialect: Dialect) {
    this.document = document;
    this.dialect = dialect;
  }

  /** The number of things in the file that the dialect lacks. */
  get unknown(): number {
    this.counted.unknown ??= unknownCount(this.document, this.dialect);
    return this.counted.unknown;
  }

  /** Whether no dialect supports more of the file. */
  get knowsMost(): boolean {
    return this.unknown === 0 || this.unknown === unknownCount(this.document, everyFork);
  }

  /**
   * The layers whose number of bottoms or tops differs from the dialect's layer of that type. If some layers of a type
   * fit, the others are mistakes rather than another fork's layers, and not counted.
   */
  get misfits(): readonly LayerSyntax[] {
    this.counted.misfits ??= misfits(this.document, this.dialect);
    return this.counted.misfits;
  }

  /** The number of layers whose type is defined in another fork, but not in the dialect: it accepts them unchecked. */
  get unchecked(): number {
    this.counted.unchecked ??= uncheckedCount(this.document, this.dialect);
    return this.counted.unchecked;
  }

  /** Whether the dialect has everything in the file that any has, so that only the nets can fail. */
  get fits(): boolean {
    return this.knowsMost && this.unchecked === 0 && this.misfits.length === 0;
  }

  /** The failures of the nets, except wrong numbers of bottoms and tops that are mistakes, as in `misfits`. */
  get failures(): readonly Failure[] {
    this.counted.failures ??= failuresIn(this.document, this.dialect);
    return this.counted.failures;
  }

  isBetterThan(other: Verdict): boolean {
    if (this.unknown !== other.unknown) return this.unknown < other.unknown;
    if (this.misfits.length !== other.misfits.length) return this.misfits.length < other.misfits.length;
    if (this.unchecked !== other.unchecked) return this.unchecked < other.unchecked;
    return this.failures.length < other.failures.length;
  }
}

/** Whether a dialect supports everything in a file, as far as its text decides that. */
export function knows(document: FileAnalysis, dialect: Dialect): boolean {
  return unknownCount(document, dialect) === 0;
}

function unknownCount(document: FileAnalysis, dialect: Dialect): number {
  const unknown = document.memoOf(dialect).filter(layersOf(document, dialect), isUnknownIn(dialect));
  return document.textErrors(dialect).length + unknown.length;
}

const isUnknownIn = onceFor(
  (dialect: Dialect) =>
    ({ facts, field }: LayerSyntax) =>
      // Every Caffe has net-level inputs.
      field.name.text !== 'input' && !isRegistered(facts.type, dialect),
);

function misfits(document: FileAnalysis, dialect: Dialect): readonly LayerSyntax[] {
  const wrong = document.memoOf(dialect).filter(layersOf(document, dialect), isMisfitIn(dialect));
  if (wrong.length === 0) return wrong;
  const fitting = fittingTypes(document, dialect);
  return wrong.filter(({ facts }) => !fitting.has(facts.type));
}

const isMisfitIn = onceFor((dialect: Dialect) => ({ facts, message }: LayerSyntax) => {
  const definition = findLayer(facts.type, dialect);
  return definition !== undefined && !fitsArity(definition, message, dialect);
});

/** The types of which at least one layer has valid numbers of bottoms and tops. */
function fittingTypes(document: FileAnalysis, dialect: Dialect): ReadonlySet<string> {
  const isMisfit = isMisfitIn(dialect);
  const fitting = layersOf(document, dialect).filter((layer) => !isMisfit(layer));
  return new Set(fitting.map(({ facts }) => facts.type));
}

function uncheckedCount(document: FileAnalysis, dialect: Dialect): number {
  return document.memoOf(dialect).filter(layersOf(document, dialect), isUncheckedIn(dialect)).length;
}

const isUncheckedIn = onceFor(
  (dialect: Dialect) =>
    ({ facts: { type } }: LayerSyntax) =>
      isDefined(type) && isRegistered(type, dialect) && !findLayer(type, dialect),
);

function failuresIn(document: FileAnalysis, dialect: Dialect): readonly Failure[] {
  const nets = netsIn(document, dialect);
  const all = nets.flatMap(({ failures }) => failures);
  if (!all.some(({ check }) => isArityCheck(check))) return all;
  const fitting = fittingTypes(document, dialect);
  const typeOf = new Map(nets.flatMap(({ layers }) => layers.map(({ name, type }) => [name, type])));
  return all.filter(
    ({ check, layer }) => !isArityCheck(check) || !fitting.has(typeOf.get(layer ?? '') ?? ''),
  );
}

/** The nets of a file in a dialect, one for each state in which it is built. */
export function netsIn(document: FileAnalysis, dialect: Dialect): readonly Net[] {
  if (document.root !== 'NetParameter') return [];
  return document.states(dialect).states.map((state) => document.net(state, dialect));
}

/** The layers of a file in the current syntax. */
export function layersOf(document: FileAnalysis, dialect: Dialect): readonly LayerSyntax[] {
  return document.root === 'NetParameter' ? document.netInput(dialect).upgraded.layers : [];
}
