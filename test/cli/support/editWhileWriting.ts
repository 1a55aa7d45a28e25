import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Preloaded, edits the file EDITED_FILE like another program, when the tool has written what will replace it. */
const { EDITED_FILE = '' } = process.env;
const { appendFileSync, fsyncSync } = fs;
fs.fsyncSync = (file) => {
  fsyncSync(file);
  appendFileSync(EDITED_FILE, '# edited\n');
};
syncBuiltinESMExports();
