import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument } from '../../server/src/document/document.ts';
import { defaultSettings } from '../../server/src/document/settings.ts';
import { emptyContext } from '../../server/src/document/workspaceContext.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { exactly, type LayerDefinition } from '../../server/src/layers/definition.ts';
import { netState } from '../../server/src/net/states/state.ts';

const failing: LayerDefinition = {
  type: 'Failing',
  doc: 'Fails.',
  bottoms: exactly(1),
  tops: exactly(1),
  reshape() {
    throw new RangeError('too deep');
  },
};

test('a definition that throws makes only the shapes of its layer unknown', () => {
  const document = createDocument({
    uri: 'test.prototxt',
    version: 0,
    text: `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 } } }
layer { name: "f" type: "Failing" bottom: "x" top: "y" }
layer { name: "r" type: "ReLU" bottom: "x" top: "z" }`,
    settings: defaultSettings,
    context: { ...emptyContext, declared: new Map([['Failing', failing]]) },
  });
  const [, , , relu] = document.net(netState('TRAIN')).layers;
  assert.deepEqual(relu?.outputs[0]?.shape, [1, 3]);
  const said = diagnostics(document).map(({ code, message }) => `${code}: ${message}`);
  assert.match(said.join('\n'), /shape\/unknown: .*`Failing` failed, .*too deep/u);
});
