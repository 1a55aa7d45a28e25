import { sarifEnd, sarifStart } from './sarif.ts';

/** How a command prints. */
export type Format = 'text' | 'json' | 'sarif' | 'github';

interface Frame {
  readonly start: string;
  readonly separator: string;
  /** What closes the output, given the codes of all that was found. */
  end(codes: readonly string[]): string;
}

/** What stands around and between the outputs of the files; undefined where each is printed as soon as it is there. */
export const frames: Readonly<Record<Format, Frame | undefined>> = {
  text: undefined,
  github: undefined,
  json: { start: '[', separator: ',', end: () => ']\n' },
  sarif: { start: sarifStart, separator: ',', end: sarifEnd },
};
