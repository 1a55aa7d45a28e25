import { createRequire } from 'node:module';
import { useCompileCache } from '../node/compileCache.ts';

const commands: string = './cli.main.js';

useCompileCache();
// Start the server without loading the other commands, as an editor is waiting. Other arguments go through the parser.
if (process.argv[2] === 'lsp' && process.argv.slice(3).every((argument) => argument === '--stdio')) {
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  createRequire(import.meta.url)('./server.cjs');
} else {
  await import(commands);
}
