// Prints the schema/data facts of a fork as its difference from BVLC, or those of BVLC without a second argument:
//   node scripts/importSchema.mjs FACTS.json [BASE.json]
// A facts file lists `messages: { NAME: { fields: [{ name, number, label, type, default, deprecated }] } }`
// and `enums: { NAME: { VALUE: number } }`.
import { readFileSync } from 'node:fs';

const [factsPath, basePath] = process.argv.slice(2);
if (!factsPath) throw new Error('usage: importSchema.mjs FACTS.json [BASE.json]');

const facts = read(factsPath);
const base = basePath ? read(basePath) : { messages: {}, enums: {} };
const data = {
  messages: difference(base.messages, facts.messages, (before, after) => difference(before ?? {}, after)),
  enums: difference(base.enums, facts.enums),
};
const name = factsPath.replace(/^.*schema-|\.json$/g, '').replace(/\W/g, '');
console.log(`import type { SchemaFacts } from './facts.ts';\n`);
console.log(`export const ${name}: SchemaFacts = ${JSON.stringify(data, undefined, 2)};`);

function read(path) {
  const { messages, enums } = JSON.parse(readFileSync(path, 'utf8'));
  return {
    messages: mapValues(messages, ({ fields }) =>
      Object.fromEntries(fields.map((field) => [field.name, declaration(field)])),
    ),
    enums: mapValues(enums, (values) =>
      Object.entries(values)
        .map(([value, number]) => `${value}=${number}`)
        .join(' '),
    ),
  };
}

function declaration(field) {
  const words = [field.number, field.type];
  if (field.label !== 'optional') words.push(field.label);
  if (field.deprecated) words.push('deprecated');
  if (field.default !== null) words.push('=', field.default);
  return words.join(' ');
}

function difference(before, after, describe = (_, value) => value) {
  const changed = Object.entries(after)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]))
    .map(([key, value]) => [key, describe(before[key], value)]);
  const removed = Object.keys(before).filter((key) => !(key in after));
  return Object.fromEntries([...changed, ...removed.map((key) => [key, null])]);
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
