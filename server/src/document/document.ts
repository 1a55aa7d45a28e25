import type { Level } from '../checks/severity.ts';
import { type DataSource, dataSourceKey } from '../layers/dataSource.ts';
import { findLayer } from '../layers/registry.ts';
import { Memo } from '../memo/memo.ts';
import { onceFor } from '../memo/onceFor.ts';
import { finish, type Steps } from '../memo/steps.ts';
import { buildNet, type NetInput, readNet } from '../net/build.ts';
import type { Failure } from '../net/failure.ts';
import type { LayerSyntax } from '../net/lower.ts';
import type { Net } from '../net/net.ts';
import type { ExternalFacts } from '../net/setup.ts';
import { checkSolver } from '../net/solver/solver.ts';
import { type NetState, stateKey } from '../net/states/state.ts';
import { checkSchema, type TextError } from '../schema/check.ts';
import type { Schema } from '../schema/descriptor.ts';
import { type Dialect, findDialect } from '../schema/dialect.ts';
import { detectRoot, type RootName } from '../schema/root.ts';
import { sameShape } from '../shape/shape.ts';
import { parse } from '../syntax/parse.ts';
import type { BlockRange, SyntaxTree } from '../syntax/tree.ts';
import type { Range } from '../text/range.ts';
import type { FileAnalysis } from './analysis.ts';
import { chooseDialect, type Detected } from './chooseDialect.ts';
import { chooseStates } from './chooseStates.ts';
import { type Directives, readDirectives, statedRoot } from './directives.ts';
import type { AnalysisSettings } from './settings.ts';
import type { StateChoice } from './stateChoice.ts';
import { findSuppressions, type Suppression } from './suppressions.ts';
import { hasTooManyLayers } from './tooLarge.ts';
import { emptyContext, isEmptyContext, type WorkspaceContext } from './workspaceContext.ts';

/**
 * A dialect, and what decided it: an argument, a comment of the file, a workspace file, a setting, or the content of
 * the file.
 */
export interface DialectChoice extends Detected {
  readonly by: 'command' | 'comment' | 'workspace' | 'setting' | 'file';
}

/** How a different text is read: changed settings, its root message, and its dialect. */
export interface Reading extends Partial<AnalysisSettings> {
  readonly root?: RootName | undefined;
  /** Whether a detected dialect also applies to the other text. */
  readonly keepsDialect?: boolean;
}

export interface DocumentInput {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** The tree of the text, if it is already parsed. */
  readonly tree?: SyntaxTree;
  readonly settings: AnalysisSettings;
  /** The workspace context; empty by default. */
  readonly context?: WorkspaceContext;
  /** The message of the file; by default, detected from its fields. */
  readonly root?: RootName;
}

type Nets = Map<Dialect, Map<string, Net>>;

/** An immutable snapshot of one file. Everything is computed on demand and once. */
export class Document implements FileAnalysis {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly settings: AnalysisSettings;
  readonly context: WorkspaceContext;
  readonly tree: SyntaxTree;
  /** Results for the lists of the file: most stay valid after an edit. */
  readonly memo: Memo;
  /** The directives in comments. */
  readonly directives: Directives;
  /** Whether the file has more layers than are analyzed. */
  readonly isTooLarge: boolean;
  /** The message of the file; undefined if it is neither a net nor a solver, or too large. */
  readonly root: RootName | undefined;
  /** What users declare about the net; the same object as before an edit that does not change it. */
  private readonly external: ExternalFacts;
  private readonly netInputs = new Map<Dialect, NetInput>();
  private readonly nets: Nets = new Map();
  private readonly textErrorsOf = new Map<Dialect, readonly TextError[]>();
  private readonly stateChoices = new Map<Dialect, StateChoice>();
  private chosen: DialectChoice | undefined;
  private solver: readonly Failure[] | undefined;
  private readSuppressions: readonly Suppression[] | undefined;

  constructor(input: DocumentInput, previous: Document | undefined) {
    this.uri = input.uri;
    this.version = input.version;
    this.text = input.text;
    this.settings = input.settings;
    this.context = input.context ?? emptyContext;
    this.tree = input.tree ?? parse(input.text, previous?.tree);
    this.directives = readDirectives(input.text);
    this.memo = new Memo(previous?.memo);
    this.isTooLarge = hasTooManyLayers(this.tree, this.memo);
    this.root = this.isTooLarge ? undefined : (input.root ?? this.findRoot());
    const external = givenBy(this);
    this.external = previous && isSameGiven(previous.external, external) ? previous.external : external;
  }

  /** The dialect that is set, or the one that explains the file best. */
  get dialect(): Dialect {
    return this.choice.dialect;
  }

  /** The dialect and what decided it: of several settings, the nearest. */
  get choice(): DialectChoice {
    return this.chosen ?? finish(this.choosing());
  }

  /** Chooses a dialect, in steps. */
  *choosing(): Steps<DialectChoice> {
    const pinned = this.chosen ?? this.pinnedDialect();
    this.chosen = pinned ?? { ...(yield* chooseDialect(this)), by: 'file' };
    return this.chosen;
  }

  /** The states in which the net is built, and what decided them. */
  states(dialect: Dialect = this.dialect): StateChoice {
    const known = this.stateChoices.get(dialect) ?? chooseStates(this, dialect);
    this.stateChoices.set(dialect, known);
    return known;
  }

  /** The file range of a block range. */
  rangeOf(location: BlockRange): Range {
    return this.tree.rangeOf(location);
  }

  get schema(): Schema {
    return this.dialect.schema;
  }

  /** The suppression comments. */
  get suppressions(): readonly Suppression[] {
    this.readSuppressions ??= findSuppressions(this.tree);
    return this.readSuppressions;
  }

  /** The severity of a check or a rule from the command, the workspace or the settings; undefined for its default. */
  levelOf(code: string): Level | undefined {
    const { rules, usualRules } = this.settings;
    return rules?.get(code) ?? this.context.rules.get(code) ?? usualRules?.get(code);
  }

  /** Errors in the text and in its match with the schema of a dialect, in file order. */
  textErrors(dialect: Dialect = this.dialect): readonly TextError[] {
    if (!this.root) return [];
    const known =
      this.textErrorsOf.get(dialect) ??
      checkSchema(this.tree, dialect.schema, this.root, this.memoOf(dialect));
    this.textErrorsOf.set(dialect, known);
    return known;
  }

  /** Failures of a solver; empty for other files. */
  solverFailures(): readonly Failure[] {
    if (this.root !== 'SolverParameter') return [];
    this.solver ??= checkSolver(this.tree, this.dialect);
    return this.solver;
  }

  /** The layers as written, upgraded to current syntax, before a phase is selected. */
  netInput(dialect: Dialect = this.dialect): NetInput {
    const known =
      this.netInputs.get(dialect) ?? readNet(this.tree, dialect, this.external, this.memoOf(dialect));
    this.netInputs.set(dialect, known);
    return known;
  }

  /** The files that determine shapes of the net, without repeats. */
  dataSources(): readonly DataSource[] {
    const layers = this.root === 'NetParameter' ? this.netInput().upgraded.layers : [];
    const sources = this.memoOf(this.dialect).flatMap(layers, requestsIn(this.dialect));
    return [...new Map(sources.map((source) => [dataSourceKey(source), source])).values()];
  }

  /** The net that Caffe builds in a state; a net without layers if the file is not a net. */
  net(state: NetState, dialect: Dialect = this.dialect): Net {
    return this.nets.get(dialect)?.get(stateKey(state)) ?? finish(this.building(state, dialect));
  }

  /** Builds the net of a state, in steps. */
  *building(state: NetState, dialect: Dialect): Steps<Net> {
    const key = stateKey(state);
    const nets = this.nets.get(dialect) ?? new Map<string, Net>();
    this.nets.set(dialect, nets);
    const memo = this.memoOf(dialect).part(key);
    const net = nets.get(key) ?? (yield* buildNet(this.netInput(dialect), state, memo, nets.values()));
    nets.set(key, net);
    return net;
  }

  /** Cached results for the lists of the file in a dialect. */
  memoOf(dialect: Dialect): Memo {
    return this.memo.part(dialect);
  }

  /** The file with a different text and the same workspace context; equal parts are reused. */
  withText(text: string, { root, keepsDialect = false, ...settings }: Reading = {}): Document {
    const { uri, version, context } = this;
    const pinned = keepsDialect && this.choice.by === 'file' ? { dialect: this.dialect.name } : {};
    const input = {
      uri,
      version,
      text,
      settings: { ...this.settings, ...pinned, ...settings },
      context,
    };
    return new Document({ ...input, ...(root && { root }) }, this);
  }

  private findRoot(): RootName | undefined {
    return statedRoot(this.directives) ?? detectRoot(this.tree, this.uri, this.memo);
  }

  private pinnedDialect(): DialectChoice | undefined {
    const { dialect, usualDialect = 'auto' } = this.settings;
    const candidates = [
      ['command', findDialect(dialect)],
      ['comment', findDialect(this.directives.dialect?.value ?? 'auto')],
      ['workspace', this.context.dialect],
      ['setting', findDialect(usualDialect)],
    ] as const;
    for (const [by, found] of candidates) if (found) return { dialect: found, by };
    return undefined;
  }
}

const requestsIn = onceFor(
  (dialect: Dialect) =>
    ({ facts, message }: LayerSyntax) =>
      findLayer(facts.type, dialect)?.dataSources?.(message) ?? [],
);

/** Of shapes that are declared twice, the nearest applies: the command's, then the file's, then the workspace's. */
function givenBy({ settings, context, directives }: Document): ExternalFacts {
  const stated = [...directives.shapes].map(([name, { dims }]) => [name, dims] as const);
  const blobs = new Map([...context.shapes, ...stated, ...settings.inputShapes]);
  const { declared, files } = context;
  return { sources: { datum: settings.dataShape, blobs, files, assumed: settings.assumed }, declared };
}

function isSameGiven(one: ExternalFacts, other: ExternalFacts): boolean {
  const [shapes, others] = [one.sources.blobs, other.sources.blobs];
  return (
    one.declared === other.declared &&
    one.sources.datum === other.sources.datum &&
    one.sources.files === other.sources.files &&
    one.sources.assumed === other.sources.assumed &&
    shapes.size === others.size &&
    [...shapes].every(([name, shape]) => sameShape(shape, others.get(name) ?? []))
  );
}

/** The same snapshot with a workspace context; the same object if that is empty. */
export function withContext(document: Document, context: WorkspaceContext): Document {
  if (isEmptyContext(context) && isEmptyContext(document.context)) return document;
  const { uri, version, text, settings, root } = document;
  return new Document({ uri, version, text, settings, context, ...(root && { root }) }, document);
}

/** Creates a snapshot; blocks with the same text as in a previous snapshot are not parsed again. */
export function createDocument(input: DocumentInput, previous?: Document): Document {
  return new Document(input, previous);
}
