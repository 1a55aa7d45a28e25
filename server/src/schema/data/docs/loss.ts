import type { SchemaDocs } from '../facts.ts';

export const lossDocs: SchemaDocs = {
  AccuracyParameter: {
    _: 'Share of items whose label is among the highest scores.',
    top_k:
      'An item counts as right if its label is among this many highest scores. At most the number of classes.',
    axis: 'Axis of the classes; all other axes are items, one label each. Negative counts from the end.',
    ignore_label: 'Items with this label do not count.',
  },
  HingeLossParameter: {
    _: 'One-against-all hinge loss, as of a linear support vector machine.',
    norm: 'Whether violations of the margin are summed as they are or squared.',
  },
  'HingeLossParameter.Norm': {
    _: 'How violations of the margin are summed.',
    L1: 'As they are.',
    L2: 'Squared.',
  },
  ContrastiveLossParameter: {
    _: 'Pulls similar pairs together and pushes others apart up to a margin.',
    margin: 'Distance beyond which dissimilar pairs cost nothing.',
    legacy_version: 'Uses max(margin - d², 0) for dissimilar pairs instead of max(margin - d, 0)².',
  },
  InfogainLossParameter: {
    _: 'Log loss weighted by a matrix of classes; the third bottom or a file gives the matrix.',
    source: 'Binary BlobProto with the matrix. Needed with two bottoms.',
    axis: 'Axis of the classes. Negative counts from the end.',
  },
};
