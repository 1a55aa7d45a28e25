import type { Band, GraphNode } from './graph.ts';

/** Sizes of the drawing in pixels at 100 %. */
export const sizes = {
  /** Font sizes. */
  title: 12,
  text: 11,
  label: 10,
  /** The part of a node with title and subtitle. */
  head: 38,
  band: 18,
  /** The space below the last band. */
  below: 3,
  padding: 10,
  narrowest: 112,
  /** The title of an open group. */
  groupTitle: 18,
  /** The space between two rows of nodes, and between two nodes of a row. */
  rowGap: 40,
  columnGap: 22,
} as const;

/** The greatest number of characters of a line; longer ones are shortened. */
const longestLine = 40;

/** A text that fits into a line of a node. */
export function fitted(text: string, longest: number = longestLine): string {
  const letters = [...text];
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join('')}…`;
}

const narrow = /[ijlftrI1.,:;'`|!()[\]/\\ ·-]/u;
const wide = /[mwMW@%—…]|[\u{0250}-\u{10ffff}]/u;
const capital = /[A-Z0-9_×+=<>#&?–→≥]/u;

/** An upper estimate of the width of a text in a proportional font, as fonts cannot be measured without a screen. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const letter of text) width += knownEms(letter);
  return width * fontSize;
}

/** The widths of letters: large graphs have many texts of few letters. */
const ems = new Map<string, number>();
const mostLetters = 2000;

function knownEms(letter: string): number {
  const known = ems.get(letter);
  if (known !== undefined) return known;
  const width = emsOf(letter);
  if (ems.size < mostLetters) ems.set(letter, width);
  return width;
}

function emsOf(letter: string): number {
  if (narrow.test(letter)) return 0.36;
  if (capital.test(letter)) return 0.68;
  return wide.test(letter) ? 1.02 : 0.58;
}

/** The lines below the title and the subtitle of a node; the last one is its figure, if it has one. */
export function linesBelow({ bands, category, variants, figure }: GraphNode): readonly Band[] {
  const own = [variants, figure].flatMap((text) => (text === undefined ? [] : [{ text, category }]));
  return own.length === 0 ? bands : [...bands, ...own];
}

/** Room for the sign of a mark or a folded group in the title. */
const sign = 18;

/** The size of a node with its texts. `labelWidth` is the width of the label below it, right of the center. */
export function nodeSize(
  node: GraphNode,
  labelWidth: number,
): { readonly width: number; readonly height: number } {
  const { title, subtitle, mark, isFolded } = node;
  const lines = linesBelow(node);
  const signs = (mark ? sign : 0) + (isFolded ? sign : 0);
  const texts = [
    textWidth(fitted(title), sizes.title) * 1.06 + signs,
    textWidth(fitted(subtitle), sizes.text),
    ...lines.map(({ text }) => textWidth(fitted(text), sizes.text)),
  ];
  const width = Math.max(sizes.narrowest, Math.max(...texts) + 2 * sizes.padding, 2 * labelWidth);
  return {
    width: Math.ceil(width),
    height: sizes.head + lines.length * sizes.band + (lines.length > 0 ? sizes.below : 0),
  };
}
