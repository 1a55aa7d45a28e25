// Writes the facts of a fork, server/forks/NAME.json, from its caffe.proto and the layer types that its code registers:
//   node scripts/importFork.mjs [--print] NAME OWNER/REPOSITORY TOPIC caffe.proto [types.txt]
// Facts are what differs from BVLC. types.txt lists one layer type a line, also those of BVLC, which are left out. An
// existing file keeps its rank, and types that it lists already. With --print the facts go to standard output. Run node scripts/forks.mjs afterwards.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import protobuf from 'protobufjs';
import { folder, readForks } from './lib/forkFacts.mjs';

const args = process.argv.slice(2).filter((arg) => arg !== '--print');
const [name, repository, topic, proto, list] = args;
if (!proto) throw new Error('usage: importFork.mjs NAME OWNER/REPOSITORY TOPIC caffe.proto [types.txt]');

const forks = readForks();
const { bvlc } = forks;
const before = forks[name];
const { root } = protobuf.parse(readFileSync(proto, 'utf8'), { keepCase: true });
root.resolveAll();
const messages = {};
const enums = {};
addAll(root, '');
const facts = {
  rank: before?.rank ?? Object.keys(forks).length,
  repository,
  topic,
  types: [...new Set([...(before?.types ?? []), ...listedTypes(), ...typesOfParams()])].sort(),
  messages: sorted(messages),
  enums: sorted(enums),
};
const text = `${JSON.stringify(facts, undefined, 2)}\n`;
if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(join(folder, `${name}.json`), text);

function addAll(namespace, prefix) {
  for (const item of namespace.nestedArray) {
    const full = prefix + (isV1(item) ? 'V1LayerParameter' : item.name);
    if (item instanceof protobuf.Enum) addEnum(full, item);
    else if (item instanceof protobuf.Type) {
      addMessage(full, item);
      addAll(item, `${full}.`);
    } else if (item.nestedArray) addAll(item, prefix);
  }
}

/** Before V1 got its own message, the enum of its layer types was in LayerParameter. */
function isV1(item) {
  return item.name === 'LayerParameter' && item.nested?.LayerType !== undefined;
}

function addMessage(full, { fieldsArray }) {
  const known = bvlc.messages[full];
  const added = fieldsArray
    .map((field) => [field.name, declaration(field)])
    .filter(([field, text]) => !known?.[field] || extendsField(known[field], text));
  if (added.length > 0 || !known) messages[full] = sorted(Object.fromEntries(added));
}

function declaration(field) {
  const target = field.resolvedType;
  const { default: stated } = field.options ?? {};
  const value =
    target instanceof protobuf.Enum && typeof stated === 'number' ? target.valuesById[stated] : stated;
  return [
    target ? target.fullName.replace(/^\.(caffe\.)?/, '') : field.type,
    ...(field.required ? ['required'] : field.repeated ? ['repeated'] : []),
    ...(value === undefined || value === null ? [] : ['=', value]),
  ].join(' ');
}

/** A field of BVLC is a fact of the fork where it accepts more, or has another default. */
function extendsField(known, text) {
  const [, type, ...rest] = known.replace(' deprecated', '').split(' ');
  const [ownType, ...own] = text.split(' ');
  if (type !== ownType) return false;
  if (own.includes('repeated') !== rest.includes('repeated')) return own.includes('repeated');
  return own.includes('=') && own.join(' ') !== rest.join(' ');
}

function addEnum(full, { values }) {
  const known = new Set(bvlc.enums[full]?.split(' ').map((value) => value.split('=')[0]));
  const added = Object.keys(values).filter((value) => !known.has(value));
  if (added.length > 0) enums[full] = ['+', ...added.sort()].join(' ');
}

function listedTypes() {
  const types = list ? readFileSync(list, 'utf8').split(/\s+/).filter(Boolean) : [];
  return types.filter((type) => !bvlc.types.includes(type));
}

/** A new message of LayerParameter, `FooParameter`, belongs to a layer type `Foo`, even where its code is not public. */
function typesOfParams() {
  return Object.values(messages.LayerParameter ?? {}).flatMap((text) => {
    const message = text.split(' ')[0];
    const type = /^(\w+)Parameter$/.exec(message)?.[1];
    return type && !bvlc.messages[message] ? [type] : [];
  });
}

function sorted(record) {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
}
