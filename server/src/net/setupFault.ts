import type { CheckId } from '../checks/catalogue.ts';
import type { Help } from '../schema/fieldCheck.ts';
import type { Entry } from '../schema/message.ts';

/** A fault that a layer has by itself; it stands where its value is written, else at the layer. */
export interface SetupFault extends Pick<Help, 'forks' | 'instead'> {
  readonly check: CheckId;
  readonly message: string;
  readonly at?: Entry | undefined;
}
