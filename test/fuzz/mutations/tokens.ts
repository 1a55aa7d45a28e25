import { extremeNumbers, hostileNames, hostilePieces } from '../hostile.ts';
import type { Mutation } from './mutation.ts';

/** Parts of the text format, without a claim to be complete: comments, strings, words, space, single characters. */
const token = /#[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[\w.+-]+|\s+|./gsu;

/** The tokens of a text, which joined are the text. */
export function tokensOf(text: string): string[] {
  return text.match(token) ?? [];
}

/** Replaces one token of a kind, if there is one. */
function replaced(kind: RegExp, choices: readonly string[], quote = ''): Mutation {
  return (text, random) => {
    const tokens = tokensOf(text);
    const places = tokens.flatMap((each, index) => (kind.test(each) ? [index] : []));
    if (places.length > 0) tokens[random.pick(places)] = quote + random.pick(choices) + quote;
    return tokens.join('');
  };
}

/** Replaces a name everywhere, so that the connections of the net stay. */
const renamed: Mutation = (text, random) => {
  const names = tokensOf(text).filter((each) => each.startsWith('"'));
  return names.length === 0 ? text : text.replaceAll(random.pick(names), `"${random.pick(hostileNames)}"`);
};

/** Changes some tokens at a random place. */
function spliced(change: (tokens: string[], start: number, end: number) => readonly string[]): Mutation {
  return (text, random) => {
    const tokens = tokensOf(text);
    const [start, end] = random.span(tokens.length, 8);
    return [...tokens.slice(0, start), ...change(tokens, start, end), ...tokens.slice(end)].join('');
  };
}

const inserted: Mutation = (text, random) => {
  const tokens = tokensOf(text);
  tokens.splice(random.below(tokens.length + 1), 0, random.pick(hostilePieces));
  return tokens.join('');
};

export const tokenMutations: readonly Mutation[] = [
  replaced(/^[\d.+-]/u, extremeNumbers),
  replaced(/^["']/u, hostileNames, '"'),
  replaced(/^\w/u, [...extremeNumbers, ...hostilePieces]),
  replaced(/^[{}:<>[\]]/u, hostilePieces),
  renamed,
  inserted,
  spliced(() => []),
  spliced((tokens, start, end) => {
    const part = tokens.slice(start, end);
    return [...part, ...part];
  }),
  spliced((tokens, start, end) => tokens.slice(start, end).reverse()),
];
