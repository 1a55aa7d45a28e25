import { hues, type Palette, styleSheet } from '../../server/src/drawing/svg/style.ts';

/** The colors of the theme: they change with it. In high contrast, nodes have frames instead of colors. */
const palette: Palette = {
  background: 'var(--vscode-editor-background)',
  text: 'var(--vscode-editor-foreground)',
  muted: 'var(--vscode-descriptionForeground)',
  line: 'var(--graph-line)',
  group: 'var(--graph-group)',
  groupLine: 'var(--graph-group-line)',
  onHue: 'var(--graph-on-hue)',
  hues: {
    blue: variable('blue'),
    red: variable('red'),
    green: variable('green'),
    teal: variable('teal'),
    violet: variable('violet'),
    brown: variable('brown'),
    orange: variable('orange'),
    magenta: variable('magenta'),
    gray: variable('gray'),
    heat1: variable('heat1'),
    heat2: variable('heat2'),
    heat3: variable('heat3'),
    heat4: variable('heat4'),
  },
  marks: {
    error: 'var(--vscode-editorError-foreground, #c62828)',
    warning: 'var(--vscode-editorWarning-foreground, #9a6700)',
    unknown: 'var(--vscode-descriptionForeground)',
    unused: 'var(--vscode-descriptionForeground)',
  },
};

function variable(hue: keyof Palette['hues']): string {
  return `var(--graph-hue, ${hues[hue]})`;
}

/** Adds the style of drawings to the page. A constructed sheet is not inline style, which the policy forbids. */
export function addColors(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styleSheet(palette));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
