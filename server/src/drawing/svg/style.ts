import type { Hue, MarkKind } from '../graph.ts';
import { sizes } from '../sizes.ts';

/** The colors of a drawing, each a CSS color. */
export interface Palette {
  readonly background: string;
  readonly text: string;
  /** Labels and lines. */
  readonly muted: string;
  readonly line: string;
  readonly group: string;
  readonly groupLine: string;
  /** The text of nodes. */
  readonly onHue: string;
  readonly hues: Readonly<Record<Hue, string>>;
  readonly marks: Readonly<Record<MarkKind, string>>;
}

/** Dark enough for white text. */
export const hues: Readonly<Record<Hue, string>> = {
  blue: '#2f5f98',
  red: '#8f3440',
  green: '#3f6e3d',
  teal: '#2b6a6c',
  violet: '#5f4f94',
  brown: '#73543f',
  orange: '#86561c',
  magenta: '#8a3a72',
  gray: '#565c64',
  heat1: '#7a6430',
  heat2: '#94561d',
  heat3: '#a63f18',
  heat4: '#b01818',
};

/** Colors for a light page. */
export const lightPalette: Palette = {
  background: '#ffffff',
  text: '#1f2328',
  muted: '#59636e',
  line: '#8b949e',
  group: '#8b949e1f',
  groupLine: '#8b949e80',
  onHue: '#ffffff',
  hues,
  marks: { error: '#c62828', warning: '#9a6700', unknown: '#59636e', unused: '#59636e' },
};

/** The style sheet of a drawing. */
export function styleSheet({ background, text, muted, line, group, groupLine, ...colors }: Palette): string {
  const { onHue, marks } = colors;
  return [
    `.graph{font-family:system-ui,-apple-system,"Segoe UI",Roboto,Ubuntu,sans-serif}`,
    `.graph text{font-size:${sizes.text}px;fill:${onHue}}`,
    `.graph .title{font-size:${sizes.title}px;font-weight:600}`,
    `.graph .figure{font-weight:600}`,
    `.graph .label{font-size:${sizes.label}px;fill:${muted};stroke:${background};stroke-width:3;paint-order:stroke}`,
    `.graph .note{font-size:${sizes.label}px;fill:${text}}`,
    `.graph .edge{fill:none;stroke:${line}}`,
    `.graph .arrow{fill:${line}}`,
    `.graph .group>rect{fill:${group};stroke:${groupLine}}`,
    `.graph .group text{fill:${text}}`,
    `.graph .frame{fill:none;stroke:${background}}`,
    `.graph .back{fill:${line};stroke:${background}}`,
    ...Object.entries(colors.hues).map(([hue, color]) => `.graph .${hue}{fill:${color}}`),
    ...Object.entries(marks).map(
      ([kind, color]) =>
        `.graph .${kind} .frame{stroke:${color};stroke-width:2.5}.graph .${kind} .sign{fill:${color};stroke:${onHue}}`,
    ),
    `.graph .partial>.frame{stroke:${text};stroke-width:1.5;stroke-dasharray:5 3}`,
    `.graph .partial>.edge{stroke-dasharray:5 3}`,
  ].join('\n');
}
