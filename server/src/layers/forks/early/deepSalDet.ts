import { hdf5Data } from '../../bvlc/data.ts';
import { scalar, softmaxWithLoss } from '../../bvlc/loss.ts';
import { exactly, type LayerDefinition } from '../../definition.ts';

/** Layers of Robert0812/deepsaldet, a Caffe of 2014, that differ from those of BVLC. */

const forks = ['deepsaldet'] as const;

/** hdf5_data_layer.cpp: the datasets `data` and `label`. */
const hdf5DataWithLabels: LayerDefinition = { ...hdf5Data, forks, tops: exactly(2) };

/** softmax_loss_layer.cpp: labels are not compared with the scores when the net is built. */
const softmaxWithProbabilities: LayerDefinition = {
  ...softmaxWithLoss,
  forks,
  isUnweighed: true,
  doc: `${softmaxWithLoss.doc} A second top has the probabilities.`,
  setUp: () => {},
  reshape: (layer) => layer.topNames.map((_, index) => (index === 0 ? scalar : layer.like(0))),
};

export const deepSalDetLayers: readonly LayerDefinition[] = [hdf5DataWithLabels, softmaxWithProbabilities];
