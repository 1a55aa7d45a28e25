import { type LayerContext, SetupStop } from '../../layers/context.ts';
import { Unknown } from '../../shape/dim.ts';
import type { Shape } from '../../shape/shape.ts';
import type { Range } from '../../text/range.ts';

/** The inputs of an expression. */
export interface Scope {
  /** The name in the declaration. */
  readonly name: string;
  readonly layer: LayerContext;
  /** The text of the expression. */
  readonly text: string;
  /** Index or role of the top or parameter blob whose shape is computed. */
  readonly index: number;
  /** The shapes of the tops, if they are already known. */
  readonly tops: readonly Shape[];
  /** Whether integer division truncates as in C++, or keeps the fraction until it is rounded. */
  readonly division: 'whole' | 'exact';
}

/** Stops the set-up of a layer that does not match its declaration. `why` follows the part of the expression. */
export function stop({ name, text }: Scope, { start, end }: Range, why: string): never {
  const part = text.slice(start, end);
  throw new SetupStop(
    new Unknown('declared', `The declaration of \`${name}\` does not match: \`${part}\` ${why}.`),
  );
}
