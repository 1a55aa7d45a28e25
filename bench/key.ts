import { createDocument, type Document } from '../server/src/document/document.ts';
import { defaultSettings } from '../server/src/document/settings.ts';
import { diagnostics } from '../server/src/features/diagnostics/diagnostics.ts';

/** One keystroke: a digit of a `num_output` and its replacement. */
export interface Key {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/**
 * The keystroke nearest to the middle of a net that causes no new problem, so that the net after it still has shapes;
 * undefined for a text without `num_output`.
 */
export function keyOf(document: Document): Key | undefined {
  const keys = nearestKeys(document.text);
  const count = diagnostics(document).length;
  const harmless = keys.find((key) => {
    const edited = openText(withKey(document.text, key, 'after'), document);
    return diagnostics(edited).length <= count;
  });
  return harmless ?? keys[0];
}

/** The text before or after a keystroke. */
export function withKey(text: string, { offset, ...digits }: Key, which: 'before' | 'after'): string {
  return text.slice(0, offset) + digits[which] + text.slice(offset + 1);
}

/** The document of a text, which reuses a previous one. */
export function openText(text: string, previous?: Document): Document {
  const version = (previous?.version ?? 0) + 1;
  return createDocument({ uri: 'file:///net.prototxt', version, text, settings: defaultSettings }, previous);
}

const candidates = 4;

function nearestKeys(text: string): Key[] {
  const middle = text.length >> 1;
  const offsets = [...text.matchAll(/\bnum_output:\s*\d*\d/gu)].map(
    (match) => match.index + match[0].length - 1,
  );
  const nearest = offsets.sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle));
  return nearest.slice(0, candidates).map((offset) => {
    const before = text.charAt(offset);
    return { offset, before, after: before === '5' ? '6' : '5' };
  });
}
