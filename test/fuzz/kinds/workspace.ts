import { openIn } from '../../workspace/support/memoryHost.ts';
import { bounded, minimizeText } from '../minimize.ts';
import { mutant } from '../mutations/mutate.ts';
import { first, outside } from '../oracles/oracle.ts';
import { resultOracles } from '../oracles/results.ts';
import { Random } from '../random.ts';
import { tool } from '../tool.ts';
import { type Kind, type Violation, violationOf } from './kind.ts';

/** The files of a workspace. */
export interface Workspace {
  readonly declarations: string;
  readonly proto: string;
  readonly net: string;
}

/** Mutated `caffe-prototxt.json` and caffe.proto files, with a net that uses them. */
export const workspaceKind: Kind<Workspace> = {
  name: 'workspace',
  generate(random) {
    const changed = random.pick(['declarations', 'proto', 'both']);
    return {
      declarations: changed === 'proto' ? declarations : mutant(random, [declarations]),
      proto: changed === 'declarations' ? proto : mutant(random, [proto]),
      net: random.chance(0.7) ? net : mutant(random, [net]),
    };
  },
  violations: workspaceViolations,
  async minimize(input, fails) {
    const trial = bounded(fails);
    let current = input;
    for (const key of ['net', 'proto', 'declarations'] as const) {
      const text = await minimizeText(current[key], (some) => trial({ ...current, [key]: some }));
      current = { ...current, [key]: text };
    }
    return current;
  },
  size: () => 1,
  print: (input) =>
    `caffe-prototxt.json:\n${input.declarations}\ncaffe.proto:\n${input.proto}\nnet:\n${input.net}`,
};

async function workspaceViolations(input: Workspace, random: Random): Promise<Violation[]> {
  const seed = random.next();
  const files = { '/w/caffe-prototxt.json': input.declarations, '/w/caffe.proto': input.proto };
  return violationOf('a net has its results in any workspace', async () => {
    const { document, loaded } = await openIn(files, input.net);
    const wrongFile = first([...loaded.readWhole.values()], ({ text, diagnostics }) =>
      first(diagnostics, ({ range, message }) => outside(range, text.length, message)),
    );
    return (
      wrongFile ??
      first(resultOracles, ({ name, violation }) =>
        violation({ tool, document, random: new Random(`${seed} ${name}`) }),
      )
    );
  });
}

const declarations = `{
  "layers": {
    "Grow": { "doc": "Enlarges images.", "bottoms": 1, "tops": 1,
      "shapes": ["n, c, h * factor, floor(w / 2) + max(h, w)"], "inputs": ["n, c, h, w"] },
    "Twice": { "bottoms": "1..", "tops": 2, "same": true }
  },
  "inputShapes": { "models/*.prototxt": { "data": "1x3x8x8" }, "*": { "x": [1, 3, 8, 8] } },
  "states": { "*.prototxt": ["TRAIN", "TEST deploy"] },
  "rules": { "unused-top": "off", "conv/group-zero": "warning" },
  "dialect": "auto",
  "proto": "caffe.proto"
}
`;

const proto = `syntax = "proto2";
package caffe;
message BlobShape { repeated int64 dim = 1 [packed = true]; }
message InputParameter { repeated BlobShape shape = 1; }
message NetParameter { optional string name = 1; repeated LayerParameter layer = 100; }
message LayerParameter {
  optional string name = 1;
  optional string type = 2;
  repeated string bottom = 3;
  repeated string top = 4;
  optional InputParameter input_param = 143;
  // The factor of the image.
  optional GrowParameter grow_param = 200;
  oneof which { int32 a = 300; string b = 301; }
}
message GrowParameter {
  optional uint32 factor = 1 [default = 2];
  optional Way way = 2;
  enum Way { NEAR = 0; SMOOTH = 1; }
  map<string, int32> table = 3;
  extensions 100 to max;
}
`;

const net = `# proto-message: caffe.NetParameter
layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "grow" type: "Grow" bottom: "data" top: "grow" grow_param { factor: 3 way: SMOOTH } }
layer { name: "twice" type: "Twice" bottom: "grow" top: "a" top: "b" }
`;
