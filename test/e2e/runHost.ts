import { runTests } from '@vscode/test-electron';
import { bundleTests, runHostTests } from './support/hostTests.ts';
import { chosenEditor } from './support/install.ts';
import { fromRoot } from './support/paths.ts';

// Runs the same tests in a desktop VS Code, given by its path or a version to download.
const electron = process.env.CAFFE_PROTOTXT_ELECTRON;
process.exitCode =
  electron === undefined ? await runHostTests(await chosenEditor()) : await inElectron(electron);

async function inElectron(which: string): Promise<number> {
  return runTests({
    ...(which.includes('/') ? { vscodeExecutablePath: which } : { version: which }),
    extensionDevelopmentPath: fromRoot('.'),
    extensionTestsPath: await bundleTests(),
    launchArgs: [fromRoot('test/e2e/workspace'), '--disable-extensions'],
  });
}
