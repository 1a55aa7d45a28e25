import type { Severity } from '../../checks/severity.ts';

/** The notices of the tool itself: code, severity and meaning. */
const table = {
  'comment/state': [
    'warning',
    'A `# caffe-state:` comment is not a valid state: a phase, optionally followed by a level and stages.',
  ],
  'comment/dialect': ['warning', 'A `# caffe-dialect:` comment names an unknown fork of Caffe.'],
  'comment/name': ['warning', 'The name of a comment that configures the tool is misspelled.'],
  'comment/shape': [
    'warning',
    'A `# shape:` comment names a blob that the net does not have, or is not a size for each axis.',
  ],
  'comment/after-text': [
    'warning',
    'A comment that configures the tool follows other text on its line, where it has no effect.',
  ],
  'comment/repeated': [
    'warning',
    'A second `# caffe-dialect:`, `# proto-file:` or `# proto-message:` comment, which has no effect.',
  ],
  'comment/ignored-code': ['warning', 'A `# caffe-ignore:` comment names an unknown check or rule.'],
  'comment/proto-file': ['warning', 'A `# proto-file:` comment names a schema that cannot be read.'],
  'comment/proto-message': [
    'warning',
    'A `# proto-message:` comment names a message that the schema does not declare.',
  ],
  'comment/line-end': [
    'warning',
    'A comment continues after its line, because the file has the line ends of old Mac files (CR), which do not end a comment.',
  ],
  'comment/unused-ignore': ['hint', 'Unused suppression: a `# caffe-ignore:` comment hides no diagnostic.'],
  'solver/net-not-found': ['warning', 'A solver names a net whose file does not exist.'],
  'shape/unknown': [
    'hint',
    'A shape cannot be computed: it depends on a data file, or on a custom layer without a declaration. Set it in a `# shape:` comment, in a setting or in `caffe-prototxt.json`.',
  ],
  'tool/other-dialect': [
    'information',
    'The detected dialect is another fork than the best known one that has everything in the file, because that one rejects the net. It may be a mistake in the net.',
  ],
  'tool/too-many-problems': ['information', 'The file has more problems with one code than can be listed.'],
  'tool/too-many-layers': ['warning', 'The file has more layers than are analyzed.'],
  'tool/too-many-states': ['information', 'The net is requested in more states than it is built in.'],
  'tool/rule-failed': [
    'information',
    'A rule failed on the file because of a bug in this tool, so its findings are missing. Please report it, with the file if possible.',
  ],
} as const;

export type NoticeId = keyof typeof table;

export const noticeIds = Object.keys(table) as readonly NoticeId[];

/** The severity and the meaning of a notice of the tool. */
export function findNotice(code: string): { readonly severity: Severity; readonly what: string } | undefined {
  const note = noticeIds.find((id) => id === code);
  return note && { severity: table[note][0], what: table[note][1] };
}
