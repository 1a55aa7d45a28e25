import type { SchemaDocs } from '../facts.ts';

export const lossDocs: SchemaDocs = {
  AccuracyParameter: {
    _: 'Fraction of items whose label is among the highest scores.',
    top_k:
      'An item is correct if its label is among this number of highest scores. At most the number of classes.',
    axis: 'Axis of the classes; all other axes are items with one label each. Negative values count from the end.',
    ignore_label: 'Items with this label are ignored.',
  },
  HingeLossParameter: {
    _: 'One-vs-all hinge loss, as in a linear support vector machine.',
    norm: 'Whether margin violations are summed directly or squared.',
  },
  'HingeLossParameter.Norm': {
    _: 'How margin violations are summed.',
    L1: 'Without squaring.',
    L2: 'Squared.',
  },
  ContrastiveLossParameter: {
    _: 'Pulls similar pairs together and pushes dissimilar pairs apart up to a margin.',
    margin: 'Distance beyond which dissimilar pairs have no loss.',
    legacy_version: 'Uses max(margin - d², 0) for dissimilar pairs instead of max(margin - d, 0)².',
  },
  InfogainLossParameter: {
    _: 'Log loss weighted by a matrix over classes, from the third bottom or a file.',
    source: 'Binary BlobProto file with the matrix. Required with two bottoms.',
    axis: 'Axis of the classes. Negative values count from the end.',
  },
};
