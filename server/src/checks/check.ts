/**
 * How a failure of a check shows: `fatal` stops the process with a message, `parse` is an error of the text parser,
 * `crash` is a signal without a message, `silent` and `warn` accept the net, `runtime` fails after construction, `env`
 * depends on files, databases or build options, `debug` exists in debug builds only.
 */
export type CheckKind = 'fatal' | 'parse' | 'crash' | 'silent' | 'warn' | 'runtime' | 'env' | 'debug';

export interface Check {
  readonly kind: CheckKind;
  /** The fixed part of what Caffe prints, so that a search for it finds the check; empty if nothing is printed. */
  readonly phrase: string;
  /** What the check requires, or what is wrong; absent if no file can fail the check. */
  readonly meaning?: string;
}

/** Checks by id: kind, phrase, meaning. */
export type CheckTable = Readonly<
  Record<string, readonly [CheckKind, string] | readonly [CheckKind, string, string]>
>;
