import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { FieldNode, ValueNode } from '../../../server/src/syntax/nodes.ts';
import { fieldsOf, parse } from '../../../server/src/syntax/parse.ts';
import { openFile } from '../support/actions.ts';
import { lenet } from '../support/typedFiles.ts';
import { listWith, press, suggestions } from '../support/typing.ts';
import { Typist } from '../support/typist.ts';
import { savingSoon, useWorkbench } from '../support/useWorkbench.ts';
import type { Window } from '../support/workbench.ts';

const limit = { timeout: 1_200_000 };
let window: Window;
let page: Page;
let typist: Typist;

useWorkbench(
  async (workbench) => {
    await workbench.page.close();
    window = await workbench.openFolder(
      'accepting',
      {},
      {
        'chosen.prototxt': '',
        'inquotes.prototxt': 'layer {\n  type: ""\n}\n',
      },
    );
    ({ page } = window);
    typist = new Typist(page);
    page.setDefaultTimeout(60_000);
  },
  { settings: savingSoon, viewport: { width: 900, height: 500 } },
);

/** The key that opens a new line after a field. */
type Ending = 'Enter' | 'Control+Enter';

/** Message fields that are inserted on one line; others get a closing brace on a separate line. */
const short = ['param', 'include', 'weight_filler', 'bias_filler'];

async function write({ name, value }: FieldNode): Promise<Ending> {
  await typist.choose(name.text, false);
  if (value?.kind === 'message') return writeBody(name.text, value.fields);
  return writeValue(name.text, value);
}

async function writeBody(name: string, fields: readonly FieldNode[]): Promise<Ending> {
  let ending: Ending | undefined;
  for (const field of fields) {
    if (ending) await typist.key(ending);
    ending = await write(field);
  }
  if (!short.includes(name)) await typist.key('ArrowDown');
  return 'Control+Enter';
}

async function writeValue(name: string, value: ValueNode | undefined): Promise<Ending> {
  assert.ok(value?.kind === 'scalar');
  const isChosen = value.literal === 'identifier' || ['type', 'bottom', 'top'].includes(name);
  if (isChosen) await typist.choose(value.text, true);
  else await typist.type(value.text);
  return isChosen || value.literal !== 'string' ? 'Enter' : 'Control+Enter';
}

const flat = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

/** Waits until a file on disk has the expected text; returns its text, also after a timeout. */
async function saved(file: string, expected: string): Promise<string> {
  let text = '';
  for (let attempt = 0; attempt < 40 && flat(text) !== flat(expected); attempt += 1) {
    await page.waitForTimeout(250);
    text = await readFile(`${window.workspace}/${file}`, 'utf8');
  }
  return flat(text);
}

test('an empty file gets the fields of a net and a solver', limit, async () => {
  await openFile(page, 'chosen.prototxt');
  for (let attempt = 0; attempt < 20 && (await suggestions(page)).length === 0; attempt += 1) {
    await press(page, 'Control+Space', 500);
  }
  const labels = (await listWith(page, 'layer')).map(({ label }) => label);
  assert.ok(labels.includes('name') && labels.includes('net'), labels.join(' '));
  await press(page, 'Escape', 200);
});

test('writing LeNet by accepting suggestions', limit, async (context) => {
  let ending: Ending | undefined;
  for (const { field } of fieldsOf(parse(lenet))) {
    if (ending) await typist.key(ending);
    ending = await write(field);
  }
  assert.equal(await saved('chosen.prototxt', lenet), flat(lenet));
  const typed = lenet.replaceAll(/^ +/gmu, '').length;
  context.diagnostic(`${typist.keys} keys; ${typed} without suggestions`);
  assert.ok(typist.keys <= 480, `${typist.keys} keys`);
});

test('a type is completed within its quotes, which can be typed over', limit, async () => {
  await openFile(page, 'inquotes.prototxt');
  await press(page, 'Control+Home', 100);
  await press(page, 'ArrowDown', 100);
  await press(page, 'End', 100);
  await press(page, 'ArrowLeft', 100);
  await typist.choose('InnerProduct', false);
  assert.equal(
    await saved('inquotes.prototxt', 'layer { type: "InnerProduct" }'),
    'layer { type: "InnerProduct" }',
  );
  await press(page, 'End', 100);
  await press(page, 'Enter', 100);
  for (const letter of 'bottom: "') await press(page, letter, 100);
  for (const letter of 'a"') await press(page, letter, 100);
  const expected = 'layer { type: "InnerProduct" bottom: "a" }';
  assert.equal(await saved('inquotes.prototxt', expected), expected);
});
