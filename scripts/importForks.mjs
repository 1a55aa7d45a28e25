// Writes server/src/schema/data/forks.ts and layerTypes.ts: the additions of each fork to BVLC's caffe.proto, and the layer
// types that it registers.
//   node scripts/importForks.mjs ATLAS.json BVLC.json [FORK=caffe.proto | FORK=types.txt]...
//   node scripts/importForks.mjs --add BVLC.json [FORK=caffe.proto | FORK=types.txt]...
// The second form adds to the existing files. ATLAS.json lists fields, messages and enum values with the repositories that
// have them; BVLC.json lists those of BVLC. A .proto file adds a fork that the atlas lacks; a .txt file lists the layer
// types that the code of a fork registers, one per line.
import { readFileSync, writeFileSync } from 'node:fs';
import protobuf from 'protobufjs';
import { forkNames, forkTable } from '../server/src/schema/data/forkNames.ts';
import { forkFacts } from '../server/src/schema/data/forks.ts';
import { layerTypes as knownTypes } from '../server/src/schema/data/layerTypes.ts';

const [atlasPath, basePath, ...sources] = process.argv.slice(2);
if (!basePath) throw new Error('usage: importForks.mjs ATLAS.json BVLC.json [FORK=FILE]...');
const base = readJson(basePath);
const byRepository = { ...repositories(), 'BVLC/caffe': 'opencl' };
/** Forks by message or enum, then by field or value, then by declaration. */
const fields = {};
const enums = {};
const layerTypes = {};
/** Messages without fields, with their forks. */
const empty = [];
/** Parameter messages that do not belong to a layer type. */
const notLayers = new Set([
  'Fixed',
  'Quantization',
  'Multinode',
  'Transformation',
  'Norm',
  'Loss',
  'Buffer',
  'BBoxReg',
]);
/** One fork uses the current names for V0's messages. */
const ancient = { dsn: { LayerParameter: 'V0LayerParameter', LayerConnection: 'V1LayerParameter' } };
/** Forks with a version from before V1 was renamed: the fields of their LayerParameter also apply to `layers`. */
const oldForks = new Set();

if (atlasPath === '--add') addKnown();
else addAtlas(readJson(atlasPath));
for (const source of sources) addSource(...source.split('='));
write('forks.ts', factsText());
write('layerTypes.ts', typesText());

function repositories() {
  return Object.fromEntries(Object.entries(forkTable).map(([name, [repository]]) => [repository, name]));
}

/** Adds the facts of the existing files. */
function addKnown() {
  for (const { forks, messages, enums: values } of forkFacts()) {
    for (const fork of forks.split(' ')) {
      for (const [message, list] of Object.entries(messages)) {
        if (Object.keys(list).length === 0) empty.push([fork, message]);
        for (const [field, declaration] of Object.entries(list))
          note(fields, message, field, declaration, fork);
      }
      for (const [name, text] of Object.entries(values)) {
        for (const value of text.split(' ').slice(1)) note(enums, name, value, '', fork);
      }
    }
  }
  for (const [fork, text] of Object.entries(knownTypes)) {
    const types = text.split(' ');
    const kept = fork === 'ssd' ? layerTypes.bvlc.filter((type) => !types.includes(`-${type}`)) : [];
    layerTypes[fork] = [...kept, ...types.filter((type) => !type.startsWith('-'))];
  }
}

function addAtlas(atlas) {
  for (const repositories of Object.values(atlas.enumValues['LayerParameter.LayerType'] ?? {})) {
    for (const repository of repositories) oldForks.add(byRepository[repository]);
  }
  for (const [message, list] of Object.entries(atlas.fields)) {
    for (const [field, variants] of Object.entries(list)) {
      for (const variant of variants) {
        for (const repository of variant.forks) addField(byRepository[repository], message, field, variant);
      }
    }
  }
  for (const [name, values] of Object.entries(atlas.enumValues)) {
    for (const [value, repositories] of Object.entries(values)) {
      for (const repository of repositories) addValue(byRepository[repository], name, value);
    }
  }
}

function addSource(fork, path) {
  if (!forkNames.includes(fork)) throw new Error(`no such fork: ${fork}`);
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.proto')) {
    const { root } = protobuf.parse(text, { keepCase: true });
    root.resolveAll();
    addProto(fork, root, '');
  } else layerTypes[fork] = [...(layerTypes[fork] ?? []), ...text.split(/\s+/).filter(Boolean)];
}

function addProto(fork, namespace, prefix) {
  for (const item of namespace.nestedArray) {
    const name = prefix + (isOld(item) ? 'V1LayerParameter' : item.name);
    if (item instanceof protobuf.Enum) {
      for (const value of Object.keys(item.values)) addValue(fork, name, value);
    } else if (item instanceof protobuf.Type) {
      if (item.fieldsArray.length === 0) empty.push([fork, renamed(fork, name)]);
      for (const field of item.fieldsArray) addProtoField(fork, name, field);
      addProto(fork, item, `${name}.`);
    } else if (item.nestedArray) addProto(fork, item, prefix);
  }
}

function addProtoField(fork, message, field) {
  const target = field.resolve().resolvedType;
  const type = target ? target.fullName.replace(/^\.(caffe\.)?/, '') : field.type;
  const label = field.required ? 'required' : field.repeated ? 'repeated' : 'optional';
  const { default: stated } = field.options ?? {};
  const value =
    target instanceof protobuf.Enum && typeof stated === 'number' ? target.valuesById[stated] : stated;
  addField(fork, message, field.name, {
    label,
    type,
    default: value === undefined ? undefined : String(value),
  });
}

/** In a proto from before V1 was renamed, LayerParameter contains the enum of layer types. */
function isOld(item) {
  return item.name === 'LayerParameter' && item.nested?.LayerType !== undefined;
}

function renamed(fork, name) {
  const plain = name.replace(/^dnnvm/, '');
  const [head, ...rest] = plain.split('.');
  return [ancient[fork]?.[head] ?? head, ...rest].join('.');
}

function addField(fork, message, field, { label, type, default: stated }) {
  if (fork === undefined || fork === 'bvlc' || fork === 'ssd') return;
  const holder = renamed(fork, message);
  if (holder === 'LayerParameter' && oldForks.has(fork)) {
    addField(fork, 'V1LayerParameter', field, { label, type, default: stated });
    if (find('V1LayerParameter', field)) return;
  }
  const target = renamed(fork, type);
  const known = find(holder, field);
  if (known && !widens(known, { label, type: target, default: stated })) return;
  const words = [target];
  if (label !== 'optional') words.push(label);
  if (stated !== undefined && stated !== null) words.push('=', stated);
  note(fields, holder, field, words.join(' '), fork);
  if (holder === 'LayerParameter') addTypeOf(target, fork);
}

/** Infers a layer type from its parameter message, as some forks have not published its code. */
function addTypeOf(message, fork) {
  const type = /^(\w+)Parameter$/.exec(message)?.[1];
  if (type && !base.messages[message] && !notLayers.has(type))
    layerTypes[fork] = [...(layerTypes[fork] ?? []), type];
}

function find(message, field) {
  return base.messages[message]?.fields.find(({ name }) => name === field);
}

/** Whether a fork's declaration of a BVLC field accepts more values or has a different default. */
function widens(known, { label, type, default: stated }) {
  if (type !== known.type) return false;
  if (label !== known.label) return label === 'repeated';
  return label === 'optional' && stated !== undefined && stated !== null && stated !== known.default;
}

function addValue(fork, enumeration, value) {
  if (fork === undefined || fork === 'bvlc' || fork === 'ssd') return;
  const old = oldForks.has(fork) && enumeration === 'LayerParameter.LayerType';
  const name = old ? 'V1LayerParameter.LayerType' : renamed(fork, enumeration);
  if (base.enums[name] && value in base.enums[name]) return;
  note(enums, name, value, '', fork);
}

function note(facts, holder, name, declaration, fork) {
  facts[holder] ??= {};
  facts[holder][name] ??= {};
  const taken = Object.values(facts[holder][name]).some((forks) => forks.has(fork));
  if (taken) return;
  facts[holder][name][declaration] ??= new Set();
  facts[holder][name][declaration].add(fork);
}

/** One entry per set of forks with the facts that they share. */
function factsText() {
  const groups = new Map();
  const group = (forks) => {
    const key = forkNames.filter((name) => forks.has(name)).join(' ');
    if (!groups.has(key)) groups.set(key, { forks: key, messages: {}, enums: {} });
    return groups.get(key);
  };
  for (const [message, field, declaration, forks] of facts(fields)) {
    const { messages } = group(forks);
    messages[message] = { ...messages[message], [field]: declaration };
  }
  for (const [fork, message] of empty) group(new Set([fork])).messages[message] ??= {};
  for (const [name, value, , forks] of facts(enums)) {
    const { enums } = group(forks);
    enums[name] = `${enums[name] ?? '+'} ${value}`;
  }
  const list = [...groups.values()].sort((one, other) => compare(one.forks, other.forks));
  return `import type { ForkFacts } from './facts.ts';

/**
 * The additions of forks to BVLC's schema: one entry per set of forks with the facts that they share. Created by each
 * call, as the table is large and few nets need it. Generated by scripts/importForks.mjs.
 */
export const forkFacts = (): readonly ForkFacts[] => ${JSON.stringify(list, undefined, 2)};
`;
}

function* facts(tree) {
  for (const [holder, names] of sorted(tree)) {
    for (const [name, declarations] of sorted(names)) {
      for (const [declaration, forks] of Object.entries(declarations))
        yield [holder, name, declaration, forks];
    }
  }
}

function sorted(record) {
  return Object.entries(record).sort(([one], [other]) => compare(one, other));
}

function typesText() {
  for (const [fork, types] of Object.entries(layerTypes)) layerTypes[fork] = [...new Set(types)].sort();

  const known = new Set(layerTypes.bvlc);
  const lines = forkNames
    .map((name) => [name, name === 'ssd' ? difference(known) : ownTypes(name, known)])
    .filter(([, types]) => types.length > 0)
    .map(([name, types]) => [name, types.join(' ')]);
  return `import type { ForkName } from './forkNames.ts';

/**
 * The layer types that BVLC's code registers, and those that each fork adds; SSD lacks some (-Clip). Generated by
 * scripts/importForks.mjs.
 */
export const layerTypes: Partial<Readonly<Record<ForkName, string>>> = ${JSON.stringify(Object.fromEntries(lines), undefined, 2)};
`;
}

function ownTypes(name, known) {
  return layerTypes[name]?.filter((type) => name === 'bvlc' || !known.has(type)) ?? [];
}

/** For SSD, the types of BVLC that it lacks are known too. */
function difference(known) {
  const lacking = [...known].filter((type) => !layerTypes.ssd.includes(type));
  return [...ownTypes('ssd', known), ...lacking.map((type) => `-${type}`)];
}

function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function write(name, text) {
  writeFileSync(new URL(`../server/src/schema/data/${name}`, import.meta.url), text);
}
