import { statSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { whyNotProto } from './protoOption.ts';

/**
 * Exits with an error for arguments that every command refuses: empty ones, two values for one
 * option, and an unusable schema.
 */
export function refuseFaultyArguments(program: Command): void {
  program.hook('preAction', async (_, command) => {
    if (command.args.includes('')) command.error('error: an argument is empty');
    const { proto } = command.opts<{ proto?: string }>();
    const why = proto === undefined ? undefined : await whyNotProto(proto);
    if (why !== undefined) command.error(`error: the schema ${proto} cannot be used: ${why}`);
  });
  for (const command of program.commands)
    for (const option of command.options) if (isSingle(option)) refuseRepeats(command, option);
}

/** Whether an option has one value: others collect their values, so they start with an empty collection. */
function isSingle({ required, defaultValue }: Option): boolean {
  return required && !(defaultValue instanceof Map || Array.isArray(defaultValue));
}

function refuseRepeats(command: Command, option: Option): void {
  let isGiven = false;
  command.on(`option:${option.name()}`, () => {
    if (isGiven) command.error(`error: option '${option.flags}' can only be given once`);
    isGiven = true;
  });
}

/** The option for the file to write. */
export function outputOption(description: string): Option {
  return new Option('-o, --output <file>', description).argParser(parseOutput);
}

function parseOutput(path: string): string {
  if (path === '') throw new InvalidArgumentError('Expected the name of a file.');
  if (isFolder(path)) throw new InvalidArgumentError('It is a folder.');
  return path;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Writing reports the error.
    return false;
  }
}
