import { freeName } from '../../../edit/names.ts';
import { type Above, layersOfType } from '../above.ts';
import { namesOf, nextNames } from './nextNames.ts';

/** A name for a new layer of a type: one that continues those of its like, otherwise how it is usually called. */
export function nextLayerName(above: Pick<Above, 'document' | 'above'>, type: string): string {
  const { document } = above;
  const like = layersOfType(above, type).map(({ facts }) => facts.name);
  const [next] = nextNames(document, like);
  return next ?? freeName(namesOf(document), stems.get(type) ?? type.toLowerCase());
}

/** How layers are usually called. */
const stems: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Convolution: 'conv1',
    Deconvolution: 'deconv1',
    Pooling: 'pool1',
    InnerProduct: 'fc1',
    BatchNorm: 'bn1',
    Scale: 'scale1',
    ReLU: 'relu1',
    Dropout: 'drop1',
    LRN: 'norm1',
    Input: 'data',
    Data: 'data',
    ImageData: 'data',
    HDF5Data: 'data',
    Softmax: 'prob',
    SoftmaxWithLoss: 'loss',
  }),
);
