import type { CheckTable } from '../check.ts';

/** Checks of inner products, embeddings and recurrent layers. */
export const recurrentChecks = {
  'ip/axis-range': [
    'fatal',
    'out of range for',
    'The axis index is out of range for the bottom: there is no axis to flatten from.',
  ],
  'ip/num-output-zero': [
    'fatal',
    'Check failed: data_ (constant, gaussian) / blob->count() (others)',
    '`num_output`, the number of outputs, must be at least 1.',
  ],
  'ip/input-changed': [
    'fatal',
    'Input size incompatible with inner product parameters.',
    'The number of inputs differs from the one at set-up.',
  ],
  'embed/num-output': [
    'fatal',
    'EmbedLayer num_output must be positive.',
    '`num_output`, the number of outputs, must be at least 1.',
  ],
  'embed/input-dim': [
    'fatal',
    'EmbedLayer input_dim must be positive.',
    '`input_dim`, the number of words, must be at least 1.',
  ],
  'embed/backward': ['runtime', "Can't backpropagate to EmbedLayer input."],
  'recurrent/x-axes': [
    'fatal',
    'bottom[0] must have at least 2 axes',
    'The input of a recurrent layer must have at least 3 axes: time, streams and values.',
  ],
  'recurrent/x-three-axes': [
    'fatal',
    'axis 2 out of range for 2-D Blob',
    'The input of a recurrent layer must have at least 3 axes: time, streams and values.',
  ],
  'recurrent/cont-axes': [
    'fatal',
    'bottom[1] must have exactly 2 axes',
    'The second bottom, the sequence markers, must have 2 axes: time and streams.',
  ],
  'recurrent/cont-time': [
    'fatal',
    'Check failed: T_ == bottom[1]->shape(0)',
    'The second bottom must have as many time steps as the first.',
  ],
  'recurrent/cont-streams': [
    'fatal',
    'Check failed: N_ == bottom[1]->shape(1)',
    'The second bottom must have as many streams as the first.',
  ],
  'recurrent/static-axes': [
    'fatal',
    'Check failed: bottom[2]->num_axes() >= 1',
    'The static input must have at least 2 axes: streams and values.',
  ],
  'recurrent/static-two-axes': [
    'fatal',
    'axis 1 out of range for 1-D Blob',
    'The static input must have at least 2 axes: streams and values.',
  ],
  'recurrent/static-streams': [
    'fatal',
    'Check failed: N_ == bottom[2]->shape(0)',
    'The static input must have as many streams as the first bottom.',
  ],
  'recurrent/num-output': [
    'fatal',
    'num_output must be positive',
    '`num_output`, the number of outputs, must be at least 1.',
  ],
  'recurrent/time-zero': [
    'fatal',
    'Slice Layer produces at least',
    'The number of time steps must be at least 1.',
  ],
  'recurrent/hidden-shape': [
    'fatal',
    'shape mismatch - recur_input_blobs_',
    'The hidden state must have the shape 1 × streams × `num_output`.',
  ],
  'recurrent/time-changed': [
    'fatal',
    'input number of timesteps changed',
    'The number of time steps differs from the one at set-up.',
  ],
  'recurrent/cont-backward': ['runtime', 'Cannot backpropagate to sequence indicators.'],
  'lstmunit/axes-c': [
    'fatal',
    'Check failed: 3 == bottom[i]->num_axes()',
    'Cell state and gates must have 3 axes.',
  ],
  'lstmunit/axes-cont': [
    'fatal',
    'Check failed: 2 == bottom[i]->num_axes()',
    'The third bottom must have 2 axes.',
  ],
  'lstmunit/time': [
    'fatal',
    'Check failed: 1 == bottom[i]->shape(0)',
    'LSTMUnit requires exactly one time step.',
  ],
  'lstmunit/streams': [
    'fatal',
    'Check failed: num_instances == bottom[i]->shape(1)',
    'All bottoms must have the same number of streams.',
  ],
  'lstmunit/gates': [
    'fatal',
    'Check failed: 4 * hidden_dim_ == bottom[1]->shape(2)',
    'The gates must have four times as many values as the cell state.',
  ],
} as const satisfies CheckTable;
