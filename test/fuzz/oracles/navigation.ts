import { selectionRanges } from '../../../server/src/features/navigation/selection.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { badEdits, first, type Oracle, outside, type Subject } from './oracle.ts';

/** Oracles about names, structure and layout. */
export const navigationOracles: readonly Oracle[] = [
  { name: 'names and folds are in the text', violation: rangesOfNames },
  { name: 'a blob is renamed there and back', violation: renamedBack },
  { name: 'formatting keeps tokens and comments', violation: changedByFormat },
  { name: 'formatting twice changes nothing', violation: formattedTwice },
];

/** The number of offsets at which names are searched. */
const offsetsTried = 12;

function offsetsOf({ document, random }: Subject): number[] {
  // Most names follow a quote.
  const quotes = [...document.text.matchAll(/["']/gu)].map(({ index }) => index + 1);
  return Array.from({ length: offsetsTried }, (_, index) =>
    index % 2 === 0 && quotes.length > 0
      ? (quotes[random.below(quotes.length)] ?? 0)
      : random.below(document.text.length + 1),
  );
}

function rangesOfNames(subject: Subject): string | undefined {
  const { tool, document } = subject;
  const { length } = document.text;
  const [state] = document.states().states;
  const inText = first(tool.folds(document), ({ range }) => outside(range, length, 'a fold'));
  if (inText !== undefined) return inText;
  return first(offsetsOf(subject), (offset) => {
    const found = [
      ...tool.highlights(document, offset, state).map(({ range }) => range),
      ...(tool.definition(document, offset, state)?.targets ?? []),
      ...selectionRanges(document, offset),
    ];
    return first(found, (range) => outside(range, length, `a name at ${offset}`));
  });
}

function renamedBack(subject: Subject): string | undefined {
  const { tool, document } = subject;
  const [state] = document.states().states;
  return first(offsetsOf(subject), (offset) => {
    const found = tool.renameableAt(document, offset, state);
    const made = found && tool.rename(document, offset, state, newName);
    if (!found || !made || 'problem' in made) return undefined;
    const bad = badEdits(made.edits, document.text.length, 'a renaming');
    if (bad !== undefined) return bad;
    const renamed = tool.open(applyEdits(document.text, made.edits));
    // A `# shape:` comment names the blob without quotes.
    const at = renamed.text.search(/["']zz_new_name/u) + 1;
    const back = tool.rename(renamed, at, state, found.name);
    if (!back) return `${JSON.stringify(found.name)} is not found after the renaming`;
    // In a broken net, another blob may have had the same name before.
    if ('problem' in back) return undefined;
    const again = tool.open(applyEdits(renamed.text, back.edits));
    const left = again.text.includes(newName);
    return left ? `${JSON.stringify(found.name)} is not renamed back everywhere` : undefined;
  });
}

const newName = 'zz_new_name';

function changedByFormat({ tool, document }: Subject): string | undefined {
  const before = tool.contentOf(document.text);
  const after = tool.contentOf(tool.formatted(document));
  return before === after ? undefined : 'the content differs';
}

function formattedTwice({ tool, document }: Subject): string | undefined {
  const once = tool.formatted(document);
  return tool.formatted(tool.open(once)) === once ? undefined : 'the second time changes the text';
}
