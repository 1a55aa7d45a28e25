import type { Document } from '../../../document/document.ts';
import type { Message } from '../../../schema/message.ts';
import type { ValueCursor } from '../cursor.ts';

/** The names that the layers of a file already have in a field whose names connect layers, in the order of the file. */
export function ownNames(
  document: Document,
  { message, field }: Pick<ValueCursor, 'message' | 'field'>,
): readonly string[] {
  const namesOf = Object.hasOwn(readers, message.name) ? readers[message.name]?.(field.name) : undefined;
  if (!namesOf) return [];
  const names = document.netInput().upgraded.layers.flatMap((layer) => namesOf(layer.message));
  return [...new Set(names)].filter((name) => name !== '');
}

/** The stages that the rules of a file name, in its order. */
export function stagesOf(document: Document): string[] {
  return [...new Set(document.netInput().upgraded.layers.flatMap(({ message }) => stages(message)))];
}

type Reader = (layer: Message) => string[];

/** By message: how the names of a field are read from a layer; undefined for other fields. */
const readers: Readonly<Record<string, (field: string) => Reader | undefined>> = {
  // Layers share parameters by these names.
  ParamSpec: (field) => (field === 'name' ? sharedNames : undefined),
  NetStateRule: (field) => (field.endsWith('stage') ? stages : undefined),
};

function sharedNames(layer: Message): string[] {
  return layer.messages('param').map((spec) => spec.text('name'));
}

function stages(layer: Message): string[] {
  const rules = [...layer.messages('include'), ...layer.messages('exclude')];
  return rules.flatMap((rule) => [...rule.texts('stage'), ...rule.texts('not_stage')]);
}
