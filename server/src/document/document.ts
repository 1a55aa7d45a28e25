import type { Level } from '../checks/severity.ts';
import { findLayer } from '../layers/registry.ts';
import { type SourceRequest, sourceKey } from '../layers/source.ts';
import { Memo } from '../memo/memo.ts';
import { onceFor } from '../memo/onceFor.ts';
import { finish, type Steps } from '../memo/steps.ts';
import { buildNet, type NetSource, readNet } from '../net/build.ts';
import type { Fault } from '../net/fault.ts';
import type { LayerSyntax } from '../net/lower.ts';
import type { Net } from '../net/net.ts';
import type { Given } from '../net/setup.ts';
import { checkSolver } from '../net/solver/solver.ts';
import { type NetState, stateKey } from '../net/states/state.ts';
import { checkSchema, type TextProblem } from '../schema/check.ts';
import type { Schema } from '../schema/descriptor.ts';
import { type Dialect, findDialect } from '../schema/dialect.ts';
import { detectRoot, type RootName } from '../schema/root.ts';
import { sameShape } from '../shape/shape.ts';
import { parse } from '../syntax/parse.ts';
import type { BlockRange, SyntaxTree } from '../syntax/tree.ts';
import type { Range } from '../text/range.ts';
import type { FileAnalysis } from './analysis.ts';
import { chooseDialect } from './chooseDialect.ts';
import { chooseStates } from './chooseStates.ts';
import { type Directives, readDirectives, statedRoot } from './directives.ts';
import { type Ignore, readIgnores } from './ignores.ts';
import type { AnalysisSettings } from './settings.ts';
import type { StateChoice } from './stateChoice.ts';
import { isEmpty, noSurroundings, type Surroundings } from './surroundings.ts';

/** A dialect, and what decided for it: an argument, a comment of the file, a file of the workspace, a setting, or what
 * stands in the file itself. */
export interface DialectChoice {
  readonly dialect: Dialect;
  readonly by: 'command' | 'comment' | 'workspace' | 'setting' | 'file';
}

/** How another text is read where not as any file: settings that differ, what it holds, and by which dialect. */
export interface Reading extends Partial<AnalysisSettings> {
  readonly root?: RootName | undefined;
  /** Whether a dialect that was found out holds for the other text too. */
  readonly keepsDialect?: boolean;
}

export interface DocumentInput {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** The tree of the text, where it is parsed already. */
  readonly tree?: SyntaxTree;
  readonly settings: AnalysisSettings;
  /** What the files around it say of it; nothing by default. */
  readonly surroundings?: Surroundings;
  /** What the file has to hold; found out from its fields where it is not said. */
  readonly root?: RootName;
}

type Nets = Map<Dialect, Map<string, Net>>;

/** An immutable snapshot of one file. Everything is worked out once, when it is first asked for. */
export class Document implements FileAnalysis {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly settings: AnalysisSettings;
  readonly surroundings: Surroundings;
  readonly tree: SyntaxTree;
  /** What was made of the lists of the file: an edit leaves most of it as it is. */
  readonly memo: Memo;
  /** What the file's comments tell the tool. */
  readonly directives: Directives;
  /** The message that the file holds; undefined for something that is neither a net nor a solver. */
  readonly root: RootName | undefined;
  /** What people state about the net; the same object as before an edit that changes none of it. */
  private readonly given: Given;
  private readonly sources = new Map<Dialect, NetSource>();
  private readonly nets: Nets = new Map();
  private readonly problems = new Map<Dialect, readonly TextProblem[]>();
  private readonly stateChoices = new Map<Dialect, StateChoice>();
  private chosen: DialectChoice | undefined;
  private solver: readonly Fault[] | undefined;
  private quiet: readonly Ignore[] | undefined;

  constructor(input: DocumentInput, previous: Document | undefined) {
    this.uri = input.uri;
    this.version = input.version;
    this.text = input.text;
    this.settings = input.settings;
    this.surroundings = input.surroundings ?? noSurroundings;
    this.tree = input.tree ?? parse(input.text, previous?.tree);
    this.directives = readDirectives(input.text);
    this.memo = new Memo(previous?.memo);
    this.root = input.root ?? statedRoot(this.directives) ?? detectRoot(this.tree, input.uri, this.memo);
    const given = givenBy(this);
    this.given = previous && isSameGiven(previous.given, given) ? previous.given : given;
  }

  /** The dialect that was set, or the one that explains the file best. */
  get dialect(): Dialect {
    return this.choice.dialect;
  }

  /** The dialect and who decided for it: of several, the nearest. */
  get choice(): DialectChoice {
    return this.chosen ?? finish(this.choosing());
  }

  /** Decides for a dialect, in steps. */
  *choosing(): Steps<DialectChoice> {
    const pinned = this.chosen ?? this.pinnedDialect();
    this.chosen = pinned ?? { dialect: yield* chooseDialect(this), by: 'file' };
    return this.chosen;
  }

  /** The states in which the net is built, and what decided for them. */
  states(dialect: Dialect = this.dialect): StateChoice {
    const known = this.stateChoices.get(dialect) ?? chooseStates(this, dialect);
    this.stateChoices.set(dialect, known);
    return known;
  }

  /** Where a place of the file is. */
  rangeOf(place: BlockRange): Range {
    return this.tree.rangeOf(place);
  }

  get schema(): Schema {
    return this.dialect.schema;
  }

  /** The comments that ask for silence. */
  get ignores(): readonly Ignore[] {
    this.quiet ??= readIgnores(this.tree);
    return this.quiet;
  }

  /** What is set for a check or a rule: by the command, the workspace or the settings; undefined for its own severity. */
  levelOf(code: string): Level | undefined {
    const { rules, usualRules } = this.settings;
    return rules?.get(code) ?? this.surroundings.rules.get(code) ?? usualRules?.get(code);
  }

  /** Faults of the text and of its fit to the schema of a dialect, in the order of the file. */
  textProblems(dialect: Dialect = this.dialect): readonly TextProblem[] {
    if (!this.root) return [];
    const known =
      this.problems.get(dialect) ?? checkSchema(this.tree, dialect.schema, this.root, this.memoOf(dialect));
    this.problems.set(dialect, known);
    return known;
  }

  /** What Caffe refuses in a solver; nothing for other files. */
  solverFaults(): readonly Fault[] {
    if (this.root !== 'SolverParameter') return [];
    this.solver ??= checkSolver(this.tree, this.dialect);
    return this.solver;
  }

  /** The layers as written, in today's form, before any phase is chosen. */
  source(dialect: Dialect = this.dialect): NetSource {
    const known = this.sources.get(dialect) ?? readNet(this.tree, dialect, this.given, this.memoOf(dialect));
    this.sources.set(dialect, known);
    return known;
  }

  /** The files that decide shapes of the net, each once. */
  sourceRequests(): readonly SourceRequest[] {
    const layers = this.root === 'NetParameter' ? this.source().upgraded.layers : [];
    const requests = this.memoOf(this.dialect).flatMap(layers, requestsIn(this.dialect));
    return [...new Map(requests.map((request) => [sourceKey(request), request])).values()];
  }

  /** The net as Caffe would build it in a state; one without layers where the file holds no net. */
  net(state: NetState, dialect: Dialect = this.dialect): Net {
    return this.nets.get(dialect)?.get(stateKey(state)) ?? finish(this.building(state, dialect));
  }

  /** Builds the net of a state, in steps. */
  *building(state: NetState, dialect: Dialect): Steps<Net> {
    const key = stateKey(state);
    const nets = this.nets.get(dialect) ?? new Map<string, Net>();
    this.nets.set(dialect, nets);
    const memo = this.memoOf(dialect).part(key);
    const net = nets.get(key) ?? (yield* buildNet(this.source(dialect), state, memo, nets.values()));
    nets.set(key, net);
    return net;
  }

  /** What is remembered of the lists that a dialect makes of the file. */
  memoOf(dialect: Dialect): Memo {
    return this.memo.part(dialect);
  }

  /** The file with another text in it, among the same files; what is the same is taken over. */
  withText(text: string, { root, keepsDialect = false, ...settings }: Reading = {}): Document {
    const { uri, version, surroundings } = this;
    const pinned = keepsDialect && this.choice.by === 'file' ? { dialect: this.dialect.name } : {};
    const input = {
      uri,
      version,
      text,
      settings: { ...this.settings, ...pinned, ...settings },
      surroundings,
    };
    return new Document({ ...input, ...(root && { root }) }, this);
  }

  private pinnedDialect(): DialectChoice | undefined {
    const { dialect, usualDialect = 'auto' } = this.settings;
    const candidates = [
      ['command', findDialect(dialect)],
      ['comment', findDialect(this.directives.dialect?.value ?? 'auto')],
      ['workspace', this.surroundings.dialect],
      ['setting', findDialect(usualDialect)],
    ] as const;
    for (const [by, found] of candidates) if (found) return { dialect: found, by };
    return undefined;
  }
}

const requestsIn = onceFor(
  (dialect: Dialect) =>
    ({ facts, message }: LayerSyntax) =>
      findLayer(facts.type, dialect)?.sources?.(message) ?? [],
);

/** Of shapes that are stated twice, the nearest counts: the command's, then the file's, then the workspace's. */
function givenBy({ settings, surroundings, directives }: Document): Given {
  const stated = [...directives.shapes].map(([name, { dims }]) => [name, dims] as const);
  const blobs = new Map([...surroundings.shapes, ...stated, ...settings.inputShapes]);
  const { declared, files } = surroundings;
  return { sources: { datum: settings.dataShape, blobs, files }, declared };
}

function isSameGiven(one: Given, other: Given): boolean {
  const [shapes, others] = [one.sources.blobs, other.sources.blobs];
  return (
    one.declared === other.declared &&
    one.sources.datum === other.sources.datum &&
    one.sources.files === other.sources.files &&
    shapes.size === others.size &&
    [...shapes].every(([name, shape]) => sameShape(shape, others.get(name) ?? []))
  );
}

/** The same snapshot among other files; itself where they say nothing. */
export function surround(document: Document, surroundings: Surroundings): Document {
  if (isEmpty(surroundings) && isEmpty(document.surroundings)) return document;
  const { uri, version, text, settings, root } = document;
  return new Document({ uri, version, text, settings, surroundings, ...(root && { root }) }, document);
}

/** Makes a snapshot; blocks whose text is that of a previous snapshot are not parsed again. */
export function createDocument(input: DocumentInput, previous?: Document): Document {
  return new Document(input, previous);
}
