import { statSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';

/** Exits with an error for arguments that every command refuses: empty ones, and two values for one option. */
export function refuseFaultyArguments(program: Command): void {
  program.hook('preAction', (_, command) => {
    if (command.args.includes('')) command.error('error: an argument is empty');
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
