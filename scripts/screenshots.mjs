// Takes screenshots of the extension in a real editor, light and dark, in out/screenshots: npm run screenshots
import { buildBundles, packageExtension } from './lib/package.mjs';
import { mustRun } from './lib/run.mjs';
import { recentNode, setUp } from './lib/setup.mjs';

await setUp();
await buildBundles();
const vsix = await packageExtension();
await mustRun(recentNode, ['test/e2e/screenshots.ts'], {
  env: { ...process.env, CAFFE_PROTOTXT_VSIX: vsix },
});
