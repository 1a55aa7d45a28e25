import { type BlobGraph, blobGraphOf, type Port } from '../../net/blobGraph.ts';
import { layerLocation } from '../../net/failure.ts';
import { layersOf } from '../../net/layersOf.ts';
import type { Layer, Net } from '../../net/net.ts';
import { isTrainingNet } from '../helpers/training.ts';
import type { Rule } from '../rule.ts';
import { makeOutOfPlace } from './outOfPlace.ts';

/** Layers whose top shares the memory of their bottom. */
const views = ['Flatten', 'Reshape'];

export const inPlaceSharedValues: Rule = {
  code: 'in-place-shared-values',
  severity: 'warning',
  doc: {
    what: 'An in-place layer overwrites the output of a Reshape or Flatten layer whose bottom is read by another layer.',
    why: 'Reshape and Flatten do not copy data: their top shares the memory of their bottom, and so do the copies that Caffe inserts for a blob with several consumers. An in-place layer on such a top also overwrites the bottom. A consumer that runs later reads the new values, and one that ran earlier computes its gradient from them. Caffe detects this only if the names are the same.',
    example: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 8 dim: 3 dim: 4 dim: 4 } } }
layer { name: "flat" type: "Flatten" bottom: "data" top: "flat" }
layer { name: "relu" type: "ReLU" bottom: "flat" top: "flat" }
layer { name: "tanh" type: "TanH" bottom: "data" top: "tanh" }
`,
    fixed: `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 8 dim: 3 dim: 4 dim: 4 } } }
layer { name: "flat" type: "Flatten" bottom: "data" top: "flat" }
layer { name: "relu" type: "ReLU" bottom: "flat" top: "relu" }
layer { name: "tanh" type: "TanH" bottom: "data" top: "tanh" }
`,
    fix: 'Rename the top of the in-place layer.',
  },
  types: views,
  *net(net, document) {
    const graph = blobGraphOf(net);
    for (const view of layersOf(net, views)) {
      const [writer] = graph.chain(view).slice(1);
      const source = graph.producer(view, 0);
      const consumer = writer && source && disturbed(view, writer, source, graph, net);
      if (!consumer) continue;
      yield {
        message: `\`${writer.name}\` also overwrites \`${view.message.texts('bottom')[0]}\`, which shares its memory with \`${view.message.texts('top')[0]}\` and which \`${consumer.name}\` reads.`,
        location: layerLocation(writer, writer.message.list('top')[0]),
        layer: writer.name,
        related: [
          { location: layerLocation(view), message: `The ${view.type} layer that shares the memory.` },
          { location: layerLocation(consumer), message: 'The other consumer.' },
        ],
        needsWhole: true,
        fixes: () => makeOutOfPlace(document, writer, 0),
      };
    }
  },
};

/** A layer that reads the source of the view: after the writer, or for a gradient in training. */
function disturbed(view: Layer, writer: Layer, source: Port, graph: BlobGraph, net: Net): Layer | undefined {
  const at = net.layers.indexOf(writer);
  return graph
    .consumers(source.layer, source.index)
    .map(({ layer }) => layer)
    .find((layer) => {
      if (layer === view) return false;
      return net.layers.indexOf(layer) > at || (isTrainingNet(net) && layer.params.length > 0);
    });
}
