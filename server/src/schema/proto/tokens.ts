import { endsEscaped } from '../../syntax/strings.ts';
import type { Range } from '../../text/range.ts';

/** A word, a string with its quotes, or a single delimiter of a .proto file. */
export interface ProtoToken extends Range {
  readonly text: string;
}

const patterns = [
  String.raw`\s+`,
  String.raw`\/\/[^\n]*`,
  String.raw`\/\*[\s\S]*?(?:\*\/|$)`,
  String.raw`"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"?`,
  String.raw`'[^'\\\n]*(?:\\[^\n][^'\\\n]*)*'?`,
  String.raw`[{}=;:[\],()<>/\\]`,
  String.raw`[^\s{}=;:[\],'"()<>]+`,
];
const anyToken = new RegExp(patterns.join('|'), 'y');

/**
 * The tokens of a .proto file, split as protobufjs splits them, without whitespace and comments; and the first
 * unclosed string or comment.
 */
export function tokenize(text: string): { tokens: readonly ProtoToken[]; open: ProtoToken | undefined } {
  const tokens: ProtoToken[] = [];
  let open: ProtoToken | undefined;
  anyToken.lastIndex = 0;
  for (let match = anyToken.exec(text); match; match = anyToken.exec(text)) {
    const token = { text: match[0], start: match.index, end: anyToken.lastIndex };
    if (isOpen(token.text)) open ??= token;
    if (!/^(?:\s|\/[/*])/.test(token.text)) tokens.push(token);
  }
  return { tokens, open };
}

function isOpen(text: string): boolean {
  if (text.startsWith('/*')) return text.length < 4 || !text.endsWith('*/');
  if (!text.startsWith('"') && !text.startsWith("'")) return false;
  return text.length < 2 || text.at(-1) !== text[0] || endsEscaped(text);
}
