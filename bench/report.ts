import type { Result } from './measures.ts';
import { layersName } from './subject.ts';

/** Ratios within one run: warm to cold, this parser to others, growth with the size of the net. */
export function ratioLines(results: readonly Result[]): string[] {
  const subjects = [...new Set(results.map(({ subject }) => subject))];
  const value = finder(results);
  const rows = subjects.flatMap((subject) =>
    speedUps.map(([title, slow, fast]) => [
      subject,
      title,
      times(value(subject, slow), value(subject, fast)),
    ]),
  );
  const growths = [
    [1000, 10_000],
    [10_000, 100_000],
  ].flatMap(([from = 0, to = 0]) =>
    [
      ...new Set(results.filter(({ subject }) => subject === layersName(to)).map(({ measure }) => measure)),
    ].map((measure) => [
      `${layersName(from)} → ${to.toLocaleString('en')}`,
      `growth of ${measure}`,
      times(value(layersName(to), measure), value(layersName(from), measure)),
    ]),
  );
  return table([...rows, ...growths].filter((row) => row[2] !== ''));
}

/** Titles with a slower and a faster measure. */
const speedUps = [
  ['open / key, to hints in view', 'open to hints', 'key to hints in view'],
  ['open / key, to diagnostics', 'open to diagnostics', 'key to diagnostics'],
  ['whole chevrotain / parse', 'parse whole by chevrotain', 'parse'],
  ['prototxt-parser / parse', 'parse by prototxt-parser', 'parse'],
  ['prototxt-parser / key to hints in view', 'parse by prototxt-parser', 'key to hints in view'],
] as const;

/** Absolute results: median, quartiles, number of runs. */
export function resultLines(results: readonly Result[]): string[] {
  const rows = results.map(({ subject, measure, unit, median, low, high, runs }) => [
    subject,
    measure,
    `${number(median)} ${unit}`,
    runs > 1 ? `${number(low)} – ${number(high)}` : '',
    runs > 1 ? `${runs} runs` : '',
  ]);
  return table(rows);
}

/** Old over new results of measures in both runs; above 1, the new result is faster or smaller. */
export function compareLines(results: readonly Result[], old: readonly Result[]): string[] {
  const before = finder(old);
  const rows = results.map(({ subject, measure, unit, median }) => {
    const known = before(subject, measure);
    return [
      subject,
      measure,
      times(known, median),
      known ? `${number(known)} → ${number(median)} ${unit}` : '',
    ];
  });
  return table(rows.filter((row) => row[2] !== ''));
}

function finder(results: readonly Result[]): (subject: string, measure: string) => number | undefined {
  const medians = new Map(results.map(({ subject, measure, median }) => [`${subject} / ${measure}`, median]));
  return (subject, measure) => medians.get(`${subject} / ${measure}`);
}

function times(one: number | undefined, other: number | undefined): string {
  return one === undefined || other === undefined ? '' : `${number(one / other)} ×`;
}

/** Three significant digits, or all digits of the integer part. */
export function number(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toPrecision(value < 0.1 ? 1 : value < 1 ? 2 : 3);
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
