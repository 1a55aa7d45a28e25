import { hostileNames } from '../hostile.ts';
import { mutant, part, type Seeds } from '../mutations/mutate.ts';
import type { Random } from '../random.ts';
import type { Step } from './step.ts';

/** Random steps of a client with up to three documents. */
export function randomSteps(random: Random, seeds: Seeds): Step[] {
  const opened: Step = { kind: 'open', uri: uris[0], text: part(random.pick(seeds), random) };
  const count = 3 + random.below(25);
  return [opened, ...Array.from({ length: count }, () => random.pick(nextSteps)(random, seeds))];
}

const uris = [
  'file:///w/models/net.prototxt',
  'untitled:Untitled-1',
  'file:///w/models/solver.prototxt',
] as const;

/** Mostly the first document. */
function anyUri(random: Random): string {
  return random.chance(0.7) ? uris[0] : random.pick(uris);
}

type NextStep = (random: Random, seeds: Seeds) => Step;

const open: NextStep = (random, seeds) => ({
  kind: 'open',
  uri: anyUri(random),
  text: random.chance(0.5) ? mutant(random, seeds) : part(random.pick(seeds), random),
});

const change: NextStep = (random, seeds) => ({
  kind: 'change',
  uri: anyUri(random),
  changes: Array.from({ length: 1 + random.below(3) }, () =>
    random.chance(0.05)
      ? { text: mutant(random, seeds) }
      : {
          range: anyRange(random),
          text: random.pick([...'01"{} \n', 'a: 1 ', 'top: "a"', part(random.pick(seeds), random)]),
        },
  ),
});

/** A position that may be after the end of its line or of the text. */
function anyPosition(random: Random) {
  return { line: random.below(60), character: random.below(random.chance(0.1) ? 10_000 : 40) };
}

/** A range of at most two lines. */
function anyRange(random: Random) {
  const start = anyPosition(random);
  const isOneLine = random.chance(0.8);
  const end = isOneLine
    ? { line: start.line, character: start.character + random.below(8) }
    : { line: start.line + 1, character: random.below(10) };
  return { start, end };
}

/** Requests about a document and a position in it. */
const methods = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/codeAction',
  'textDocument/inlayHint',
  'textDocument/documentSymbol',
  'caffePrototxt/summary',
  'caffePrototxt/totals',
  'caffePrototxt/graph',
  'caffePrototxt/table',
  'caffePrototxt/partAt',
  'caffePrototxt/inputs',
  'caffePrototxt/states',
  'caffePrototxt/upgrade',
  'caffePrototxt/deploy',
  'caffePrototxt/compare',
];

const request: NextStep = (random) => ({
  kind: 'request',
  method: random.pick(methods),
  params: {
    textDocument: { uri: anyUri(random) },
    position: anyPosition(random),
    range: anyRange(random),
    context: { diagnostics: [] },
    view: random.pick(['graph', 'table']),
    previousResultId: String(random.below(20)),
    other: { uri: anyUri(random), text: random.pick(hostileNames) },
    isOtherOlder: random.chance(0.5),
    labels: { before: random.pick(hostileNames), after: 'net.prototxt' },
  },
  isValid: true,
});

/** Values of every type where an object of some form is required. */
const wrongParams = [null, [], {}, 'a', -1, { textDocument: null }, { textDocument: { uri: 5 } }];

const wrongRequest: NextStep = (random) => ({
  kind: 'request',
  method: random.pick([
    ...methods,
    'caffePrototxt/stateShape',
    'caffePrototxt/setState',
    'a/b',
    'codeAction/resolve',
  ]),
  params: random.pick([
    ...wrongParams,
    { textDocument: { uri: uris[0] }, position: { line: -1, character: 1e300 } },
  ]),
  isValid: false,
});

const setting: NextStep = (random) => ({
  kind: 'request',
  method: random.pick(['caffePrototxt/setState', 'caffePrototxt/setDialect', 'caffePrototxt/stateShape']),
  params: {
    textDocument: { uri: anyUri(random) },
    state: random.pick(['TRAIN', 'TEST', 'TEST a', '', ...hostileNames]),
    dialect: random.pick(['auto', 'ssd', ...hostileNames]),
    blob: random.pick(['data', ...hostileNames]),
    dims: random.pick([[1, 3, 8, 8], [], [-1], [1e300]]),
  },
  isValid: false,
});

/** Notifications, known and unknown, with valid and invalid parameters. */
const notification: NextStep = (random) => ({
  kind: 'notification',
  method: random.pick([
    'workspace/didChangeConfiguration',
    'workspace/didChangeWatchedFiles',
    'caffePrototxt/trust',
    'textDocument/didSave',
    '$/setTrace',
    '$/unknown',
    'a/b',
  ]),
  params: random.pick([
    ...wrongParams,
    { settings: { caffePrototxt: { dialect: random.pick(['ssd', 5, null, ...hostileNames]) } } },
    { settings: null },
    { changes: [{ uri: uris[0], type: 2 }] },
  ]),
});

const nextSteps: readonly NextStep[] = [
  ...[change, change, change, change, change, request, request, request, request, open, setting],
  ...[notification, wrongRequest],
  (random) => ({ kind: 'close', uri: anyUri(random) }),
  (random) => ({ kind: 'cancel', back: random.below(3) }),
  (random) => ({ kind: 'wait', milliseconds: random.pick([0, 1, 50, 300, 2000]) }),
];
