// Writes the facts of a fork, server/forks/NAME.json, from its caffe.proto and the layer types that its code registers:
//   node scripts/importFork.mjs [--print] NAME OWNER/REPOSITORY TOPIC caffe.proto[,caffe.proto …] [types.txt]
// Facts are what differs from BVLC: what the fork adds, and under `lacks` what it does not have or declares otherwise.
// A fork of several branches is their union: it lacks what all of them lack. types.txt lists all layer types that the
// code registers, one a line. An existing file keeps its rank and date, and types that it lists already. With --print
// the facts go to standard output. Run node scripts/forks.mjs afterwards.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import protobuf from 'protobufjs';
import { folder, readForks } from './lib/forkFacts.mjs';

const args = process.argv.slice(2).filter((arg) => arg !== '--print');
const [name, repository, topic, protos, list] = args;
if (!protos) throw new Error('usage: importFork.mjs NAME OWNER/REPOSITORY TOPIC caffe.proto[,…] [types.txt]');

const forks = readForks();
const { bvlc } = forks;
const before = forks[name];
/** The declarations of the fork: fields by message, values by enum. Of several branches, the first decides, but a field that one of them repeats is repeated. */
const own = { messages: {}, enums: {} };
for (const proto of protos.split(',')) addDeclarations(readProto(proto), '');
const messages = mapped(own.messages, addedFields);
const facts = {
  rank: before?.rank ?? Object.keys(forks).length,
  repository,
  topic,
  ...(before?.date !== undefined && { date: before.date }),
  types: typesOf(list ? readFileSync(list, 'utf8').split(/\s+/).filter(Boolean) : undefined),
  messages,
  enums: mapped(own.enums, addedValues),
  lacks: { messages: mapped(bvlc.messages, otherFields), enums: mapped(bvlc.enums, missingValues) },
};
const text = `${JSON.stringify(facts, undefined, 2)}\n`;
if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(join(folder, `${name}.json`), text);

function readProto(file) {
  const { root } = protobuf.parse(readFileSync(file, 'utf8'), { keepCase: true });
  return root.resolveAll();
}

function addDeclarations(namespace, prefix) {
  for (const item of namespace.nestedArray) {
    const full = prefix + nameOf(item);
    if (item instanceof protobuf.Enum) own.enums[full] = { ...item.values, ...own.enums[full] };
    else if (item instanceof protobuf.Type) {
      const fields = item.fieldsArray.map((field) => [field.name, declaration(field)]);
      const known = own.messages[full] ?? {};
      const more = fields.filter(
        ([field, text]) => !known[field] || (isRepeated(text) && !isRepeated(known[field])),
      );
      own.messages[full] = { ...known, ...Object.fromEntries(more) };
      addDeclarations(item, `${full}.`);
    } else if (item.nestedArray) addDeclarations(item, prefix);
  }
}

function isRepeated(text) {
  return text.split(' ').includes('repeated');
}

/**
 * Before V1 got its own message, the enum of its layer types was in LayerParameter. Before that, LayerParameter was V0's,
 * and a LayerConnection had its bottoms and tops.
 */
function nameOf(item) {
  if (item.name === 'LayerConnection') return 'V1LayerParameter';
  if (item.name === 'LayerParameter' && item.parent.LayerConnection) return 'V0LayerParameter';
  const isV1 = item.name === 'LayerParameter' && item.nested?.LayerType !== undefined;
  return isV1 ? 'V1LayerParameter' : item.name;
}

function declaration(field) {
  const target = field.resolvedType;
  const { default: stated } = field.options ?? {};
  const value =
    target instanceof protobuf.Enum && typeof stated === 'number' ? target.valuesById[stated] : stated;
  return [
    target ? fullNameOf(target) : field.type,
    ...(field.required ? ['required'] : field.repeated ? ['repeated'] : []),
    ...(value === undefined || value === null ? [] : ['=', value]),
  ].join(' ');
}

function fullNameOf(target) {
  const outer = target.parent instanceof protobuf.Type ? `${fullNameOf(target.parent)}.` : '';
  return outer + nameOf(target);
}

/** The fields that BVLC does not have, or in which the fork accepts more or has another default. */
function addedFields(fields, full) {
  const known = bvlc.messages[full];
  const added = Object.entries(fields).filter(
    ([field, text]) => !known?.[field] || extendsField(known[field], text),
  );
  return added.length > 0 || !known ? sorted(Object.fromEntries(added)) : undefined;
}

function extendsField(known, text) {
  const [type, ...rest] = plain(known).split(' ');
  const [ownType, ...others] = text.split(' ');
  if (type !== ownType) return false;
  if (others.includes('repeated') !== rest.includes('repeated')) return others.includes('repeated');
  return others.includes('=') && others.join(' ') !== rest.join(' ');
}

/** The fields of BVLC that the fork does not have, as null, or declares in another way. */
function otherFields(fields, full) {
  const declared = own.messages[full];
  if (!declared) return isUpgraded(full) ? fieldsWithoutType(fields) : null;
  const others = Object.entries(fields).flatMap(([field, known]) => {
    const text = declared[field];
    if (text === undefined) return [[field, null]];
    return text === plain(known) || extendsField(known, text) ? [] : [[field, text]];
  });
  return others.length > 0 ? sorted(Object.fromEntries(others)) : undefined;
}

/** The fields of a message whose types the fork does not have, as null. */
function fieldsWithoutType(fields) {
  const missing = Object.entries(fields).flatMap(([field, known]) => {
    const [type] = plain(known).split(' ');
    return lacksType(type) ? [[field, null]] : [];
  });
  return missing.length > 0 ? sorted(Object.fromEntries(missing)) : undefined;
}

function lacksType(type) {
  if (isUpgraded(type.split('.')[0])) return false;
  return (bvlc.messages[type] && !own.messages[type]) || (bvlc.enums[type] && !own.enums[type]);
}

/** Whether layers of a fork with only V0's or V1's syntax are read as this message. */
function isUpgraded(full) {
  return !own.messages.LayerParameter && ['LayerParameter', 'ParamSpec', 'BlobShape'].includes(full);
}

/** A declaration of BVLC without its number. */
function plain(known) {
  return known.replace(' deprecated', '').replace(/^\d+ /, '');
}

/** The values that the fork adds to an enum; those of a new enum with their numbers. */
function addedValues(values, full) {
  if (!bvlc.enums[full]) return ['+', ...Object.entries(values).map((entry) => entry.join('='))].join(' ');
  const known = new Set(valuesIn(bvlc.enums[full]));
  const added = Object.keys(values).filter((value) => !known.has(value));
  return added.length > 0 ? ['+', ...added.sort()].join(' ') : undefined;
}

/** The values of BVLC's enum that the fork's enum lacks; null if it has no such enum. */
function missingValues(values, full) {
  const has = own.enums[full];
  if (!has) return isUpgraded(full.split('.')[0]) ? undefined : null;
  const missing = valuesIn(values).filter((value) => has[value] === undefined);
  return missing.length > 0 ? ['-', ...missing.sort()].join(' ') : undefined;
}

function valuesIn(enumeration) {
  return enumeration.split(' ').map((value) => value.split('=')[0]);
}

/** The types that BVLC does not register, and `-Type` for those that only BVLC registers. */
function typesOf(listed) {
  const added = (listed ?? []).filter((type) => !bvlc.types.includes(type));
  const missing = listed ? bvlc.types.filter((type) => !listed.includes(type)).map((type) => `-${type}`) : [];
  return [...new Set([...(before?.types ?? []), ...(listed ? added : typesOfParams()), ...missing])].sort();
}

/** Without the code: a new message of LayerParameter, `FooParameter`, belongs to a layer type `Foo`. */
function typesOfParams() {
  return Object.values(messages.LayerParameter ?? {}).flatMap((text) => {
    const message = text.split(' ')[0];
    const type = /^(\w+)Parameter$/.exec(message)?.[1];
    return type && !bvlc.messages[message] ? [type] : [];
  });
}

/** The results for the entries of a record, without those that are undefined. */
function mapped(record, work) {
  const entries = Object.entries(record).map(([key, value]) => [key, work(value, key)]);
  return sorted(Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
}

function sorted(record) {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
}
