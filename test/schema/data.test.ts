import assert from 'node:assert/strict';
import test from 'node:test';
import { docs } from '../../server/src/schema/data/docs/index.ts';
import { bvlc as bvlcFacts, ssd as ssdFacts } from '../../server/src/schema/data/forks.generated.ts';
import type { DefaultValue, Schema } from '../../server/src/schema/descriptor.ts';
import { bvlc, type Dialect, dialectOf, ssd } from '../../server/src/schema/dialect.ts';

const dialects = [bvlc, ssd];

test('BVLC declares 63 messages with 423 fields and 26 enums', () => {
  assert.deepEqual(size(bvlc.schema), { messages: 63, fields: 423, enums: 26 });
});

test('SSD declares 86 messages with 583 fields and 36 enums', () => {
  assert.deepEqual(size(ssd.schema), { messages: 86, fields: 583, enums: 36 });
});

test('a schema is built once', () => {
  assert.equal(bvlc.schema, dialectOf(['bvlc']).schema);
});

test('what SSD removes is in BVLC', () => {
  assert.equal(ssd.schema.message('ClipParameter'), undefined);
  assert.equal(ssd.schema.message('PoolingParameter')?.fields.has('round_mode'), false);
  assert.equal(bvlc.schema.message('PoolingParameter')?.fields.has('round_mode'), true);
  assert.equal(bvlc.schema.message('LayerParameter')?.fields.has('prior_box_param'), false);
});

for (const dialect of dialects) {
  const { schema } = dialect;

  test(`${dialect.name}: every message, field and enum value is documented in sentences`, () => {
    const undocumented: string[] = [];
    for (const message of schema.messages.values()) {
      if (!isSentence(message.doc)) undocumented.push(message.name);
      for (const field of message.fields.values()) {
        if (!isSentence(field.doc)) undocumented.push(`${message.name}.${field.name}`);
      }
    }
    for (const name of enumNames(schema)) {
      const found = schema.enum(name);
      if (!isSentence(found?.doc)) undocumented.push(name);
      for (const value of found?.values.keys() ?? []) {
        if (!isSentence(found?.valueDocs.get(value))) undocumented.push(`${name}.${value}`);
      }
    }
    assert.deepEqual(undocumented, []);
  });

  test(`${dialect.name}: every type is declared and field numbers are distinct`, () => {
    for (const message of schema.messages.values()) {
      const numbers = new Set<number>();
      for (const field of message.fields.values()) {
        assert.ok(Number.isInteger(field.number), `${message.name}.${field.name}`);
        if (field.number !== undefined) numbers.add(field.number);
        if (field.type.kind === 'message') assert.ok(schema.message(field.type.name), field.type.name);
        if (field.type.kind === 'enum' && field.default !== undefined) {
          assert.ok(schema.enum(field.type.name)?.values.has(String(field.default)), field.name);
        }
      }
      assert.equal(numbers.size, message.fields.size, message.name);
    }
  });
}

test('documentation covers only what a dialect declares', () => {
  const stray = Object.entries(docs).flatMap(([name, entries]) =>
    Object.keys(entries)
      .filter((key) => !dialects.some((dialect) => declares(dialect.schema, name, key)))
      .map((key) => `${name}.${key}`),
  );
  assert.deepEqual(stray, []);
});

const defaults: readonly [Dialect, string, string, DefaultValue | undefined, boolean][] = [
  [bvlc, 'ConvolutionParameter', 'bias_term', true, true],
  [bvlc, 'ConvolutionParameter', 'group', 1, true],
  [bvlc, 'ConvolutionParameter', 'pad_h', 0, true],
  [bvlc, 'ConvolutionParameter', 'kernel_h', 0, false],
  [bvlc, 'ConvolutionParameter', 'kernel_size', undefined, false],
  [bvlc, 'ConvolutionParameter', 'weight_filler', undefined, false],
  [bvlc, 'ConvolutionParameter', 'num_output', 0, false],
  [bvlc, 'PoolingParameter', 'pool', 'MAX', true],
  [bvlc, 'PoolingParameter', 'round_mode', 'CEIL', true],
  [bvlc, 'FillerParameter', 'type', 'constant', true],
  [bvlc, 'FillerParameter', 'sparse', -1, true],
  [bvlc, 'FillerParameter', 'max', 1, true],
  [bvlc, 'EltwiseParameter', 'operation', 'SUM', true],
  [bvlc, 'ReductionParameter', 'operation', 'SUM', true],
  [bvlc, 'HingeLossParameter', 'norm', 'L1', true],
  [bvlc, 'BatchNormParameter', 'eps', 1e-5, true],
  [bvlc, 'BatchNormParameter', 'use_global_stats', false, false],
  [bvlc, 'MVNParameter', 'eps', 1e-9, true],
  [bvlc, 'DataParameter', 'backend', 'LEVELDB', true],
  [bvlc, 'ImageDataParameter', 'root_folder', '', true],
  [bvlc, 'ClipParameter', 'min', 0, false],
  [bvlc, 'NetState', 'phase', 'TEST', true],
  [bvlc, 'NetStateRule', 'phase', 'TRAIN', false],
  [bvlc, 'ParamSpec', 'lr_mult', 1, true],
  [bvlc, 'ParamSpec', 'share_mode', 'STRICT', false],
  [bvlc, 'LossParameter', 'normalization', 'VALID', true],
  [bvlc, 'SolverParameter', 'type', 'SGD', true],
  [bvlc, 'SolverParameter', 'lr_policy', '', false],
  [bvlc, 'SolverParameter', 'delta', 1e-8, true],
  [bvlc, 'SolverParameter', 'random_seed', -1, true],
  [bvlc, 'V1LayerParameter', 'type', 'NONE', false],
  [ssd, 'PriorBoxParameter', 'offset', 0.5, true],
  [ssd, 'NormalizeParameter', 'eps', 1e-10, true],
  [ssd, 'MultiBoxLossParameter', 'mining_type', 'MAX_NEGATIVE', true],
  [ssd, 'ResizeParameter', 'resize_mode', 'WARP', true],
  [ssd, 'SolverParameter', 'eval_type', 'classification', true],
];

test('defaults come from the schema, otherwise from protobuf', () => {
  for (const [dialect, message, name, value, declared] of defaults) {
    const field = dialect.schema.message(message)?.fields.get(name);
    assert.deepEqual([field?.default, field?.declaresDefault], [value, declared], `${message}.${name}`);
  }
});

test('labels and deprecation are kept', () => {
  const field = (message: string, name: string) => bvlc.schema.message(message)?.fields.get(name);
  assert.equal(field('ClipParameter', 'max')?.label, 'required');
  assert.equal(field('LayerParameter', 'bottom')?.label, 'repeated');
  assert.equal(field('ConcatParameter', 'concat_dim')?.deprecated, true);
  assert.equal(field('ConcatParameter', 'axis')?.deprecated, false);
});

function size(schema: Schema) {
  const messages = [...schema.messages.values()];
  return {
    messages: messages.length,
    fields: messages.reduce((sum, message) => sum + message.fields.size, 0),
    enums: enumNames(schema).length,
  };
}

function enumNames(schema: Schema): string[] {
  return Object.keys({ ...bvlcFacts.enums, ...ssdFacts.enums }).filter((name) => schema.enum(name));
}

function declares(schema: Schema, name: string, key: string): boolean {
  const keys = schema.message(name)?.fields ?? schema.enum(name)?.values;
  return keys !== undefined && (key === '_' || keys.has(key));
}

function isSentence(text: string | undefined): boolean {
  return text !== undefined && /\S.*\.$/.test(text);
}
