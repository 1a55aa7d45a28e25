import { errorAt, type ProtoError, quoted } from './error.ts';
import type { Declared } from './outline.ts';
import type { ProtoText } from './protoText.ts';

const conflict =
  /^(?<twice>duplicate )?(?:name '(?<name>.+)'|id (?<id>-?\d+))(?: is reserved)? in (?<kind>\w+) ?\.?(?<scope>.*)$/;

/** Explains names and numbers that are used twice or reserved. protobufjs reports them without a location. */
export function explainConflict(failure: string, { outline }: ProtoText): ProtoError | undefined {
  const { twice, name, id, kind, scope = '' } = conflict.exec(failure)?.groups ?? {};
  const users = outline.declared.filter((one) => {
    const same = name === undefined ? Number(one.number?.text) === Number(id) : one.name.text === name;
    return same && isIn(one, kind, scope);
  });
  const last = twice
    ? users.find((one) => users.find((other) => other.scope === one.scope) !== one)
    : users[0];
  const first = users.find((one) => one.scope === last?.scope);
  if (!first || !last) return undefined;
  const range = name === undefined ? (last.number ?? last.name) : last.name;
  const subject = name === undefined ? `The number ${id}` : quoted(name);
  const where = last.scope || 'the file';
  if (!twice) return errorAt(range, `${subject} is reserved in ${where}.`);
  if (name !== undefined) return errorAt(range, `${subject} is declared twice in ${where}.`);
  const holder = `already used by ${quoted(first.name.text)}${kind === 'Enum' ? alias : ''}`;
  return errorAt(range, `${subject} in ${where} is ${holder}.`);
}

const alias = '; to allow several names per value, insert `option allow_alias = true;` before them';

/** Whether it is declared in the scope that protobufjs names: fully qualified with the package, or by its last name. */
function isIn({ scope }: Declared, kind: string | undefined, name: string): boolean {
  if (kind === 'Root' || kind === 'Namespace') return scope === '';
  return `.${name}`.endsWith(`.${scope}`) || `.${scope}`.endsWith(`.${name}`);
}
