import type { SchemaDocs } from '../facts.ts';
import { commonDocs } from './common.ts';
import { dataDocs } from './data.ts';
import { layerDocs } from './layer.ts';
import { legacyDocs } from './legacy.ts';
import { lossDocs } from './loss.ts';
import { netDocs } from './net.ts';
import { neuronDocs } from './neuron.ts';
import { solverDocs } from './solver.ts';
import { ssdDocs } from './ssd.ts';
import { visionDocs } from './vision.ts';

/** Documentation of messages, fields, enums and values, for all forks. */
export const docs: SchemaDocs = {
  ...netDocs,
  ...layerDocs,
  ...solverDocs,
  ...dataDocs,
  ...visionDocs,
  ...neuronDocs,
  ...commonDocs,
  ...lossDocs,
  ...ssdDocs,
  ...legacyDocs,
};
