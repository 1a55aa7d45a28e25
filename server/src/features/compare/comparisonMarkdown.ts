import { formatState } from '../../net/states/state.ts';
import { code, inline, joined, type Markdown, md } from '../markdown.ts';
import {
  affectedLayers,
  affectedTexts,
  type Detail,
  type DifferenceEntry,
  entriesOf,
  fieldDetail,
  otherLayers,
} from './entries.ts';
import { countsText, errorsText, haveSameCosts, statesText, totalRows } from './overview.ts';
import type { Comparison, Sides, StateComparison } from './types.ts';

/** The maximum number of rows of a table: code hosts limit the length of a comment. */
const mostRows = 150;
/** The maximum number of names of layers in a cell. */
const mostNames = 20;

/** The comparison as Markdown for a pull request. `labels` are the names of the files. */
export function comparisonMarkdown(comparison: Comparison, labels: Sides<string>): Markdown {
  const [first] = comparison.states;
  const errors = errorsText(comparison, labels);
  const counts = first && !comparison.isEqual ? countsText(first.counts) : 'The nets are equal.';
  const parts = [
    md`### ${code(labels.before)} → ${code(labels.after)}`,
    md`${counts} ${statesText(comparison)}`,
    ...(errors === undefined ? [] : [md`⚠ ${errors}`]),
    ...comparison.fields.map((field) => detailMarkdown(fieldDetail(field))),
    ...(comparison.isEqual ? [] : comparison.states.flatMap((state) => stateParts(state, first))),
  ];
  return md`${joined(parts, '\n\n')}\n`;
}

function stateParts(state: StateComparison, first: StateComparison | undefined): Markdown[] {
  const isLater = first !== undefined && state !== first;
  if (isLater && state.layers.length === 0) return [];
  const entries = entriesOf(state.layers.filter(({ kind }) => kind !== 'affected'));
  return [
    ...(isLater ? [md`Also in ${formatState(state.after)}:`] : []),
    ...(isLater && haveSameCosts(state, first) ? [] : [totalsTable(state)]),
    ...(entries.length > 0 ? [entriesTable(entries)] : []),
    ...affectedParts(state),
  ];
}

function totalsTable(state: StateComparison): Markdown {
  const rows = totalRows(state).map(
    ([label, before, after, difference]) =>
      md`| ${label} | ${inline(before)} | ${inline(after)} | ${inline(difference)} |`,
  );
  return joined([md`| | Before | After | Difference |`, md`|:--|--:|--:|--:|`, ...rows], '\n');
}

const markers: Readonly<Record<DifferenceEntry['kind'], string>> = {
  added: '🟢 added',
  removed: '🔴 removed',
  moved: '🔵 moved',
  changed: '🟡 changed',
  affected: 'affected',
};

function entriesTable(entries: readonly DifferenceEntry[]): Markdown {
  const rows = entries
    .slice(0, mostRows)
    .map(
      (entry) =>
        md`| ${markers[entry.kind]} | ${namesMarkdown(entry)} | ${inline(entry.type)} | ${detailsMarkdown(entry)} |`,
    );
  const left = entries.length - rows.length;
  const rest = left > 0 ? [md`\nAnd ${String(left)} more.`] : [];
  return joined([md`| | Layer | Type | Difference |`, md`|:--|:--|:--|:--|`, ...rows, ...rest], '\n');
}

function namesMarkdown({ layers }: DifferenceEntry): Markdown {
  const names = layers.slice(0, mostNames).map(({ name }) => code(name));
  const left = layers.length - names.length;
  return joined([...names, ...(left > 0 ? [md`${left} others`] : [])], ', ');
}

function detailsMarkdown({ details }: DifferenceEntry): Markdown {
  return joined(details.map(detailMarkdown), '<br>');
}

function detailMarkdown(detail: Detail): Markdown {
  if ('text' in detail) return inline(detail.text);
  const { label, before, after, isField } = detail;
  if (!isField) return md`${inline(label)}: ${inline(before)} → ${inline(after)}`;
  return md`${code(label)}: ${code(before)} → ${code(after)}`;
}

/** The layers that do not differ themselves, folded. */
function affectedParts({ layers }: StateComparison): Markdown[] {
  const affected = affectedLayers(layers);
  return (['costs', 'training'] as const).flatMap((what) => {
    const entries = entriesOf(affected[what]);
    if (entries.length === 0) return [];
    const title = md`<details><summary>In ${otherLayers(affected[what].length)}, ${affectedTexts[what]}</summary>`;
    return [title, entriesTable(entries), md`</details>`];
  });
}
