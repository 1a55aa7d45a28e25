import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Document } from '../server/src/document/document.ts';
import { codeActions } from '../server/src/features/codeActions/codeActions.ts';
import { diagnostics } from '../server/src/features/diagnostics/diagnostics.ts';
import { hover } from '../server/src/features/hover/hover.ts';
import { inlayHints } from '../server/src/features/inlayHints.ts';
import { summary } from '../server/src/features/summary/summary.ts';
import { documentSymbols } from '../server/src/features/symbols.ts';
import { layerDefinitions } from '../server/src/layers/registry.ts';
import { netState, phases } from '../server/src/net/states/state.ts';
import { registers } from '../server/src/schema/data/forkIndex.ts';
import { forkNames } from '../server/src/schema/data/forkNames.ts';
import type { FieldDescriptor, MessageDescriptor } from '../server/src/schema/descriptor.ts';
import { type Dialect, dialectOf } from '../server/src/schema/dialect.ts';
import { open } from './support/fixture.ts';

/** Values that the schema accepts and that are edge cases of the arithmetic. */
const numbers = ['0', '1', '2', '3', '7', '2147483647', '100000'];
const signed = [...numbers, '-1', '-2', '-2147483648'];
const unsigned = [...numbers, '4294967295'];

function fieldValue(field: FieldDescriptor, dialect: Dialect, depth: number): fc.Arbitrary<string> {
  const { type } = field;
  if (type.kind === 'message') {
    const message = dialect.schema.message(type.name);
    return message && depth > 0
      ? fieldsOf(message, dialect, depth - 1).map((text) => ` { ${text} }`)
      : fc.constant(' { }');
  }
  if (type.kind === 'enum') {
    return fc.constantFrom(...(dialect.schema.enum(type.name)?.values.keys() ?? [])).map((v) => `: ${v}`);
  }
  if (type.name === 'bool') return fc.constantFrom(': true', ': false');
  if (type.name === 'string' || type.name === 'bytes')
    return fc.constantFrom(': "a"', ': "xavier"', ': "bilinear"');
  return fc.constantFrom(...(type.name.startsWith('u') ? unsigned : signed)).map((number) => `: ${number}`);
}

/** Some fields of a message, repeated ones up to three times. */
function fieldsOf(message: MessageDescriptor, dialect: Dialect, depth: number): fc.Arbitrary<string> {
  const fields = [...message.fields.values()].map((field) =>
    fc
      .array(fieldValue(field, dialect, depth), { maxLength: field.label === 'repeated' ? 3 : 1 })
      .map((values) => values.map((value) => `${field.name}${value}`).join(' ')),
  );
  return fc.tuple(...fields).map((texts) => texts.filter(Boolean).join(' '));
}

const input = fc
  .array(fc.constantFrom('0', '1', '2', '3', '5', '8', '2147483647', '-1'), { maxLength: 5 })
  .map((dims) => `input_param { shape { ${dims.map((dim) => `dim: ${dim}`).join(' ')} } }`);

/** A net with blobs of known shape, of partly known shape, of unknown rank and without a shape. */
function netOf(inputs: readonly string[], layer: string): string {
  const known = inputs.map(
    (text, index) => `layer { name: "i${index}" type: "Input" top: "i${index}" ${text} }`,
  );
  const odd = `layer { name: "d" type: "Data" top: "d" data_param { batch_size: 4 } }
layer { name: "u" type: "Odd" bottom: "d" top: "u" }
layer { name: "n" type: "Input" top: "n" }`;
  return [...known, odd, layer, 'layer { name: "after" type: "ReLU" bottom: "t0" top: "after" }'].join('\n');
}

/** Errors thrown by layer definitions and lint rules. */
function mistakesOfTheTool(document: Document): string[] {
  const said = diagnostics(document).filter(({ code }) => code === 'tool/rule-failed');
  const layers = phases.flatMap((phase) => document.net(netState(phase)).layers);
  const reasons = layers.flatMap(({ missingParams }) => missingParams ?? []);
  const failed = reasons.filter(({ name }) => name === 'failed');
  return [...said.map(({ message }) => message), ...failed.map(({ why }) => why)];
}

for (const definition of layerDefinitions) {
  const fork = definition.forks?.[0] ?? forkNames.find((name) => registers(name, definition.type));
  const dialect = dialectOf(fork ? [fork] : []);
  test(`every feature accepts any ${definition.type} layer of ${dialect.name}`, () => {
    const field = dialect.schema.message('LayerParameter')?.fields.get(definition.paramField ?? '');
    const param = field
      ? fieldValue(field, dialect, 2).map((value) => `${field.name}${value}`)
      : fc.constant('');
    const names = fc.array(fc.constantFrom('i0', 'i1', 'd', 'u', 'n'), { maxLength: 4 });
    const net = fc
      .tuple(fc.tuple(input, input), names, fc.nat(3), param)
      .map(([inputs, bottoms, tops, text]) => {
        const blobs = [
          ...bottoms.map((name) => `bottom: "${name}"`),
          ...Array.from({ length: tops }, (_, i) => `top: "t${i}"`),
        ];
        return netOf(inputs, `layer { name: "test" type: "${definition.type}" ${blobs.join(' ')} ${text} }`);
      });
    fc.assert(
      fc.property(net, (text) => {
        const document = open(text, { dialect: dialect.name });
        const offset = text.indexOf('"test"') + 1;
        assert.deepEqual(mistakesOfTheTool(document), []);
        hover(document, offset, netState('TRAIN'));
        inlayHints(document, undefined, netState('TRAIN'), { shapes: true, parameters: true, batch: true });
        documentSymbols(document, netState('TEST'));
        assert.ok(summary(document, netState('TRAIN')));
      }),
      { numRuns: 60 },
    );
    // Each fix builds the net again, which is expensive.
    const repaired = (text: string) => {
      codeActions(open(text, { dialect: dialect.name }), { start: 0, end: text.length });
    };
    fc.assert(fc.property(net, repaired), { numRuns: 15 });
  });
}
