import type { DocumentSymbol } from 'vscode-languageserver';
import { grouped } from '../../../server/src/features/diagnostics/grouped.ts';
import type { CompletionItem } from '../../../server/src/features/types.ts';
import { noCapabilities } from '../../../server/src/lsp/capabilities.ts';
import type { CodeActionSupport } from '../../../server/src/lsp/convert/features.ts';
import { type Text, Texts } from '../../../server/src/lsp/texts.ts';
import { plainTags, tagsOf } from '../../features/support/rendered.ts';
import { actionsOf } from './actions.ts';
import { first, notOneLine, type Oracle, type Subject } from './oracle.ts';

/** Oracles about texts as the server sends them: no text of a file becomes structure, a link or an image. */
export const shownOracles: readonly Oracle[] = [
  { name: 'titles of code actions are one line', violation: brokenTitles },
  { name: 'messages of diagnostics are one line', violation: brokenMessages },
  { name: 'symbols and hints are one line', violation: brokenOverview },
  { name: 'completions are one line', violation: brokenCompletions },
  { name: 'Markdown has no links, images or HTML', violation: unsafeMarkdown },
];

function brokenTitles(subject: Subject): string | undefined {
  const text = textOf(subject);
  return first(actionsOf(subject), (action) => {
    const sent = subject.tool.toCodeAction(action, text, support);
    return sent && notOneLine(sent.title, 'a title');
  });
}

function brokenMessages({ tool, document }: Subject): string | undefined {
  const text = textOf({ document });
  return first(grouped(document, tool.diagnostics(document)), (diagnostic) => {
    const { message, relatedInformation = [] } = tool.toGroupedDiagnostic(diagnostic, text, noLink);
    return first([message, ...relatedInformation.map((each) => each.message)], (each) =>
      notOneLine(typeof each === 'string' ? each : each.value, 'a message'),
    );
  });
}

function brokenOverview({ tool, document }: Subject): string | undefined {
  const text = textOf({ document });
  return first(document.states().states, (state) => {
    const labels = tool
      .inlayHints(document, undefined, state, allHints)
      .map((hint) => String(tool.toInlayHint(hint, text).label));
    const symbols = tool
      .documentSymbols(document, state)
      .flatMap((symbol) => namesIn(tool.toDocumentSymbol(symbol, text)));
    return (
      first(labels, (label) => notOneLine(label, 'a hint')) ??
      first(symbols, (name) => notOneLine(name, 'a symbol'))
    );
  });
}

function namesIn({ name, detail = '', children = [] }: DocumentSymbol): string[] {
  return [name, detail, ...children.flatMap(namesIn)];
}

function brokenCompletions(subject: Subject): string | undefined {
  const text = textOf(subject);
  return first(completionsOf(subject), (item) => {
    const { label, detail = '' } = subject.tool.toCompletion(item, text, noCapabilities, {
      list: 1,
      index: 0,
    });
    return notOneLine(label, 'a label') ?? notOneLine(detail, 'a detail');
  });
}

function unsafeMarkdown(subject: Subject): string | undefined {
  return first([...new Set(markdownOf(subject))], (markdown) => {
    const other = tagsOf(markdown).find((tag) => !plainTags.has(tag));
    return other && `<${other}> in ${JSON.stringify(markdown)}`;
  });
}

/** The number of places whose hovers and completions are computed. */
const placesTried = 10;

/** Hovers and completions at some places, and the tooltips of all hints. */
function markdownOf(subject: Subject): string[] {
  const { tool, document } = subject;
  const [state] = document.states().states;
  const hovers = placesIn(subject).map((offset) => tool.hover(document, offset, state)?.markdown);
  const documentation = completionsOf(subject).map((item) => item.documentation());
  const tooltips = tool.inlayHints(document, undefined, state, allHints).map(({ tooltip }) => tooltip);
  return [...hovers, ...documentation, ...tooltips].flatMap((markdown) => markdown?.text ?? []);
}

/** Completions that show names of the file; the fields of messages have texts of this project. */
function completionsOf(subject: Subject): CompletionItem[] {
  const { tool, document } = subject;
  const [state] = document.states().states;
  return placesIn(subject)
    .flatMap((offset) => tool.completion(document, offset, state))
    .filter(({ kind }) => kind !== 'field');
}

/** Offsets in strings, where most names are. */
function placesIn({ document, random }: Subject): number[] {
  const strings = [...document.text.matchAll(/["']/gu)].map(({ index }) => index + 1);
  return strings.length === 0 ? [] : Array.from({ length: placesTried }, () => random.pick(strings));
}

const allHints = { shapes: true, parameters: true, batch: true };
const noLink = () => undefined;

/** An editor that supports everything. */
const support: CodeActionSupport = {
  runsCommands: true,
  resolvesEdits: true,
  fixAllOfCode: () => [],
  declareLayerEdit: () => ({}),
  linkOf: noLink,
};

function textOf({ document }: Pick<Subject, 'document'>): Text {
  const { uri, version, text } = document;
  return new Texts().create({ uri, version, text });
}
