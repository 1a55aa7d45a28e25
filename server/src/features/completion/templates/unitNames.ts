import { freeName } from '../../../edit/names.ts';
import type { LayerSyntax } from '../../../net/lower.ts';
import { namesOf } from '../names/nextNames.ts';
import type { Place } from './template.ts';

/** How the name of a layer follows from that of the convolution before it: `bn` + `conv1` without its letters. */
interface Derivation {
  readonly dropped: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The names of the layers that follow a convolution, in the pattern of the file. */
export class UnitNames {
  private readonly known = new Map<string, Derivation | undefined>();
  private readonly place: Place;
  /** The names that were given out, besides those of the file. */
  private readonly given = new Set<string>();

  constructor(place: Place) {
    this.place = place;
  }

  /** A free name: the given one, or one with a number. */
  free(wanted: string): string {
    const known = namesOf(this.place.document);
    const name = freeName({ has: (each) => known.has(each) || this.given.has(each) }, wanted);
    this.given.add(name);
    return name;
  }

  /** The name of a layer of a type after a convolution. */
  after(conv: string, type: string): string {
    const { dropped, prefix, suffix } = this.derivation(conv, type);
    return this.free(prefix + conv.slice(dropped.length) + suffix);
  }

  /** The common part of the name of a convolution and those of the layers of some types after it. */
  stem(conv: string, types: readonly string[]): string {
    const dropped = types.map((type) => this.derivation(conv, type).dropped.length);
    return conv.slice(Math.max(0, ...dropped));
  }

  /** What separates the parts of names: a slash if the file has one in its names. */
  get separator(): string {
    return this.place.above.slice(-mostExamined).some(({ facts }) => facts.name.includes('/')) ? '/' : '_';
  }

  private derivation(conv: string, type: string): Derivation {
    if (!this.known.has(type)) this.known.set(type, derivationIn(this.place.above, type));
    const known = this.known.get(type);
    return known && conv.startsWith(known.dropped) ? known : usual(conv, type, this.separator);
  }
}

const shortNames: Readonly<Record<string, string>> = { BatchNorm: 'bn', Scale: 'scale', ReLU: 'relu' };

function usual(conv: string, type: string, separator: string): Derivation {
  const short = shortNames[type] ?? type.toLowerCase();
  if (/^conv\d/u.test(conv)) return { dropped: 'conv', prefix: short, suffix: '' };
  return { dropped: '', prefix: '', suffix: `${separator}${short}` };
}

function lettersOf(name: string): string {
  return /^[a-z]*/iu.exec(name)?.[0] ?? '';
}

/** The number of layers above that are examined. */
const mostExamined = 60;

function derivationIn(above: readonly LayerSyntax[], type: string): Derivation | undefined {
  const near = above.slice(-mostExamined);
  for (const [index, { facts }] of [...near.entries()].reverse()) {
    const conv = facts.type === type ? convolutionBefore(near.slice(0, index), facts.bottoms[0]) : undefined;
    const found = conv && derive(conv.facts.name, facts.name);
    if (found) return found;
  }
  return undefined;
}

/** The convolution from which a blob comes through layers such as BatchNorm. */
function convolutionBefore(
  before: readonly LayerSyntax[],
  bottom: string | undefined,
): LayerSyntax | undefined {
  let blob = bottom;
  for (const layer of before.toReversed()) {
    const { facts } = layer;
    if (blob === undefined || !facts.tops.includes(blob)) continue;
    if (facts.type === 'Convolution') return layer;
    if (!(facts.type in shortNames)) return undefined;
    blob = facts.bottoms[0];
  }
  return undefined;
}

function derive(conv: string, name: string): Derivation | undefined {
  for (const dropped of ['', lettersOf(conv)]) {
    const rest = conv.slice(dropped.length);
    const at = rest === '' ? -1 : name.indexOf(rest);
    if (at >= 0) return { dropped, prefix: name.slice(0, at), suffix: name.slice(at + rest.length) };
  }
  return undefined;
}
