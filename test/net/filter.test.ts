import { input, layer, type NetCase, specifyNets } from '../support/netTable.ts';

/** A net of one layer with these rules, in each state that must keep or drop it. */
const rules = (
  shows: string,
  text: string,
  states: Readonly<Record<string, Pick<NetCase, 'phase' | 'level' | 'stages'>[]>>,
): NetCase[] =>
  Object.entries(states).flatMap(([verdict, list]) =>
    list.map((state) => ({
      shows: `${shows}: ${verdict} in ${JSON.stringify(state)}`,
      net: [layer('Input', 'x', '> x', text)],
      layers: verdict === 'kept' ? ['x'] : [],
      ...state,
    })),
  );

const train = { phase: 'TRAIN' } as const;
const test = { phase: 'TEST' } as const;

specifyNets('include and exclude', [
  ...rules('a phase', 'include { phase: TEST }', { kept: [test], dropped: [train] }),
  ...rules('an excluded phase', 'exclude { phase: TEST }', { kept: [train], dropped: [test] }),
  ...rules('any of several', 'include { phase: TEST } include { stage: "a" }', {
    kept: [test, { stages: ['a'] }],
    dropped: [train],
  }),
  ...rules('any of several excludes', 'exclude { phase: TEST } exclude { stage: "a" }', {
    kept: [train],
    dropped: [test, { stages: ['a'] }],
  }),
  ...rules('all conditions of a rule', 'include { phase: TEST stage: "a" }', {
    kept: [{ ...test, stages: ['a'] }],
    dropped: [test, { ...train, stages: ['a'] }],
  }),
  ...rules('every stage', 'include { stage: ["a", "b"] }', {
    kept: [{ stages: ['b', 'c', 'a'] }],
    dropped: [{ stages: ['a'] }, {}],
  }),
  ...rules('no not_stage', 'include { not_stage: ["a", "b"] }', {
    kept: [{}, { stages: ['c'] }],
    dropped: [{ stages: ['b', 'c'] }],
  }),
  ...rules('levels', 'include { min_level: 1 max_level: 2 }', {
    kept: [{ level: 1 }, { level: 2 }],
    dropped: [{ level: 0 }, { level: 3 }, {}],
  }),
  ...rules('an empty rule is always met', 'include { }', { kept: [train, test] }),
  ...rules('an empty rule always excludes', 'exclude { }', { dropped: [train, test] }),
  ...rules('the phase of a layer is not a rule', 'phase: TEST', { kept: [train, test] }),
]);

specifyNets('state', [
  {
    shows: 'stages are added to those of the file',
    net: ['state { stage: "a" }', layer('Input', 'x', '> x', 'include { stage: ["a", "b"] }')],
    stages: ['b'],
    layers: ['x'],
  },
  {
    shows: 'the requested phase overrides that of the file',
    net: ['state { phase: TEST }', layer('Input', 'x', '> x', 'include { phase: TRAIN }')],
    layers: ['x'],
  },
  {
    shows: 'the requested level overrides that of the file',
    net: ['state { level: 5 }', layer('Input', 'x', '> x', 'include { min_level: 1 }')],
    layers: [],
  },
]);

specifyNets('include with exclude', [
  {
    shows: 'fail together, even if the layer would be dropped',
    net: [layer('Input', 'x', '> x', 'include { phase: TEST } exclude { }')],
    layers: [],
    failures: ['net/include-and-exclude x'],
  },
  {
    shows: 'fail before an unknown bottom',
    net: [
      layer('ReLU', 'r', 'nowhere > y'),
      layer('Input', 'x', '> x', 'include { } exclude { phase: TEST }'),
    ],
    failures: ['net/include-and-exclude x', 'net/unknown-bottom r'],
  },
]);

specifyNets('layers of a phase', [
  {
    shows: 'one blob from a layer of each phase',
    net: [
      layer('Input', 'train', '> x', 'include { phase: TRAIN } input_param { shape { dim: [4, 3] } }'),
      layer('Input', 'test', '> x', 'include { phase: TEST } input_param { shape { dim: [2, 3] } }'),
      layer('ReLU', 'r', 'x > y'),
    ],
    phase: 'TEST',
    layers: ['test', 'r'],
    tops: { r: '2x3' },
  },
  {
    shows: 'a dropped layer produces nothing',
    net: [
      input('x', '2x3'),
      layer('ReLU', 'r', 'x > y', 'include { phase: TEST }'),
      layer('ReLU', 's', 'y > z'),
    ],
    failures: ['net/unknown-bottom s'],
  },
  { shows: 'no layers at all', net: ['name: "empty"'], layers: [] },
]);
