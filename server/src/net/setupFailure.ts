import type { CheckId } from '../checks/catalogue.ts';
import type { ErrorDetails } from '../schema/fieldCheck.ts';
import type { Entry } from '../schema/message.ts';

/** A failure of a single layer, located at its value, otherwise at the layer. */
export interface SetupFailure extends Pick<ErrorDetails, 'forks' | 'replacement'> {
  readonly check: CheckId;
  readonly message: string;
  readonly at?: Entry | undefined;
}
