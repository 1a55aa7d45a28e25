/** The comments that this tool reads, and what they are for. */
export const directiveDocs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'caffe-state': 'A state in which the net is built, such as `TEST deploy`.',
    'caffe-dialect': 'The fork of Caffe for which the file is written.',
    shape: 'The shape of a blob that depends on data, such as `data 64x3x224x224`.',
    'caffe-ignore': 'The codes of problems to suppress in the field or layer below.',
    'caffe-ignore-file': 'The codes of problems to suppress in the file.',
    'proto-file': 'The path of a custom caffe.proto.',
    'proto-message': 'The message of the file: a net or a solver.',
  }),
);
