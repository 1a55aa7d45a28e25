import { type Command, Option } from 'commander';
import type { Document } from '../../document/document.ts';
import { compareNets } from '../../features/compare/compareNets.ts';
import { comparisonMarkdown } from '../../features/compare/comparisonMarkdown.ts';
import { type ComparisonLine, comparisonText } from '../../features/compare/comparisonText.ts';
import type { Comparison } from '../../features/compare/types.ts';
import { whyNotNet } from '../../features/compare/whyNotNet.ts';
import { jsonText } from '../../text/visible.ts';
import { tellAround } from '../around.ts';
import { FileProblem, isFileError, whyNot } from '../fileErrors.ts';
import { openFile } from '../files.ts';
import {
  type AnalysisOptions,
  analysisOptions,
  refuseRepeatedInput,
  settingsOf,
  workspaceOf,
} from '../options.ts';
import { type ComparedFile, comparisonJson } from '../output/comparisonJson.ts';
import { type Line, lineText } from '../output/line.ts';
import { tell, writeOutput } from '../output/streams.ts';
import { type ColorChoice, colorChoices, columnsOf, hasColor } from '../output/terminal.ts';
import { standardInput } from '../readInput.ts';
import { blobsIn, unusedShapes } from '../unusedShapes.ts';

const exitCodes =
  'Exit codes: 0 if the nets are equal, 1 if they differ, 2 for invalid usage or files that cannot be read or compared.';

const formats = ['text', 'markdown', 'json'] as const;

interface DiffOptions extends Omit<AnalysisOptions, 'rule'> {
  readonly format: (typeof formats)[number];
  readonly color: ColorChoice;
  readonly all?: boolean;
}

/** `diff`: prints the differences of two nets. */
export function addDiff(program: Command): void {
  const command = program
    .command('diff')
    .description('compare two nets: layers, fields, shapes, parameters and costs')
    .argument('<before>', `a net; ${standardInput} is standard input`)
    .argument('<after>', `the net to compare it with; ${standardInput} is standard input`)
    .addHelpText('after', `\n${exitCodes}`)
    .option('--all', 'print the differences of every layer, also where only shapes or costs differ')
    .addOption(
      new Option('--color <when>', 'color differences; auto: on a terminal')
        .choices(colorChoices)
        .default('auto'),
    )
    .addOption(new Option('--format <format>', 'output format').choices(formats).default('text'));
  for (const option of analysisOptions()) if (option.attributeName() !== 'rule') command.addOption(option);
  command.action(async (before: string, after: string, options: DiffOptions) => {
    refuseRepeatedInput(command, [before, after]);
    process.exitCode = await diff(before, after, options);
  });
}

/** Compares two files; returns the exit code. */
async function diff(before: string, after: string, options: DiffOptions): Promise<number> {
  const files = [await openNet(before, options), await openNet(after, options)];
  const [one, other] = files;
  if (!one || !other) return 2;
  const shaped = [one, other].flatMap(({ document }) => blobsIn(document, options.inputShape));
  tell(...unusedShapes(options.inputShape, shaped));
  const comparison = compareNets(one.document, other.document);
  writeOutput(printed(comparison, one, other, options));
  return comparison.isEqual ? 0 : 1;
}

/** The net in a file; undefined, with a message, if it cannot be read or is not a net. */
async function openNet(file: string, options: DiffOptions): Promise<ComparedFile | undefined> {
  const reading: AnalysisOptions = { ...options, rule: new Map() };
  try {
    const { document, around } = await openFile(file, settingsOf(reading), workspaceOf(reading));
    if (!tellAround(around)) return undefined;
    refuseOtherFiles(document);
    return { file, document };
  } catch (error) {
    if (!isFileError(error)) throw error;
    tell(`${file}: ${whyNot(error)}`);
    return undefined;
  }
}

function refuseOtherFiles(document: Document): void {
  const problem = whyNotNet(document);
  if (problem !== undefined) throw new FileProblem(problem);
}

/** The number of names in a list of layers, unless all are listed. */
const mostNames = 20;

function printed(
  comparison: Comparison,
  before: ComparedFile,
  after: ComparedFile,
  { format, color, all }: DiffOptions,
): string {
  if (format === 'json') return `${jsonText(comparisonJson(comparison, before, after))}\n`;
  const labels = { before: labelOf(before), after: labelOf(after) };
  if (format === 'markdown') return comparisonMarkdown(comparison, labels).text;
  const columns = columnsOf(process.stdout, process.env);
  const lines = comparisonText(comparison, { labels, columns, all, mostNames });
  const isColored = hasColor(color, process.stdout, process.env);
  return lines.map((line) => lineText(styled(line), { color: isColored })).join('');
}

function labelOf({ file }: ComparedFile): string {
  return file === standardInput ? 'standard input' : file;
}

function styled(line: ComparisonLine): Line {
  return line.map(({ text, kind }) => (kind ? { text, style: kind } : text));
}
