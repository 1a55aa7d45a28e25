import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layersToInputs } from '../../server/src/edit/upgrade/toInputs.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { open } from '../support/fixture.ts';

test('Input layers to net-level inputs', () => {
  const text = `name: "n"
layer {
  name: "in" # both
  type: "Input"
  top: "a"
  top: "b"
  input_param { shape { dim: 1 dim: 4 } }
}
layer { name: "s" type: "Silence" bottom: "a" bottom: "b" }
`;
  const inputs = `name: "n"
# both
input: "a"
input_shape { dim: 1 dim: 4 }
input: "b"
input_shape { dim: 1 dim: 4 }
layer { name: "s" type: "Silence" bottom: "a" bottom: "b" }
`;
  assert.equal(applyEdits(text, layersToInputs(open(text))), inputs);
  assert.deepEqual(
    diagnostics(open(inputs)).filter(({ severity }) => severity === 'error'),
    [],
  );
});

test('lists, angle brackets and comments', () => {
  const text = `layer { # an image
  type: "Input" name: "in" top: ["a", "b"]
  input_param < shape: [{ dim: 1 # batch
    dim: 4 }, <dim: 2>] >
}
layer { name: "s" type: "Silence" bottom: "a" bottom: "b" }
`;
  const inputs = `# an image
input: "a"
input_shape { dim: 1 # batch
  dim: 4 }
input: "b"
input_shape <dim: 2>
layer { name: "s" type: "Silence" bottom: "a" bottom: "b" }
`;
  assert.equal(applyEdits(text, layersToInputs(open(text))), inputs);
});

test('not for an input of one phase', () => {
  const text = `layer { name: "a" type: "Input" top: "a" include { phase: TEST } input_param { shape { dim: 1 } } }\n`;
  assert.deepEqual(layersToInputs(open(text)), []);
});
