import { diagnostics } from '../features/diagnostics.ts';
import { LineMap } from '../text/lines.ts';
import { eachFile } from './eachFile.ts';
import { diagnosticJson } from './json.ts';
import type { CommandOptions } from './main.ts';
import { statesOf } from './options.ts';
import { problemsText } from './report.ts';

/** Prints the problems of every file; exit code 1 if there are errors, 2 if a file cannot be read. */
export function runCheck(files: readonly string[], options: CommandOptions): number {
  const jsons: object[] = [];
  let errors = 0;
  const code = eachFile(files, options, (file, document) => {
    const found = diagnostics(document, statesOf(options));
    const wrong = found.filter(({ severity }) => severity === 'error').length;
    errors += wrong;
    if (options.format === 'json') {
      const lines = new LineMap(document.text);
      jsons.push({
        file,
        dialect: document.dialect,
        diagnostics: found.map((diagnostic) => diagnosticJson(diagnostic, lines)),
      });
    } else {
      process.stdout.write(problemsText(file, document, found));
    }
    return wrong > 0;
  });
  if (options.format === 'json') process.stdout.write(`${JSON.stringify(jsons)}\n`);
  else
    process.stdout.write(
      `${errors} error${errors === 1 ? '' : 's'} in ${files.length} file${files.length === 1 ? '' : 's'}.\n`,
    );
  return code;
}
