import type { TableFormat } from '../../features/summary/tableFormats.ts';
import { sarifEnd, sarifStart } from './sarif.ts';

/** The output formats. */
export type Format = 'text' | 'json' | 'sarif' | 'github' | TableFormat;

interface Frame {
  readonly start: string;
  readonly separator: string;
  /** Returns the end of the output, given the codes of all diagnostics. */
  end(codes: readonly string[]): string;
}

/** The text around and between the outputs of the files; undefined if each output is independent. */
export const frames: Readonly<Record<Format, Frame | undefined>> = {
  text: undefined,
  github: undefined,
  markdown: undefined,
  csv: undefined,
  latex: undefined,
  json: { start: '[', separator: ',', end: () => ']\n' },
  sarif: { start: sarifStart, separator: ',', end: sarifEnd },
};
