import type { Range } from '../text/range.ts';
import type { Document } from './document.ts';

/**
 * The result of a part of the analysis; undefined if it throws, which is a bug of this tool. It is reported with what is
 * needed to reproduce it, and the other parts still run.
 */
export function guarded<T>(
  { settings, uri, version }: Document,
  task: string,
  range: Range,
  work: () => T,
): T | undefined {
  try {
    return work();
  } catch (error) {
    settings.onInternalError?.(
      `${task} at offset ${range.start} of ${uri} (version ${version}) failed.`,
      error,
    );
    return undefined;
  }
}
