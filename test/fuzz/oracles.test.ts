import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Document } from '../../server/src/document/document.ts';
import { guarded } from '../../server/src/document/guarded.ts';
import { md } from '../../server/src/features/markdown.ts';
import type { DataSourceFacts } from '../../server/src/layers/dataSource.ts';
import { netState } from '../../server/src/net/states/state.ts';
import { editViolations } from './kinds/edits.ts';
import { violationOf } from './kinds/kind.ts';
import { soundFiles } from './kinds/soundFiles.ts';
import { sourceViolations } from './kinds/sources.ts';
import { textOracles, textViolations, timed } from './kinds/text.ts';
import { badEdits } from './oracles/oracle.ts';
import { type Tool, tool } from './tool.ts';

/** Each oracle detects a tool that is wrong. */

/** A net with diagnostics and quick fixes, which Caffe accepts. */
const net = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" convolution_param { num_output: 4 kernel_size: 3 } }
layer { name: "pool" type: "Pooling" bottom: "conv" top: "pool" pooling_param { kernel_size: 2 stride: 2 } }
`;

const firstLine = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const outside = { start: -1, end: 1e6 };

/** Changes the diagnostics of a document. */
function withDiagnostic(change: object): Partial<Tool> {
  const added = {
    severity: 'error',
    code: 'test/code',
    message: 'm',
    range: { start: 0, end: 1 },
    layer: null,
    states: [],
  } as const;
  return { diagnostics: (document) => [...tool.diagnostics(document), { ...added, ...change }] };
}

const edit = (start: number, end: number) => ({ range: { start, end }, newText: '' });
const renamed = { range: { start: 15, end: 19 }, newText: 'zz_new_name' };
const action = { title: 'Remove', diagnostic: undefined, edits: [edit(0, 3), edit(2, 5)] };

/** An oracle, and a tool that violates it in one way. */
const broken: readonly [oracle: string, wrong: Partial<Tool>, text?: string][] = [
  ['diagnostics are in the text', withDiagnostic({ range: outside })],
  ['diagnostics are in the text', withDiagnostic({ caffeRange: { start: 2, end: 1 } })],
  ['diagnostics are in the text', withDiagnostic({ related: [{ range: outside, message: 'm' }] })],
  ['no rule or layer definition fails', withDiagnostic({ code: 'tool/rule-failed' })],
  ['no rule or layer definition fails', withDiagnostic({ message: 'failed, which is a bug in this tool' })],
  ['hints, symbols and the summary are in the text', { inlayHints: () => [{ offset: 1e6, label: '' }] }],
  ['hints, symbols and the summary are in the text', { documentSymbols: () => [symbol(outside, outside)] }],
  [
    'hints, symbols and the summary are in the text',
    { documentSymbols: () => [symbol({ start: 0, end: 1 }, { start: 0, end: 2 })] },
  ],
  ['hints, symbols and the summary are in the text', { summary: outsideSummary }],
  ['hovers and completions are in the text', { hover: () => ({ range: outside, markdown: md`` }) }],
  ['hovers and completions are in the text', withCompletion({ range: outside })],
  ['hovers and completions are in the text', { hover: fail }],
  ['names and folds are in the text', { folds: () => [{ range: outside, kind: 'message' }] }],
  ['names and folds are in the text', { highlights: () => [{ range: outside, kind: 'read' }] }],
  ['names and folds are in the text', { definition: () => ({ origin: outside, targets: [outside] }) }],
  [
    'a blob is renamed there and back',
    { rename: () => ({ edits: [edit(0, 3), edit(2, 5)], warning: undefined }) },
  ],
  ['a blob is renamed there and back', { rename: () => ({ edits: [renamed], warning: undefined }) }],
  ['formatting keeps tokens and comments', { formatted: ({ text }) => text.replace('1', '2') }],
  ['formatting twice changes nothing', { formatted: ({ text }) => `${text} ` }],
  ['JSON and SARIF can be parsed', { check: () => '{' }],
  ['JSON and SARIF can be parsed', { summarize: () => '[1,' }],
  ['each line for GitHub is one annotation', { check: () => '::error file=net.prototxt,line=1::a\nb\n' }],
  ['outputs are not much larger than the text', { check: () => `"${'x'.repeat(1e6)}"` }],
  ['a second Fix All changes nothing', { fixedText: ({ text }) => ({ text: `${text} `, edits: 1 }) }],
  [
    'Fix All never leaves more errors of the text',
    { fixedText: ({ text }) => ({ text: `${text}}`, edits: 1 }) },
  ],
  ['a second upgrade changes nothing', { upgraded: ({ text }) => `${text} ` }],
  ['an upgrade adds no error', { upgraded: ({ text }) => `${text}layer { }` }],
  ['a deployment net has no error', { deploy: ({ text }) => ({ text: `${text}layer { }`, notes: [] }) }],
  ['the edits of code actions apply', { codeActions: () => [action], ...withDiagnostic({}) }],
  ['the edits of code actions apply', { refactorings: () => [{ ...action, edits: [edit(1, 1e6)] }] }],
  [
    'the edits of code actions apply',
    {
      codeActions: (document, range) => guarded(document, 'a fixer', range, fail) ?? [],
      ...withDiagnostic({}),
    },
  ],
  ['the text after a code action can be analyzed', afterAction()],
  [
    'a refactoring causes no text error, and a move keeps the layers',
    { refactorings: () => [{ ...action, edits: [edit(0, 3)] }] },
  ],
  [
    'a refactoring causes no text error, and a move keeps the layers',
    { refactorings: () => [{ ...action, kind: 'move', edits: [{ ...edit(0, 0), newText: '# ' }] }] },
  ],
  ['printed lines have no control characters', { checkLines: () => ['a\nb\n'] }],
  ['printed lines have no control characters', { summaryLines: () => ['a\x1b[31m\n'] }],
  ['titles of code actions are one line', { toCodeAction: () => ({ title: 'a\nb' }), ...withDiagnostic({}) }],
  [
    'messages of diagnostics are one line',
    { toGroupedDiagnostic: () => ({ message: '\u202ea', range: firstLine }), ...withDiagnostic({}) },
  ],
  [
    'messages of diagnostics are one line',
    {
      toGroupedDiagnostic: ({ message }) => ({
        message,
        range: firstLine,
        relatedInformation: [{ location: { uri: '', range: firstLine }, message: 'a\rb' }],
      }),
      ...withDiagnostic({}),
    },
  ],
  ['symbols and hints are one line', { toInlayHint: () => ({ position: firstLine.start, label: 'a\nb' }) }],
  [
    'symbols and hints are one line',
    {
      toDocumentSymbol: () => ({
        name: 'a',
        detail: '\u2028',
        kind: 1,
        range: firstLine,
        selectionRange: firstLine,
      }),
    },
  ],
  ['completions are one line', { toCompletion: () => ({ label: 'a\nb' }), ...withCompletion({}) }],
  [
    'completions are one line',
    { toCompletion: () => ({ label: 'a', detail: '\x07' }), ...withCompletion({}) },
  ],
  [
    'Markdown has no links, images or HTML',
    { hover: () => ({ range: edit(0, 1).range, markdown: md`![i](a.png)` }) },
  ],
  ['Markdown has no links, images or HTML', withCompletion({ documentation: md`[x](command:y)` })],
  [
    'Markdown has no links, images or HTML',
    { inlayHints: () => [{ offset: 0, label: '', tooltip: md`<script>x</script>` }] },
  ],
];

function symbol(range: typeof outside, selectionRange: typeof outside) {
  return { name: 'a', detail: '', kind: 'layer', range, selectionRange, children: [] } as const;
}

/** A tool with one completion. */
function withCompletion(change: object): Partial<Tool> {
  const item = {
    label: 'a',
    kind: 'blob',
    detail: '',
    documentation: () => md``,
    range: { start: 0, end: 0 },
    filter: 'a',
    snippet: 'a',
    order: 'a',
    deprecated: false,
  } as const;
  return { completion: () => [{ ...item, ...change }] };
}

/** A part of the analysis that has a bug. */
function fail(): never {
  throw new TypeError('a bug');
}

function outsideSummary(document: Document) {
  const found = tool.summary(document, netState('TRAIN'));
  return found && { ...found, rows: found.rows.map((row) => ({ ...row, range: outside })) };
}

/** A rule that fails after the edit of an action. */
function afterAction(): Partial<Tool> {
  const inserted = { range: { start: 0, end: 0 }, newText: '# edited\n' };
  return {
    refactorings: () => [{ ...action, edits: [inserted] }],
    diagnostics: (document) =>
      document.text.startsWith('# edited')
        ? (withDiagnostic({ code: 'tool/rule-failed' }).diagnostics?.(document) ?? [])
        : tool.diagnostics(document),
  };
}

test('a correct tool violates nothing', async () => {
  assert.deepEqual(await textViolations(net, 1), []);
});

for (const [oracle, wrong, text = net] of broken) {
  test(`detects a violation: ${oracle} (${Object.keys(wrong).join(', ')})`, async () => {
    const found = await textViolations(text, 1, { ...tool, ...wrong });
    assert.ok(
      found.some((violation) => violation.oracle === oracle),
      JSON.stringify(found),
    );
  });
}

test('there is a wrong tool for each oracle', () => {
  assert.deepEqual(new Set(broken.map(([oracle]) => oracle)), new Set(textOracles.map(({ name }) => name)));
});

test('detects that a text takes too long', async () => {
  let now = 0;
  const found = await timed(
    'slow',
    'text',
    () => undefined,
    () => (now += 5000),
  );
  assert.deepEqual(found, [{ oracle: 'slow, in time', message: 'takes 5.0 s' }]);
});

test('detects that an edited document differs from a new one', async () => {
  const input = { text: net, edits: [{ at: 0.5, remove: 0, insert: 'x' }] };
  assert.deepEqual(await editViolations(input), []);
  const forgetful: Tool['open'] = (text, previous) => previous ?? tool.open(text);
  const [found] = await editViolations(input, { ...tool, open: forgetful });
  assert.match(found?.message ?? '', /^different: tree, /u);
});

const unreadable = { kind: 'unreadable', file: 'file', why: 'w' } as const;

for (const [shows, answer] of [
  ['a negative length', { kind: 'datum', shape: [1, -2, 3], file: '' }],
  ['a fraction', { kind: 'image', height: 1.5, width: 1, channels: 3, file: '' }],
  ['a length that is no number', { kind: 'datasets', shapes: new Map([['a', [Number.NaN]]]), file: '' }],
] as const satisfies readonly (readonly [string, DataSourceFacts])[]) {
  test(`detects ${shows} from a data file`, async () => {
    const [file] = await soundFiles();
    assert.ok(file);
    const input = { file, damages: [] };
    assert.deepEqual(await sourceViolations(input, { ...tool, readSource: async () => unreadable }), []);
    assert.equal((await sourceViolations(input, { ...tool, readSource: async () => answer })).length, 1);
  });
}

test('detects that too much of a data file is read', async () => {
  const [file] = await soundFiles();
  assert.ok(file);
  const greedy: Tool['readSource'] = async (_, reader) => {
    for (let times = 0; times < 1e5; times++) await reader.read('file', 0, 50);
    return unreadable;
  };
  const [found] = await sourceViolations({ file, damages: [] }, { ...tool, readSource: greedy });
  assert.match(found?.message ?? '', /^reads \d+ bytes$/u);
});

test('an exception is a violation, whatever is thrown', async () => {
  const thrown = (what: unknown) =>
    violationOf('o', () => {
      throw what;
    });
  assert.match(
    (await thrown(new RangeError('r')))[0]?.message ?? '',
    /^throws RangeError: r \(oracles\.test\.ts:\d+\)$/u,
  );
  assert.match(
    (await thrown({ reason: 1 }))[0]?.message ?? '',
    /^throws a value that is no Error: \{"reason":1\}$/u,
  );
});

test('edits may touch but not overlap', () => {
  assert.equal(badEdits([edit(0, 2), edit(2, 3), edit(3, 3), edit(3, 3)], 3, 'a'), undefined);
  assert.equal(badEdits([edit(2, 4), edit(0, 3)], 5, 'a'), 'edits of a overlap at 2');
  assert.equal(badEdits([edit(0, 4)], 3, 'a'), 'the range 0–4 of a is not in the text of length 3');
});
