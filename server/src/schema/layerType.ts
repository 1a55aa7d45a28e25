import type { ScalarNode } from '../syntax/nodes.ts';
import { forksWithType, typesOf } from './data/forkIndex.ts';
import type { FieldDescriptor, Schema } from './descriptor.ts';
import { nearest } from './nearest.ts';
import { readScalar, type ScalarReading } from './scalar.ts';
import type { Scope } from './scope.ts';

/** A scalar in a field of a message; a layer's type in the other syntax is converted to this one. */
export function readTyped(
  scope: Scope,
  known: FieldDescriptor,
  node: ScalarNode,
  schema: Schema,
): ScalarReading {
  const reading = readScalar(known.type, node, schema);
  if (reading.ok || known.name !== 'type') return reading;
  if (scope.descriptor.name === 'LayerParameter') return currentType(reading, node);
  const mixed = scope.descriptor.name === 'V1LayerParameter' && scope.parent?.counts.has('layer');
  return mixed && node.literal === 'string' ? ofTheOthers(reading, node) : reading;
}

type Refusal = Extract<ScalarReading, { readonly ok: false }>;

/** `type: INNER_PRODUCT` in a `layer`. */
function currentType(reading: Refusal, node: ScalarNode): ScalarReading {
  if (node.literal === 'integer' || node.literal === 'float')
    return {
      ...reading,
      message: `Expected the name of a layer type, found \`${node.text}\`.`,
      replacement: undefined,
    };
  const meant = node.literal === 'identifier' ? typeMeant(node.text) : undefined;
  if (meant === undefined) return reading;
  const replacement = `"${meant}"`;
  return {
    ...reading,
    message: `Expected a string, found \`${node.text}\`; use \`${replacement}\`.`,
    replacement,
  };
}

/** `type: "InnerProduct"` in a `layers` of a file that uses `layer`. */
function ofTheOthers(reading: Refusal, { text }: ScalarNode): ScalarReading {
  const message = `\`"${text}"\` is a type of the current syntax (\`layer { … }\`), which the layers above use; this block has the old syntax (\`layers { … }\`).`;
  return { ...reading, message, replacement: undefined };
}

/** The current type for a word in V1's spelling, also if misspelled; types of forks are unchanged. */
function typeMeant(word: string): string | undefined {
  if (!/^[A-Z0-9_]+$/.test(word)) return undefined;
  const plain = bare(word);
  if (plain === 'softmaxloss') return 'SoftmaxWithLoss';
  const types = [...typesOf('bvlc'), ...typesOf('ssd')];
  const same = types.find((type) => bare(type) === plain);
  return same ?? (forksWithType(word).length > 0 ? undefined : nearest(word, types));
}

function bare(word: string): string {
  return word.replaceAll('_', '').toLowerCase();
}
