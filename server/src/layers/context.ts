import type { CheckId } from '../checks/catalogue.ts';
import type { ForkName } from '../schema/data/forkNames.ts';
import { baseOf, contains, type Dialect } from '../schema/dialect.ts';
import type { Entry, Message } from '../schema/message.ts';
import { type Dim, product, Unknown } from '../shape/dim.ts';
import { type Dims, formatShape, hasRank, type Shape, unshaped } from '../shape/shape.ts';
import {
  dayOfAnyAxes,
  describeZero,
  findShapeFailure,
  hasInnerZero,
  hasLongShapes,
  mostValues,
  protoShape,
  withFourAxes,
} from './blobShape.ts';
import { type DataShapes, type DataSource, type DataSourceFacts, dataSourceKey } from './dataSource.ts';

/** A failure of a layer. */
export interface LayerFailure {
  readonly check: CheckId;
  readonly message: string;
  /** The entry with the wrong value; undefined for the layer as a whole. */
  readonly at?: Entry | undefined;
  /** The forks of Caffe that accept it. */
  readonly forks?: readonly ForkName[] | undefined;
}

/** A parameter blob, in Caffe's order. */
export interface ParamBlob {
  readonly role: string;
  readonly shape: Dims;
  /** Description of its axes: `num_output × channels × kernel`. */
  readonly formula?: string | undefined;
}

/**
 * Stops the set-up of a layer where Caffe stops, or where nothing more can be computed; caught by the inference. Not an
 * `Error`: one is thrown for every layer after a failure, and stack traces would be expensive and unused.
 */
export class SetupStop {
  readonly reason: Unknown;

  constructor(reason: Unknown) {
    this.reason = reason;
  }
}

/** Results for a layer after its set-up; undefined if set-up stops before they are known. */
export function unlessStopped<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (stop) {
    if (stop instanceof SetupStop) return undefined;
    throw stop;
  }
}

export interface LayerInput {
  readonly name: string;
  readonly shape: Shape;
}

interface ContextInput {
  readonly message: Message;
  readonly paramField: string | undefined;
  readonly dialect: Dialect;
  readonly phase: string;
  readonly bottoms: readonly LayerInput[];
  readonly topNames: readonly string[];
  readonly inPlace: readonly boolean[];
  readonly lossWeights: readonly number[];
  readonly sources: DataShapes;
  /** The files that the definition requests. */
  readonly requests: readonly DataSource[];
}

/**
 * The interface of a layer definition during set-up: its parameters and the shapes of its bottoms, never the net or
 * the text around it. Collects failures and parameter blobs in Caffe's order.
 */
export class LayerContext {
  /** The whole LayerParameter. */
  readonly message: Message;
  /** The layer's own parameters (its `…_param`); empty if not set. */
  readonly params: Message;
  readonly topNames: readonly string[];
  readonly sources: DataShapes;
  readonly findings: LayerFailure[] = [];
  /** The parameter blobs so far: at first those that `blobs` in the text has. */
  readonly blobs: ParamBlob[];
  /** The `loss_weight`s of the tops; a loss layer without any adds a 1 for its first top. */
  readonly lossWeights: readonly number[];
  readonly bottoms: readonly LayerInput[];
  private readonly requests: readonly DataSource[];
  private readonly inPlace: readonly boolean[];
  private readonly paramField: string | undefined;
  private readonly ownDialect: Dialect;
  private readonly ownPhase: string;
  private askedForDialect = false;
  private askedForPhase = false;

  constructor(input: ContextInput) {
    this.message = input.message;
    this.paramField = input.paramField;
    this.params = input.message.message(input.paramField ?? '');
    this.ownDialect = input.dialect;
    this.ownPhase = input.phase;
    this.bottoms = input.bottoms;
    this.topNames = input.topNames;
    this.inPlace = input.inPlace;
    this.sources = input.sources;
    this.requests = input.requests;
    this.lossWeights = input.lossWeights;
    this.blobs = input.message.messages('blobs').map((blob) => ({ role: 'blob', shape: protoShape(blob) }));
  }

  /** The dialect of the net. Definitions may depend on it. */
  get dialect(): Dialect {
    this.askedForDialect = true;
    return this.ownDialect;
  }

  /** Whether the definition used the dialect. */
  get dependsOnDialect(): boolean {
    return this.askedForDialect;
  }

  /** The phase of the set-up. Definitions may depend on it. */
  get phase(): string {
    this.askedForPhase = true;
    return this.ownPhase;
  }

  /** Whether the definition used the phase. */
  get dependsOnPhase(): boolean {
    return this.askedForPhase;
  }

  /** The code to follow where BVLC and SSD differ. */
  get base(): 'bvlc' | 'ssd' {
    return baseOf(this.dialect);
  }

  /**
   * Whether Caffe accepts what BVLC accepts since a day, `YYYY-MM-DD`. If it does, no other dialect accepts more, so only a
   * no depends on the dialect.
   */
  acceptsSince(day: string): boolean {
    const accepts = contains(this.ownDialect, day, 'some');
    if (!accepts) this.askedForDialect = true;
    return accepts;
  }

  /** Whether Caffe rejects what BVLC rejects since a day, `YYYY-MM-DD`. Ask only where it matters. */
  rejectsSince(day: string): boolean {
    return contains(this.dialect, day, 'all');
  }

  /**
   * Whether the dialect declares a parameter as one value, which BVLC made repeated later. Only dialects other than BVLC
   * declare it so.
   */
  isSingle(field: string): boolean {
    const isSingle = this.params.descriptor.fields.get(field)?.label === 'optional';
    if (isSingle) this.askedForDialect = true;
    return isSingle;
  }

  get type(): string {
    return this.message.text('type');
  }

  /** Number of tops, including automatic ones. */
  get topCount(): number {
    return this.topNames.length;
  }

  /** Whether top `index` is the blob of the bottom at the same index. */
  isInPlace(index = 0): boolean {
    return this.inPlace[index] ?? false;
  }

  /** Records a failure after which Caffe's order of checks can still be followed. */
  failure(check: CheckId, at: Entry | undefined, message: string, forks?: readonly ForkName[]): void {
    if (forks) this.askedForDialect = true;
    this.findings.push({ check, at, message, forks });
  }

  /** Records a failure, which some forks accept, and stops: nothing useful can be computed after it. */
  refuse(check: CheckId, at: Entry | undefined, message: string, forks?: readonly ForkName[]): never {
    this.failure(check, at, message, forks);
    const name = this.message.text('name');
    throw new SetupStop(new Unknown('refused', `Caffe rejects the layer \`${name}\`.`));
  }

  /** The first of the named fields that is set, otherwise the parameters as a whole. */
  at(...fields: readonly string[]): Entry | undefined {
    for (const field of fields) {
      const entry = this.params.list(field).at(-1);
      if (entry) return entry;
    }
    return this.paramField === undefined ? undefined : this.message.list(this.paramField)[0];
  }

  bottomAt(index: number): Entry | undefined {
    return this.message.list('bottom')[index];
  }

  topAt(index: number): Entry | undefined {
    return this.message.list('top')[index];
  }

  /** The shape of a bottom; unknown rank if there is no such bottom. */
  shape(index: number): Shape {
    return this.bottoms[index]?.shape ?? noBottom;
  }

  /** Blob::ReshapeLike: the shape of a bottom for a top; scalar for a blob without a shape. */
  like(index: number): Shape {
    const shape = this.shape(index);
    return shape === unshaped ? [] : shape;
  }

  /** The axes of a bottom. Stops the set-up if their number is unknown. */
  dims(index: number): Dims {
    const shape = this.shape(index);
    if (hasRank(shape)) return shape;
    throw new SetupStop(shape);
  }

  /** `Blob::CanonicalAxisIndex`: an axis of bottom `index`; negative values count from the end. */
  canonicalAxis(index: number, axis: number, at?: Entry, check: CheckId = 'blob/axis-range'): number {
    const rank = this.dims(index).length;
    if (axis >= -rank && axis < rank) return axis < 0 ? axis + rank : axis;
    return this.refuse(check, at ?? this.bottomAt(index), this.axisMessage(index, axis, rank));
  }

  private axisMessage(index: number, axis: number, rank: number): string {
    const blob = `\`${this.bottoms[index]?.name}\` (${formatShape(this.dims(index))})`;
    if (rank === 0) return `${this.type} requires axis ${axis} of ${blob}, which has no axes.`;
    if (rank === 1) return `Axis ${axis} is out of range: ${blob} has 1 axis, so only 0 and -1 are valid.`;
    return `Axis ${axis} is out of range: ${blob} has ${rank} axes, so ${-rank} to ${rank - 1} are valid.`;
  }

  /** `Blob::shape(axis)` of a bottom. */
  dim(index: number, axis: number): Dim {
    return this.dims(index)[this.canonicalAxis(index, axis)] ?? 1;
  }

  /** `Blob::count(from, to)` of a bottom: the product of its axes in `[from, to)`. */
  count(index: number, from = 0, to?: number): Dim {
    const dims = this.dims(index);
    const end = to ?? dims.length;
    if (from <= end && end <= dims.length) return dims === unshaped ? 0 : product(dims.slice(from, end));
    return this.refuse(
      to === undefined ? 'blob/count-end' : 'blob/count-order',
      this.bottomAt(index),
      `${this.type} requires more axes, but ${this.describeAxes(index)}.`,
    );
  }

  /**
   * num, channels, height and width of a bottom with at most 4 axes; missing ones are 1 (Blob::LegacyShape). `forks` are
   * those whose layer accepts more axes.
   */
  legacy(
    index: number,
    check: CheckId = 'blob/legacy-axes',
    forks?: readonly ForkName[],
  ): readonly [Dim, Dim, Dim, Dim] {
    const dims = this.dims(index);
    if (dims.length > 4 && !hasLongShapes(this.dialect)) {
      this.refuse(
        check,
        this.bottomAt(index),
        `${this.type} supports at most 4 axes, but ${this.describeAxes(index)}.`,
        forks,
      );
    }
    return [dims[0] ?? 1, dims[1] ?? 1, dims[2] ?? 1, dims[3] ?? 1];
  }

  /** Whether the text sets the parameter blobs, so that none is created or filled. Sets their roles. */
  takesGivenBlobs(...roles: readonly string[]): boolean {
    const given = this.message.has('blobs');
    if (given)
      this.blobs.forEach((blob, index) =>
        this.blobs.splice(index, 1, { ...blob, role: roles[index] ?? blob.role }),
      );
    return given;
  }

  /** The first stored blob in the text. */
  givenBlobsAt(): Entry | undefined {
    return this.message.list('blobs')[0];
  }

  /** The facts known so far about the files that the layer refers to. */
  sourceFacts(): DataSourceFacts[] {
    return this.requests.flatMap((source) => this.sources.files.get(dataSourceKey(source)) ?? []);
  }

  /** Rejects an empty buffer that Caffe fills at set-up (`Check failed: data_`). */
  needValues(count: Dim, index: number): void {
    if (count !== 0) return;
    this.refuse(
      'blob/no-data',
      this.bottomAt(index),
      `${this.type} requires values, but ${this.describe(index)} is empty because an axis is 0.`,
    );
  }

  /** Adds a parameter blob; its shape must satisfy Caffe's checks for blobs. */
  addBlob(role: string, shape: Dims, formula?: string): void {
    this.checkShape(shape, `the ${role} blob`, this.at('num_output'));
    const own = this.acceptsSince(dayOfAnyAxes) ? shape : withFourAxes(shape, 'before');
    this.blobs.push({ role, shape: own, formula });
  }

  /** Rejects a shape that is invalid for any blob. */
  checkShape(shape: Shape, what: string, at?: Entry): void {
    if (!hasRank(shape)) return;
    const wrong = findShapeFailure(shape, what, () => mostValues(this.dialect));
    if (wrong) this.refuse(wrong.check, at, wrong.message);
    if (hasInnerZero(shape) && !this.acceptsSince('2016-05-05'))
      this.refuse('blob/zero-axis', at, describeZero(shape, what));
  }

  /** A bottom and its number of axes: `` `conv1` has 3 (64×20×24) ``. */
  describeAxes(index: number): string {
    const dims = this.dims(index);
    return `\`${this.bottoms[index]?.name ?? '?'}\` has ${dims.length} (${formatShape(dims)})`;
  }

  /** A bottom and its shape as a clause: `` `conv1` is 64×20×24 ``. */
  describeShape(index: number): string {
    return `\`${this.bottoms[index]?.name ?? '?'}\` is ${formatShape(this.shape(index))}`;
  }

  describe(index: number): string {
    return `\`${this.bottoms[index]?.name ?? '?'}\` (${formatShape(this.shape(index))})`;
  }
}

const noBottom = new Unknown('missing', 'The bottom is missing.');
