import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import { openFile } from '../support/actions.ts';
import { lenet, typedFiles } from '../support/typedFiles.ts';
import { listWith, press, savedText, suggestions, typeText, withoutIndentation } from '../support/typing.ts';
import { savingSoon, useWorkbench } from '../support/useWorkbench.ts';
import type { Window, Workbench } from '../support/workbench.ts';

// With the default suggestions, the saved text must be the typed text.
// A file takes one or two minutes, and many times that on a busy machine.
const limit = { timeout: 1_200_000 };
const skip = process.env.CAFFE_PROTOTXT_TYPING === 'short' && 'only in the newest version';
const never = { 'editor.autoClosingBrackets': 'never', 'editor.autoClosingQuotes': 'never' };

let workbench: Workbench;

useWorkbench(
  async (opened) => {
    workbench = opened;
    await workbench.page.close();
  },
  // Small pages render faster.
  { settings: savingSoon, viewport: { width: 900, height: 500 } },
);

/** Opens a new page with an empty file for each name. */
async function openEmpty(
  folder: string,
  settings: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Promise<Window> {
  const files = Object.fromEntries(names.map((name) => [`${name}.prototxt`, '']));
  const window = await workbench.openFolder(folder, settings, files);
  window.page.setDefaultTimeout(60_000);
  return window;
}

/** Opens an empty file and waits for the server. */
async function start(window: Window, name: string): Promise<void> {
  const { page } = window;
  await openFile(page, `${name}.prototxt`);
  await page.locator('.monaco-editor textarea, .monaco-editor .native-edit-context').first().focus();
  for (let attempt = 0; attempt < 20 && (await suggestions(page)).length === 0; attempt += 1) {
    await press(page, 'Control+Space', 500);
  }
  await listWith(page, 'layer');
  await press(page, 'Escape', 200);
}

async function isTyped(window: Window, name: string, text: string, closesBraces: boolean): Promise<void> {
  await start(window, name);
  await typeText(window.page, text, { pause: 90, closesBraces });
  assert.equal(await savedText(window, `${name}.prototxt`, text), withoutIndentation(text));
}

/** Other ways of typing: `<…>` is a key, everything else is typed. */
const cases: Readonly<Record<string, readonly [keys: string, expected: string, pause?: number]>> = {
  slowly: ['name: "data"<Enter>layer<Enter>{<Enter>', 'name: "data"\nlayer\n{\n\n}', 600],
  atonce: [
    'base_lr: 0.1<Enter>solver_mode: GPU<Enter>type: "SGD"',
    'base_lr: 0.1\nsolver_mode: GPU\ntype: "SGD"',
    0,
  ],
  corrected: [
    'type: "SGF<Backspace>D"<Enter>debug_info: tru<Backspace>ue<Enter>',
    'type: "SGD"\ndebug_info: true',
  ],
  overtyped: ['name: ""<Enter>net: "a<Backspace>b"<Enter>', 'name: ""\nnet: "b"'],
  escaped: ['solver_mode: GP<Escape>U<Enter>net<Escape>: "a"<Enter>', 'solver_mode: GPU\nnet: "a"'],
  tabbed: ['solver_mode: GPU<Tab># fast<Enter>', 'solver_mode: GPU\t# fast'],
  whole: [
    'layer {<Enter>pooling_param {<Enter>stride<Enter>pad',
    'layer {\npooling_param {\nstride\npad\n}\n}',
    300,
  ],
  pasted: ['net: "a"<Control+C><End><Enter><Control+V>', 'net: "a"\nnet: "a"'],
  comment: ['# one two<ArrowLeft><ArrowLeft><ArrowLeft><Enter>', '# one\n# two'],
};

suite('typing', { concurrency: true }, () => {
  suite('a long file', { skip }, () => {
    test('LeNet', limit, async () => {
      const window = await openEmpty('long', {}, ['typed-lenet']);
      await isTyped(window, 'typed-lenet', lenet, true);
    });
  });

  for (const [mode, settings] of Object.entries({ default: {}, never })) {
    suite(`auto-closing brackets and quotes: ${mode}`, {
      concurrency: 1,
      skip: mode === 'never' && skip,
    }, () => {
      let window: Window;
      const names = Object.keys(typedFiles);
      before(async () => {
        window = await openEmpty(mode, settings, names);
      }, limit);

      for (const [name, text] of Object.entries(typedFiles)) {
        test(name, limit, () => isTyped(window, name, text, mode === 'default'));
      }
    });
  }

  suite('other ways of typing', { concurrency: 1 }, () => {
    let window: Window;
    before(async () => {
      window = await openEmpty('else', {}, Object.keys(cases));
    }, limit);

    for (const [name, [keys, expected, pause = 120]] of Object.entries(cases)) {
      test(name, limit, async () => {
        await start(window, name);
        for (const [part] of keys.matchAll(/<[^>]+>|[^<]+/gu)) {
          if (part.startsWith('<')) await press(window.page, part.slice(1, -1), pause);
          else await typeText(window.page, part, { pause, closesBraces: false });
        }
        const same = (text: string) => withoutIndentation(text).replaceAll(/[ \t]+/gu, ' ');
        assert.equal(same(await savedText(window, `${name}.prototxt`, expected)), same(expected));
      });
    }

    test('no list opens after finished text', limit, async () => {
      const { page } = window;
      await press(page, 'Control+End', 100);
      for (const text of ['\nname: "data"', '\nsolver_mode: GPU', '\niter_size: 3', '\n# comment', ' ']) {
        await typeText(page, text, { pause: 100, closesBraces: false });
        await page.waitForTimeout(700);
        assert.deepEqual(await suggestions(page), [], text);
      }
    });
  });
});
