import { layerTypes } from '../layers/registry.ts';
import { forksWithType } from '../schema/data/forkIndex.ts';
import type { ForkName } from '../schema/data/forkNames.ts';
import type { Dialect } from '../schema/dialect.ts';
import { listForks } from '../schema/listForks.ts';
import type { Message } from '../schema/message.ts';
import { nearest } from '../schema/nearest.ts';
import type { SetupFault } from './setupFault.ts';

/** Says of a layer type that the dialect does not register what it might be. */
export function unknownType(layer: Message, dialect: Dialect): SetupFault {
  const type = layer.text('type');
  const at = layer.list('type')[0];
  const guess = nearest(type, layerTypes(dialect));
  const forks = forksWithType(type);
  return {
    check: 'net/unknown-layer-type',
    message: explain(type, guess, forks),
    at,
    forks,
    instead: guess && at && forks.length === 0 ? `"${guess}"` : undefined,
  };
}

/** Under which name people declare a layer: its type; of a Python layer, also its module and class. */
export function declaredName(message: Message): string {
  const type = message.text('type');
  const python = message.message('python_param');
  return type === 'Python' ? `Python ${python.text('module')}.${python.text('layer')}` : type;
}

function explain(type: string, guess: string | undefined, forks: readonly ForkName[]): string {
  if (type === '') return 'The layer has no type.';
  if (type === 'Python') {
    return 'Python layers exist only in builds of Caffe made with WITH_PYTHON_LAYER, which the default build is not.';
  }
  if (forks.length > 0) return `\`${type}\` is a layer of a fork of Caffe: ${listForks(forks)}.`;
  return `There is no layer type \`${type}\` in this Caffe.${guess ? ` Did you mean \`${guess}\`?` : ''}`;
}
