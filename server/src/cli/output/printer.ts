import type { StateChoice } from '../../document/stateChoice.ts';
import { builtFor, listStates } from '../../features/states.ts';
import { few } from '../../text/few.ts';
import { isFatal } from '../around.ts';
import type { CommandName, CommandOptions, FileReport } from '../command.ts';
import type { AroundProblem } from '../files.ts';
import { unusedShapes } from '../unusedShapes.ts';
import { frames } from './formats.ts';
import { type Line, lineText } from './line.ts';
import { tell, writeOutput } from './streams.ts';

/** Prints reports in order, and counts problems for the exit code. */
export class ReportPrinter {
  private readonly command: CommandName;
  private readonly options: CommandOptions;
  private readonly makeRoom: () => void;
  private readonly codes = new Set<string>();
  private readonly shaped = new Set<string>();
  private readonly built: StateChoice[] = [];
  private readonly reported = new Set<string>();
  private readonly counts = {
    files: 0,
    errors: 0,
    warnings: 0,
    fixed: 0,
    unreadable: 0,
    refused: 0,
    others: 0,
  };
  private separator = '';

  /** `makeRoom` is called before anything is printed. */
  constructor(command: CommandName, options: CommandOptions, makeRoom: () => void) {
    this.command = command;
    this.options = options;
    this.makeRoom = makeRoom;
  }

  start(): void {
    this.write(this.frame?.start ?? '');
  }

  print(file: string, report: FileReport): void {
    const { counts } = this;
    counts.files += 1;
    counts.errors += report.errors;
    counts.warnings += report.warnings;
    if (isFatal(report.around ?? [])) counts.refused += 1;
    for (const { severity } of this.tellOnce(report.around ?? []))
      if (severity !== 'fatal') counts[`${severity}s`] += 1;
    counts.fixed += report.fix?.edits ?? 0;
    if (report.isOther) counts.others += 1;
    for (const failure of report.internalErrors ?? []) this.tell(...failure.split('\n'));
    if (report.problems?.length) this.tell(...report.problems);
    for (const code of report.codes ?? []) this.codes.add(code);
    for (const name of report.shaped ?? []) this.shaped.add(name);
    if (report.built) this.built.push(report.built);
    if (report.unreadable !== undefined) {
      counts.unreadable += 1;
      const [reason = '', ...stack] = report.unreadable.split('\n');
      this.tell(`${file}: ${reason}`, ...stack);
    } else if (report.json) {
      this.write(this.separator + report.json);
      this.separator = this.frame?.separator ?? '';
    } else this.printLines(report.lines ?? []);
  }

  /** Prints the end of the output; returns the exit code. */
  end(): number {
    const { command, options } = this;
    const { files, errors, warnings, fixed, unreadable, refused, others } = this.counts;
    if (fixed > 0) this.tell(`${counted(fixed, 'edit')} applied.`);
    this.write(this.frame?.end([...this.codes]) ?? '');
    const analyzed = files - unreadable;
    if (analyzed > 0) this.tell(...unusedShapes(options.inputShape, [...this.shaped]));
    if (command === 'check' && options.format === 'text' && analyzed > 0)
      this.printLines(
        closingLines(
          summaryLine(errors, warnings, analyzed) + othersText(others) + leftText(unreadable),
          this.built,
        ),
      );
    if (unreadable > 0 || refused > 0) return 2;
    return errors > 0 || warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
  }

  private get frame() {
    return frames[this.options.format];
  }

  private printLines(lines: readonly Line[]): void {
    const { format, color } = this.options;
    this.write(lines.map((line) => lineText(line, { color, isCommand: format === 'github' })).join(''));
  }

  private write(text: string): void {
    if (text === '') return;
    this.makeRoom();
    writeOutput(text);
  }

  private tell(...lines: readonly Line[]): void {
    this.makeRoom();
    tell(...lines);
  }

  /** Prints each problem once, as many nets refer to the same files. Returns the new ones. */
  private tellOnce(problems: readonly AroundProblem[]): AroundProblem[] {
    const fresh = problems.filter(({ line }) => !this.reported.has(line));
    for (const { line } of fresh) {
      this.reported.add(line);
      this.tell(line);
    }
    return fresh;
  }
}

function summaryLine(errors: number, warnings: number, files: number): string {
  const also = warnings > 0 ? `, ${counted(warnings, 'warning')}` : '';
  return `${counted(errors, 'error')}${also} in ${counted(files, 'file')}.`;
}

function othersText(others: number): string {
  if (others === 0) return '';
  return ` ${counted(others, 'file')} ${others === 1 ? 'is' : 'are'} neither a net nor a solver.`;
}

function leftText(unreadable: number): string {
  if (unreadable === 0) return '';
  return ` ${counted(unreadable, 'file')} ${unreadable === 1 ? 'was' : 'were'} not analyzed.`;
}

/** The counts, and the states in which the nets are built: the reason for one net, counts for several. */
function closingLines(counts: string, choices: readonly StateChoice[]): string[] {
  const [first, ...others] = choices;
  if (!first) return [counts];
  return others.length === 0 ? [`${counts} ${builtFor(first)}`] : [counts, statesLine(choices)];
}

function statesLine(choices: readonly StateChoice[]): string {
  const counts = new Map<string, number>();
  for (const { states } of choices) counts.set(listStates(states), (counts.get(listStates(states)) ?? 0) + 1);
  const lines = [...counts].sort(([, one], [, other]) => other - one);
  const texts = lines.map(([states, count]) => `${states} (${counted(count, 'net')})`);
  return `Built for ${few(texts, '; ')}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
