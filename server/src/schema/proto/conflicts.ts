import type { Declared } from './outline.ts';
import { type ProtoProblem, problemAt, quoted } from './problem.ts';
import type { ProtoSource } from './source.ts';

const conflict =
  /^(?<twice>duplicate )?(?:name '(?<name>.+)'|id (?<id>-?\d+))(?: is reserved)? in (?<kind>\w+) ?\.?(?<scope>.*)$/;

/** Explains names and numbers that a file uses twice or reserves. protobufjs says of them what, but not where. */
export function explainConflict(failure: string, { outline }: ProtoSource): ProtoProblem | undefined {
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
  if (!twice) return problemAt(range, `${subject} is reserved in ${where}.`);
  if (name !== undefined) return problemAt(range, `${subject} is declared twice in ${where}.`);
  const holder = `that of ${quoted(first.name.text)} already${kind === 'Enum' ? alias : ''}`;
  return problemAt(range, `${subject} of ${where} is ${holder}.`);
}

const alias = '; for two names of one value write `option allow_alias = true;` before them';

/** Whether it is declared in what protobufjs names: in full with the package, or by the last name alone. */
function isIn({ scope }: Declared, kind: string | undefined, name: string): boolean {
  if (kind === 'Root' || kind === 'Namespace') return scope === '';
  return `.${name}`.endsWith(`.${scope}`) || `.${scope}`.endsWith(`.${name}`);
}
