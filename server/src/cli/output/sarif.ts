import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location, Region, ReportingDescriptor, Result, Run, Fix as SarifFix } from 'sarif';
import packageJson from '../../../../package.json' with { type: 'json' };
import type { Severity } from '../../checks/severity.ts';
import type { Document } from '../../document/document.ts';
import type { Fix } from '../../edit/fix.ts';
import type { Diagnostic } from '../../features/types.ts';
import { Effort } from '../../fixes/effort.ts';
import { findPage, pageMarkdown } from '../../rules/pages/pages.ts';
import { LineMap } from '../../text/lines.ts';
import type { Range } from '../../text/range.ts';
import { jsonText } from '../../text/visible.ts';

/** The start of the output: a log with one run (SARIF 2.1.0). */
export const sarifStart =
  '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[';

/** The end of the output: the tool, with the rules of all results. */
export function sarifEnd(codes: readonly string[]): string {
  const rules = [...new Set(codes)].sort().map(descriptor);
  const tool: Run['tool'] = { driver: { name: packageJson.name, version: packageJson.version, rules } };
  return `],"tool":${jsonText(tool)}}]}\n`;
}

/** The results of one file, joined by commas. */
export function sarifResults(file: string, { text }: Document, found: readonly Diagnostic[]): string {
  const places = new Places(file, text);
  const fixes = new ListedFixes();
  return found.map((diagnostic) => jsonText(result(diagnostic, fixes.of(diagnostic), places))).join(',');
}

/** A fix with more edits is listed only at the first of its results: others repeat it. */
const mostRepeatedEdits = 8;

/** The fixes of the results of one file, without repeats of large ones. */
class ListedFixes {
  private readonly effort = new Effort();
  private readonly large = new Set<string>();

  of({ fixes }: Diagnostic): readonly Fix[] {
    const found = fixes?.(this.effort) ?? [];
    return found.filter(({ title, edits }) => edits.length <= mostRepeatedEdits || this.isNew(title));
  }

  private isNew(title: string): boolean {
    const isNew = !this.large.has(title);
    this.large.add(title);
    return isNew;
  }
}

const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

function descriptor(code: string): ReportingDescriptor {
  const page = findPage(code);
  if (!page) return { id: code };
  return {
    id: code,
    shortDescription: { text: page.what },
    help: { text: page.what, markdown: pageMarkdown(page) },
    defaultConfiguration: { level: levels[page.severity] },
  };
}

function result(
  { severity, code, message, range, related }: Diagnostic,
  fixes: readonly Fix[],
  places: Places,
): Result {
  return {
    ruleId: code,
    level: levels[severity],
    message: { text: message },
    locations: [places.location(range)],
    ...(related &&
      related.length > 0 && {
        relatedLocations: related.map((other, id) => ({
          id,
          ...places.location(other.range),
          message: { text: other.message },
        })),
      }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => places.fix(fix)) }),
  };
}

/** Converts the ranges of one file to SARIF. */
class Places {
  private readonly uri: string;
  private readonly lines: LineMap;

  constructor(file: string, text: string) {
    this.uri = uriOf(file);
    this.lines = new LineMap(text);
  }

  location(range: Range): Location {
    return {
      physicalLocation: { artifactLocation: { uri: this.uri }, region: this.region(range) },
    };
  }

  fix({ title, edits }: Fix): SarifFix {
    const replacements = edits.map(({ range, newText }) => ({
      deletedRegion: this.region(range),
      insertedContent: { text: newText },
    }));
    const artifactChanges = [{ artifactLocation: { uri: this.uri }, replacements }];
    return { description: { text: title }, artifactChanges };
  }

  private region(range: Range): Region {
    const start = this.lines.position(range.start);
    const end = this.lines.position(range.end);
    return {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    };
  }
}

/** Relative to the working directory if the file is below it, as code hosts require. */
function uriOf(file: string): string {
  const below = relative(process.cwd(), resolve(file));
  if (isAbsolute(below) || below.startsWith('..')) return pathToFileURL(file).href;
  return below.split(sep).map(encodeURIComponent).join('/');
}
