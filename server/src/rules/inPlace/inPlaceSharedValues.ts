import { layerPlace } from '../../net/fault.ts';
import { layersOf } from '../../net/layersOf.ts';
import type { Layer, Net } from '../../net/net.ts';
import { type Port, type Wiring, wiringOf } from '../../net/wiring.ts';
import { trains } from '../helpers/training.ts';
import type { Rule } from '../rule.ts';
import { withOwnTop } from './ownTop.ts';

/** Layers whose top is the memory of their bottom under another shape. */
const views = ['Flatten', 'Reshape'];

/** Values that change under the hands of another layer. */
export const inPlaceSharedValues: Rule = {
  code: 'in-place-shared-values',
  severity: 'warning',
  doc: {
    what: 'A layer works in place on a Reshape or Flatten of a blob that another layer reads too.',
    why: 'Reshape and Flatten copy nothing: their top is the same memory, and so are the copies that Caffe makes where a blob is read twice. A layer that overwrites such a top overwrites the blob itself. A layer behind it reads the new values, and one before it works out its gradient from them. Caffe notices it only where the names are the same.',
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
    fix: 'Give the layer that works in place a top of its own.',
  },
  types: views,
  *net(net, document) {
    const wiring = wiringOf(net);
    for (const view of layersOf(net, views)) {
      const [writer] = wiring.chain(view).slice(1);
      const source = wiring.maker(view, 0);
      const reader = writer && source && disturbed(view, writer, source, wiring, net);
      if (!reader) continue;
      yield {
        message: `\`${writer.name}\` overwrites \`${view.message.texts('bottom')[0]}\`, of which \`${view.message.texts('top')[0]}\` is another view, and which \`${reader.name}\` reads.`,
        place: layerPlace(writer, writer.message.list('top')[0]),
        layer: writer.name,
        related: [
          { place: layerPlace(view), message: `The ${view.type} that shares the memory.` },
          { place: layerPlace(reader), message: 'The other reader.' },
        ],
        needsWhole: true,
        fixes: () => withOwnTop(document, writer, 0),
      };
    }
  },
};

/** A layer that reads the source of the view: behind the writer, or for a gradient in training. */
function disturbed(view: Layer, writer: Layer, source: Port, wiring: Wiring, net: Net): Layer | undefined {
  const at = net.layers.indexOf(writer);
  return wiring
    .readers(source.layer, source.index)
    .map(({ layer }) => layer)
    .find((layer) => {
      if (layer === view) return false;
      return net.layers.indexOf(layer) > at || (trains(net) && layer.params.length > 0);
    });
}
