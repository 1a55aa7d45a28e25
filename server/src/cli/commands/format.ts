import { type Command, InvalidArgumentError, Option } from 'commander';
import { createTwoFilesPatch } from 'diff';
import type { Document } from '../../document/document.ts';
import { formatDocument } from '../../edit/format/formatDocument.ts';
import { defaultFormat, type FormatOptions } from '../../edit/format/options.ts';
import { styleOf } from '../../edit/style.ts';
import { applyEdits } from '../../text/edit.ts';
import { LineMap } from '../../text/lines.ts';
import { filesOf } from '../folders.ts';
import { filesDoc, refuseRepeatedInput, refuseStandardInput } from '../options.ts';
import { tell } from '../output/streams.ts';
import { type ReadingOptions, type Rewritten, rewriteFile } from './rewrite.ts';

const exitCodes =
  'Exit codes: 0 if nothing is wrong, 1 if a file has syntax errors, or would change with --check or --diff, 2 for invalid usage or files that cannot be read or written.';

interface FormatCommandOptions extends Partial<FormatOptions> {
  readonly write?: boolean;
  readonly check?: boolean;
  readonly diff?: boolean;
}

/** `format`: lays out nets, solvers and other files in the text format. */
export function addFormat(program: Command): void {
  const command = program
    .command('format')
    .description('lay out files: indentation, spaces and line breaks; comments and short messages stay')
    .argument('<file...>', filesDoc)
    .option('-w, --write', 'change the files in place instead of writing to standard output')
    .option('--check', 'print the files that would change; the exit code is 1 if there are any')
    .option('--diff', 'print the changes; the exit code is 1 if there are any')
    .addOption(
      new Option('--indent <n>', 'spaces for one level, or tab (default: as in the file)').argParser(
        parseIndent,
      ),
    )
    .addOption(
      new Option('--one-line-limit <n>', 'longest line that contains a whole message; 0 for any length')
        .argParser(parseLimit)
        .default(defaultFormat.oneLineLimit),
    )
    .addOption(
      new Option('--quotes <kind>', 'quotes of strings without quotes and escapes')
        .choices(['keep', 'double', 'single'])
        .default(defaultFormat.quotes),
    )
    .addOption(
      new Option('--separators <kind>', 'commas and semicolons after fields')
        .choices(['keep', 'remove'])
        .default(defaultFormat.separators),
    )
    .addOption(
      new Option('--repeated <kind>', 'repeated values: as lists, or as a field for each')
        .choices(['keep', 'list', 'fields'])
        .default(defaultFormat.repeated),
    );
  command.addHelpText('after', `\n${exitCodes}`);
  command.action(async (paths: string[], options: FormatCommandOptions) => {
    refuseRepeatedInput(command, paths);
    const files = [...new Set(paths.flatMap((path) => filesOf(path, tell)))];
    const asked = (['write', 'check', 'diff'] as const).filter((name) => options[name]);
    if (asked.length > 1) command.error(`error: --${asked.join(' and --')} cannot be combined`);
    if (files.length > 1 && asked.length === 0)
      command.error('error: several files require --write, --check or --diff');
    if (options.write) refuseStandardInput(command, files);
    let worst = 0;
    for (const file of files) worst = Math.max(worst, await formatFile(file, options));
    process.exitCode = worst;
  });
}

/** Layout does not depend on the dialect or on other files. */
const reading: ReadingOptions = {
  dialect: 'auto',
  stage: [],
  level: 0,
  inputShape: new Map(),
  sources: false,
};

function formatFile(file: string, options: FormatCommandOptions): Promise<number> {
  const { write, check, diff } = options;
  if (!check && !diff)
    return rewriteFile(file, write ? file : undefined, reading, (read) => formatted(read, options));
  return rewriteFile(file, undefined, reading, (document) => {
    const made = formatted(document, options);
    if ('problem' in made || made.text === document.text) return 'problem' in made ? made : { text: '' };
    const text = check ? `${file}\n` : createTwoFilesPatch(file, file, document.text, made.text);
    return { text, isWhole: false };
  });
}

function formatted(document: Document, options: FormatCommandOptions): Rewritten {
  const { text } = document;
  const error = firstError(document);
  if (error) {
    const { line, column } = new LineMap(text).position(error.start);
    return { problem: `line ${line}, column ${column}: ${error.message} The file is not formatted.` };
  }
  return {
    text: applyEdits(
      text,
      formatDocument(document, { ...defaultFormat, indent: styleOf(text).unit, ...options }),
    ),
  };
}

/** The first syntax error; a byte order mark is not one for this purpose. */
function firstError({ tree }: Document): { readonly start: number; readonly message: string } | undefined {
  for (const block of tree.blocks) {
    const start = tree.startOf(block);
    const found = block.errors.find(({ range }) => block.text[range.start] !== '\ufeff');
    if (found) return { start: start + found.range.start, message: found.message };
  }
  return undefined;
}

function parseIndent(text: string): string {
  if (text === 'tab') return '\t';
  if (/^[1-8]$/u.test(text)) return ' '.repeat(Number(text));
  throw new InvalidArgumentError('1 to 8, or tab, is required.');
}

function parseLimit(text: string): number {
  if (/^\d{1,6}$/u.test(text)) return Number(text);
  throw new InvalidArgumentError('a whole number is required.');
}
