import type { Document } from '../../document/document.ts';
import { shift } from '../../text/range.ts';
import type { Finding, Rule } from '../rule.ts';
import { type UncommonKind, uncommonPlaces } from './uncommonPlaces.ts';

const names: Readonly<Record<UncommonKind, readonly [string, string]>> = {
  list: ['A list in brackets', 'Repeat the field for each value'],
  angle: ['A message in angle brackets', 'Use `{ … }`'],
  strings: ['A string in several pieces', 'Join the strings'],
  separator: ['A comma or semicolon after a field', 'Remove the separators'],
};

export const uncommonSyntax: Rule = {
  code: 'uncommon-syntax',
  severity: 'hint',
  doc: {
    what: 'The file uses a form of the text format that some parsers do not support.',
    why: "Caffe's parser accepts lists in brackets, messages in angle brackets, strings in several pieces, and a comma or semicolon after a field. Old versions of Caffe, and many tools with a different parser, do not.",
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: [1, 3] } } }
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "relu" type: "ReLU" bottom: "data" top: "relu" }
`,
    fix: 'Use the plain form.',
  },
  *file(document) {
    if (!document.root) return;
    const kinds = new Map<UncommonKind, Finding>();
    for (const { kind, block, range } of uncommonPlaces(document)) {
      if (kinds.has(kind)) continue;
      const [what, title] = names[kind];
      kinds.set(kind, {
        message: `${what} is not supported by every tool that reads nets.`,
        location: { block, range: shift(range, -document.tree.startOf(block)) },
        fixes: () => plain(document, kind, title),
      });
    }
    yield* kinds.values();
  },
};

/** One fix for all forms of a kind. */
function plain(document: Document, kind: UncommonKind, title: string) {
  const places = [...uncommonPlaces(document)].filter((place) => place.kind === kind);
  const edits = places.flatMap((place) => place.edits());
  return edits.length > 0 ? [{ title, edits, preferred: true, safe: true }] : [];
}
