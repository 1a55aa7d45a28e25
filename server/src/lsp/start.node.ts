import { useCompileCache } from '../node/compileCache.ts';

// A bundle is compiled as a whole before any of it runs, so what is cached has to be a file of its own.
const server: string = './server.main.cjs';

useCompileCache();
// Ended by a signal a process would not write its cache.
process.once('SIGTERM', () => process.exit(143));
require(server);
