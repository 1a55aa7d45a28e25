import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

function run(script: string, ...args: string[]) {
  const file = fileURLToPath(new URL(`../../scripts/${script}`, import.meta.url));
  return spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' });
}

test('forks.generated.ts is generated from server/forks', () => {
  const { status, stderr } = run('forks.mjs', '--check');
  assert.equal(status, 0, stderr);
});

test('the facts of a fork are what its caffe.proto adds to BVLC', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fork-'));
  const proto = join(folder, 'caffe.proto');
  const types = join(folder, 'types.txt');
  writeFileSync(
    proto,
    `syntax = "proto2";
package caffe;
message LayerParameter {
  optional string name = 1;
  optional GateParameter gate_param = 900;
}
message GateParameter {
  enum Mode { SOFT = 0; HARD = 1; }
  optional Mode mode = 1 [default = HARD];
  repeated uint32 units = 2;
}
message PoolingParameter {
  enum PoolMethod { MAX = 0; AVE = 1; STOCHASTIC = 2; MEDIAN = 3; }
  optional PoolMethod pool = 1 [default = AVE];
  optional uint32 pad = 4 [default = 0];
}
`,
  );
  writeFileSync(types, 'Pooling\nMedian\n');
  const { status, stdout, stderr } = run(
    'importFork.mjs',
    '--print',
    'gates',
    'someone/gates',
    'gates',
    proto,
    types,
  );
  rmSync(folder, { recursive: true });
  assert.equal(status, 0, stderr);
  const { rank, lacks, types: registered, ...facts } = JSON.parse(stdout);
  assert.equal(typeof rank, 'number');
  assert.deepEqual(facts, {
    repository: 'someone/gates',
    topic: 'gates',
    messages: {
      GateParameter: { mode: 'GateParameter.Mode = HARD', units: 'uint32 repeated' },
      LayerParameter: { gate_param: 'GateParameter' },
      PoolingParameter: { pool: 'PoolingParameter.PoolMethod = AVE' },
    },
    enums: { 'GateParameter.Mode': '+ SOFT=0 HARD=1', 'PoolingParameter.PoolMethod': '+ MEDIAN' },
  });
  const missing = registered.filter((type: string) => type.startsWith('-'));
  assert.deepEqual(
    registered.filter((type: string) => !missing.includes(type)),
    ['Median'],
  );
  assert.ok(missing.includes('-Convolution') && !missing.includes('-Pooling'));
  const { messages, enums } = lacks;
  assert.equal(messages.ConvolutionParameter, null);
  assert.equal(messages.LayerParameter.top, null);
  assert.equal(messages.PoolingParameter.pool, undefined);
  assert.equal(messages.PoolingParameter.stride, null);
  assert.equal(enums['PoolingParameter.RoundMode'], null);
  assert.equal(enums['PoolingParameter.PoolMethod'], undefined);
});

test('a caffe.proto with LayerConnection declares the layers of V0', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fork-'));
  const proto = join(folder, 'caffe.proto');
  writeFileSync(
    proto,
    `package caffe;
message LayerParameter {
  optional string name = 1;
  optional float gate = 2 [default = 1];
}
message LayerConnection {
  optional LayerParameter layer = 1;
  repeated string bottom = 2;
}
message NetParameter { repeated LayerConnection layers = 2; }
`,
  );
  const { status, stdout, stderr } = run('importFork.mjs', '--print', 'old', 'someone/old', 'old', proto);
  rmSync(folder, { recursive: true });
  assert.equal(status, 0, stderr);
  const { messages, lacks } = JSON.parse(stdout);
  assert.deepEqual(messages, { V0LayerParameter: { gate: 'float = 1' } });
  const {
    V0LayerParameter: inner,
    V1LayerParameter: outer,
    NetParameter: net,
    LayerParameter: read,
  } = lacks.messages;
  assert.deepEqual([inner.name, inner.type, outer.layer, outer.top], [undefined, null, undefined, null]);
  assert.deepEqual([net.layers, net.layer], [undefined, null]);
  assert.deepEqual([read.name, read.top, read.phase, read.relu_param], [undefined, undefined, null, null]);
});
