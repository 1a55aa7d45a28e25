import { first, notOneLine, type Oracle, type Subject } from './oracle.ts';

/** Oracles about the output of the command line. */
export const outputOracles: readonly Oracle[] = [
  { name: 'JSON and SARIF can be parsed', violation: unparsable },
  { name: 'each line for GitHub is one annotation', violation: brokenAnnotations },
  { name: 'printed lines have no control characters', violation: brokenLines },
  { name: 'outputs are not much larger than the text', violation: largeOutput },
];

function unparsable(subject: Subject): string | undefined {
  return first(outputsOf(subject), ([format, output]) => {
    if (!/JSON|SARIF/u.test(format)) return undefined;
    try {
      JSON.parse(output);
      return undefined;
    } catch (error) {
      return `${format}: ${error}`;
    }
  });
}

function brokenAnnotations({ tool, document }: Subject): string | undefined {
  const lines = tool.check(document, 'github').split('\n').slice(0, -1);
  return lines.find(
    (line) => !/^::(?:error|warning|notice) file=net\.prototxt(?:,[^\r:]*)?::[^\r]*$/u.test(line),
  );
}

function brokenLines({ tool, document }: Subject): string | undefined {
  const lines = [
    ...tool.checkLines(document, 'text'),
    ...tool.checkLines(document, 'github'),
    ...tool.summaryLines(document),
  ];
  return first(lines, (line) => notOneLine(line.replace(/\n$/u, ''), 'a line'));
}

/** The size of any output, in characters, for a text without problems and for each character of a text. */
const [usualSize, sizePerCharacter] = [200_000, 400];

function largeOutput(subject: Subject): string | undefined {
  const { length } = subject.document.text;
  const most = usualSize + sizePerCharacter * length;
  return first(outputsOf(subject), ([format, output]) =>
    output.length > most
      ? `${format} of a text of ${length} characters has ${output.length} characters`
      : undefined,
  );
}

function outputsOf({ tool, document }: Subject): [format: string, output: string][] {
  return [
    ['check in JSON', tool.check(document, 'json')],
    ['check in SARIF', tool.check(document, 'sarif')],
    ['check as text', tool.check(document, 'text')],
    ['summary in JSON', tool.summarize(document, 'json')],
    ['summary as text', tool.summarize(document, 'text')],
  ];
}
