import { type LayerContext, SetupStop } from '../../layers/context.ts';
import { Unknown } from '../../shape/dim.ts';
import type { Shape } from '../../shape/shape.ts';
import type { Range } from '../../text/range.ts';

/** What an expression speaks of. */
export interface Scope {
  /** The name under which the layer is declared. */
  readonly name: string;
  readonly layer: LayerContext;
  /** The text of the expression. */
  readonly text: string;
  /** Of the top, or of the parameter blob, whose shape it is. */
  readonly index: number;
  /** The shapes of the tops, where they are known already. */
  readonly tops: readonly Shape[];
  /** Whether whole numbers divide as C++'s do, or keep the fraction until they are rounded. */
  readonly division: 'whole' | 'exact';
}

/** Stops the set-up of a layer that its declaration does not fit. `why` goes on after the part of the expression. */
export function stop({ name, text }: Scope, { start, end }: Range, why: string): never {
  const part = text.slice(start, end);
  throw new SetupStop(
    new Unknown('declared', `The declaration of \`${name}\` does not fit: \`${part}\` ${why}.`),
  );
}
