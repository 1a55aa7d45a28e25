import { useCompileCache } from '../node/compileCache.ts';

// The compile cache applies to modules loaded after it is enabled, so the server is a separate file.
const server: string = './server.main.cjs';

useCompileCache();
// The cache is not written if a signal ends the process.
process.once('SIGTERM', () => process.exit(143));
require(server);
