import { isDeepStrictEqual } from 'node:util';
import { hostileNames, hostilePieces } from '../hostile.ts';
import { bounded, minimizeList, minimizeText } from '../minimize.ts';
import { mutant, part, type Seeds } from '../mutations/mutate.ts';
import type { Random } from '../random.ts';
import { tool as realTool, type Tool } from '../tool.ts';
import { type Kind, type Violation, violationOf } from './kind.ts';

/** Replaces a part of a text. Places are fractions of its length, so that an edit applies to every text. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

export interface Edits {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** Sequences of edits: an edited document has the same results as a new one. */
export const editsKind: Kind<Edits> = {
  name: 'edits',
  generate: (random, seeds) => ({
    text: random.chance(0.5) ? part(random.pick(seeds), random) : mutant(random, seeds),
    edits: Array.from({ length: 1 + random.below(6) }, () => edit(random, seeds)),
  }),
  violations: (input) => editViolations(input),
  async minimize({ text, edits }, fails) {
    const trial = bounded(fails);
    const fewer = await minimizeList(edits, (some) => trial({ text, edits: some }));
    const shorter = await minimizeText(text, (some) => trial({ text: some, edits: fewer }));
    return { text: shorter, edits: fewer };
  },
  size: ({ edits }) => edits.length,
  print: ({ text, edits }) => `${text}\n${edits.map((each) => JSON.stringify(each)).join('\n')}`,
};

function edit(random: Random, seeds: Seeds): Edit {
  const inserted = random.pick([
    () => '',
    () => random.pick(hostilePieces),
    () => `"${random.pick(hostileNames)}"`,
    () => String(random.below(100)),
    () => part(random.pick(seeds), random).slice(0, 400),
  ]);
  return { at: random.next(), remove: random.chance(0.5) ? 0 : random.below(60), insert: inserted() };
}

/** The text after an edit. */
export function applyEdit(text: string, { at, remove, insert }: Edit): string {
  const start = Math.floor(at * (text.length + 1));
  return text.slice(0, start) + insert + text.slice(start + remove);
}

/** Whether a sequence of edits leads to different results than opening the last text. */
export function editViolations({ text, edits }: Edits, tool: Tool = realTool): Promise<Violation[]> {
  return violationOf('an edited document equals a new one', () => {
    let document = tool.open(text);
    tool.snapshotOf(document);
    let current = text;
    for (const each of edits) {
      current = applyEdit(current, each);
      document = tool.open(current, document);
      const different = difference(tool.snapshotOf(document), tool.snapshotOf(tool.open(current)));
      if (different !== undefined) return different;
    }
    return undefined;
  });
}

function difference(edited: Results, fresh: Results): string | undefined {
  const keys = Object.keys(fresh).filter((key) => !isDeepStrictEqual(edited[key], fresh[key]));
  return keys.length === 0 ? undefined : `different: ${keys.join(', ')}`;
}

type Results = Readonly<Record<string, unknown>>;
