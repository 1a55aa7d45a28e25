import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layersIn } from '../../server/src/document/layers.ts';
import { renameTop } from '../../server/src/edit/renameTop.ts';
import { netState, phases } from '../../server/src/net/states/state.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { open } from '../support/fixture.ts';

const input = 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 } } }\n';

function renamed(text: string, name: string, to: string): string {
  const document = open(input + text);
  const layers = phases.flatMap((phase) => layersIn(document, netState(phase)));
  const layer = layers.find((one) => one.name === name);
  assert.ok(layer);
  return applyEdits(input + text, renameTop(document, layer, 0, to)).slice(input.length);
}

test('a top is renamed with all its consumers, in place or not, once or twice', () => {
  assert.equal(
    renamed(
      `layer { name: "a" type: "ReLU" bottom: "x" top: "a" }
layer { name: "b" type: "TanH" bottom: "a" top: "a" }
layer { name: "c" type: "Concat" bottom: ["a", "a"] top: "c" }
layer { name: "d" type: "ReLU" bottom: "x" top: "d" }
`,
      'a',
      'new',
    ),
    `layer { name: "a" type: "ReLU" bottom: "x" top: "new" }
layer { name: "b" type: "TanH" bottom: "new" top: "new" }
layer { name: "c" type: "Concat" bottom: ["new", "new"] top: "c" }
layer { name: "d" type: "ReLU" bottom: "x" top: "d" }
`,
  );
});

test('a top that a different layer produces in the other phase is renamed there too', () => {
  assert.equal(
    renamed(
      `layer { name: "a" type: "ReLU" bottom: "x" top: "a" include { phase: TRAIN } }
layer { name: "b" type: "TanH" bottom: "x" top: "a" include { phase: TEST } }
layer { name: "c" type: "ReLU" bottom: "a" top: "c" }
`,
      'a',
      'new',
    ),
    `layer { name: "a" type: "ReLU" bottom: "x" top: "new" include { phase: TRAIN } }
layer { name: "b" type: "TanH" bottom: "x" top: "new" include { phase: TEST } }
layer { name: "c" type: "ReLU" bottom: "new" top: "c" }
`,
  );
});
