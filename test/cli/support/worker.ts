import { serveFiles } from '../../../server/src/cli/worker.ts';

/** A worker that throws, exits or returns a report, as the path requests. */
await serveFiles((word: string) => async (path) => {
  if (path === 'throw') throw new Error('thrown');
  if (path === 'exit') process.exit(3);
  return `${word} ${path}`;
});
