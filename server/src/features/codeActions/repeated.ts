import type { Document } from '../../document/document.ts';
import { toFields, toList } from '../../edit/repeated.ts';
import { nodeAt } from '../../syntax/parse.ts';
import type { Range } from '../../text/range.ts';
import { describeField } from '../describeField.ts';
import type { CodeAction } from '../types.ts';

/** The two ways to write a repeated scalar field: as a list, and as a field for each value. */
export function repeatedActions(document: Document, { start }: Range): CodeAction[] {
  const path = nodeAt(document.tree, start);
  const field = path && describeField(document, path)?.field;
  if (!path || field?.label !== 'repeated') return [];
  const { text } = document;
  const list = toList(text, path);
  const fields = toFields(text, path);
  return [
    ...(list ? [action(`Write the values of \`${field.name}\` as a list`, list)] : []),
    ...(fields ? [action(`Write each value of \`${field.name}\` as a field`, fields)] : []),
  ];
}

function action(title: string, edit: CodeAction['edits'][number]): CodeAction {
  return { title, kind: 'refactor', diagnostic: undefined, edits: [edit] };
}
