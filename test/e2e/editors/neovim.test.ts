import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fromRoot } from '../support/paths.ts';
import { runProgram } from '../support/process.ts';

const net = `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer{name:"c" type:"Convolution" bottom:"d" top:"c" convolution_param{num_output:4 kernel_size:9}}
`;

/** What Neovim got from the server. */
interface Answers {
  readonly diagnostic: string;
  readonly hover: { readonly contents: { readonly value: string } };
  readonly definition: readonly { readonly range: { readonly start: { readonly line: number } } }[];
  readonly completion: { readonly items: readonly { readonly label: string }[] };
  readonly formatted: readonly string[];
}

test('Neovim gets problems, hovers, definitions, completions and layout', { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'neovim-'));
  const [file, result] = [join(folder, 'net.prototxt'), join(folder, 'answers.json')];
  try {
    await writeFile(file, net);
    const variables = {
      NET: file,
      RESULT: result,
      NODE: process.execPath,
      SERVER: fromRoot('dist/server.cjs'),
    };
    Object.assign(process.env, variables);
    const args = ['--headless', '--clean', '-S', fromRoot('test/e2e/editors/neovim.lua')];
    await runProgram(await installNeovim(), args, { timeout: 120_000 });
    const answers: Answers = JSON.parse(await readFile(result, 'utf8'));
    assert.match(answers.diagnostic, /would be empty/u);
    assert.match(answers.hover.contents.value, /Convolution/u);
    assert.equal(answers.definition[0]?.range.start.line, 0);
    assert.ok(answers.completion.items.some(({ label }) => label === 'd'));
    assert.match(answers.formatted[1] ?? '', /^layer \{ name: "c" type: "Convolution" bottom: "d"/u);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** The path of Neovim; installs it from the system packages if it is missing. */
async function installNeovim(): Promise<string> {
  const path = '/usr/bin/nvim';
  if (existsSync(path)) return path;
  await runProgram('apt-get', ['update', '-qq'], { timeout: 120_000 });
  await runProgram('apt-get', ['install', '-y', '--no-install-recommends', 'neovim'], { timeout: 300_000 });
  return path;
}
