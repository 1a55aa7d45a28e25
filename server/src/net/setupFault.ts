import type { CheckId } from '../checks/catalogue.ts';
import type { Help } from '../schema/fieldCheck.ts';
import type { Entry } from '../schema/message.ts';

/** A failure of a single layer, located at its value, otherwise at the layer. */
export interface SetupFault extends Pick<Help, 'forks' | 'instead'> {
  readonly check: CheckId;
  readonly message: string;
  readonly at?: Entry | undefined;
}
