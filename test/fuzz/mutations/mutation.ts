import type { Random } from '../random.ts';

/** A changed text; `other` is a text to take parts from. */
export type Mutation = (text: string, random: Random, other: string) => string;
