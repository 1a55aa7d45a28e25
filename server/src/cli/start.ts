import { createRequire } from 'node:module';
import { useCompileCache } from '../node/compileCache.ts';

const commands: string = './cli.main.js';

useCompileCache();
// An editor waits for the server, which needs nothing of the other commands; they explain further arguments.
if (process.argv[2] === 'lsp' && process.argv.slice(3).every((argument) => argument === '--stdio')) {
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  createRequire(import.meta.url)('./server.cjs');
} else {
  await import(commands);
}
