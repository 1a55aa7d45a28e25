import type { Severity } from '../../checks/severity.ts';

/** What the tool says of the comments that speak to it, and of what it cannot know: code, severity and meaning. */
const table = {
  'comment/state': [
    'warning',
    'A `# caffe-state:` comment does not name a state: a phase, then its level and stages.',
  ],
  'comment/dialect': ['warning', 'A `# caffe-dialect:` comment names a fork of Caffe that is not known.'],
  'comment/ignored-code': [
    'warning',
    'A `# caffe-ignore:` comment names a check or rule that does not exist.',
  ],
  'comment/proto-file': ['warning', 'A `# proto-file:` comment names a schema that cannot be read.'],
  'comment/proto-message': ['warning', 'A `# proto-message:` comment names a message that the schema lacks.'],
  'comment/unused-ignore': ['hint', 'A `# caffe-ignore:` comment keeps nothing quiet.'],
  'shape/unknown': [
    'hint',
    'A shape cannot be known from the text: it stands in a data file, or the rule of the layer is not known. A `# shape:` comment, a setting or `caffe-prototxt.json` can tell it.',
  ],
  'tool/rule-failed': [
    'information',
    'A rule of this tool failed on the file, and says nothing of it. Please report it, with the file if you can.',
  ],
} as const;

export type NoteId = keyof typeof table;

export const noteIds = Object.keys(table) as readonly NoteId[];

/** The severity and the meaning of a note of the tool's own. */
export function findNote(code: string): { readonly severity: Severity; readonly what: string } | undefined {
  const note = noteIds.find((id) => id === code);
  return note && { severity: table[note][0], what: table[note][1] };
}
