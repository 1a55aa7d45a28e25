import { isRegistered, layerTypes } from '../layers/registry.ts';
import { onceFor } from '../memo/onceFor.ts';
import { forksWithType } from '../schema/data/forkIndex.ts';
import type { ForkName } from '../schema/data/forkNames.ts';
import { bvlc, type Dialect } from '../schema/dialect.ts';
import { listForks } from '../schema/listForks.ts';
import type { Message } from '../schema/message.ts';
import { nearest } from '../schema/nearest.ts';
import type { SetupFailure } from './setupFailure.ts';

/** The failure of a layer type that the dialect does not register, with suggestions. */
export function unknownType(layer: Message, dialect: Dialect): SetupFailure {
  const type = layer.text('type');
  const at = layer.list('type')[0];
  const guess = guessOf(type, dialect);
  const forks = isRegistered(type, bvlc) ? (['bvlc'] as const) : forksWithType(type);
  return {
    check: 'net/unknown-layer-type',
    message: explain(type, guess, forks),
    at,
    forks,
    replacement: guess && at && forks.length === 0 ? `"${guess}"` : undefined,
  };
}

/** The registered type of which a type is probably a misspelling. Many layers may have the same unknown type. */
function guessOf(type: string, dialect: Dialect): string | undefined {
  const known = guessesOf(dialect);
  if (known.has(type)) return known.get(type);
  if (known.size >= mostGuesses) known.clear();
  const guess = nearest(type, layerTypes(dialect));
  known.set(type, guess);
  return guess;
}

const guessesOf = onceFor((_dialect: Dialect) => new Map<string, string | undefined>());

/** While a type is typed, every key makes another one. */
const mostGuesses = 1000;

/** The name in a declaration of the layer: its type; for a Python layer, `Python module.Class`. */
export function declaredName(message: Message): string {
  const type = message.text('type');
  const python = message.message('python_param');
  return type === 'Python' ? `Python ${python.text('module')}.${python.text('layer')}` : type;
}

function explain(type: string, guess: string | undefined, forks: readonly ForkName[]): string {
  if (type === '') return 'The layer has no `type`.';
  if (type === 'Python') {
    return 'Python layers require a Caffe built with WITH_PYTHON_LAYER, which is off by default.';
  }
  if (forks.includes('bvlc')) return `\`${type}\` is not a layer type of this Caffe; BVLC has it.`;
  if (forks.length > 0) return `\`${type}\` is a layer type of other forks of Caffe: ${listForks(forks)}.`;
  return `\`${type}\` is not a layer type of this Caffe.${guess ? ` Did you mean \`${guess}\`?` : ''}`;
}
