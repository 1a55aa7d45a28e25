import picocolors from 'picocolors';
import type { Severity } from '../../checks/severity.ts';
import { visible } from '../../text/visible.ts';

/** What a part of a line is, which decides its color. */
export type Style = Severity | 'code' | 'added' | 'removed' | 'moved' | 'changed' | 'affected';

export interface StyledText {
  readonly text: string;
  readonly style: Style;
}

/** A line of text for users, without its end. Its parts may contain any characters of a file. */
export type Line = string | readonly (string | StyledText)[];

export interface LineOptions {
  readonly color?: boolean;
  /** Whether the line is a workflow command of GitHub Actions: `::error …`. */
  readonly isCommand?: boolean;
}

/**
 * The text of a line with its end. Control characters of files are visible, so names can neither control a terminal nor
 * start a line. Text that build servers would obey as a command is changed, unless the line is one.
 */
export function lineText(line: Line, { color = false, isCommand = false }: LineOptions = {}): string {
  const colors = color ? withColors : withoutColors;
  const parts = typeof line === 'string' ? [line] : line;
  const texts = parts.map((part) => {
    const [text, paint] = typeof part === 'string' ? [part, plain] : [part.text, colors[part.style]];
    const shown = visible(text);
    return paint(isCommand ? shown : withoutCommands(shown));
  });
  return `${texts.join('')}\n`;
}

/** `::command` at the start of a line, and `##[command` and `##name[command` anywhere, as GitHub and others read them. */
function withoutCommands(text: string): string {
  return text.replace(/^(\s*):(?=:)/u, '$1\\x3a').replace(/##(?=\w*\[)/gu, '#\\x23');
}

type Paint = (text: string) => string;

const plain: Paint = (text) => text;
const withColors = paints(true);
const withoutColors = paints(false);

function paints(enabled: boolean): Readonly<Record<Style, Paint>> {
  const { red, yellow, cyan, gray, green } = picocolors.createColors(enabled);
  return {
    error: red,
    warning: yellow,
    information: cyan,
    hint: gray,
    code: gray,
    added: green,
    removed: red,
    moved: cyan,
    changed: yellow,
    affected: gray,
  };
}
