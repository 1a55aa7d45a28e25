import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { residualNet } from './generate.ts';

/** A net to measure. */
export interface Subject {
  readonly name: string;
  readonly text: string;
  /** Whether measurements take so long that only a few are run. */
  readonly large: boolean;
}

/** A generated net. */
export function generated(layers: number): Subject {
  return subject(layersName(layers), residualNet(layers));
}

/** The name of a generated net in the results. */
export function layersName(layers: number): string {
  return `${layers.toLocaleString('en')} layers`;
}

/** The net of a file. */
export function ofFile(path: string): Subject {
  return subject(basename(path), readFileSync(path, 'utf8'));
}

function subject(name: string, text: string): Subject {
  return { name, text, large: text.length > 5_000_000 };
}
