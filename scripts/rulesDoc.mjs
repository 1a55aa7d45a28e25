// Writes docs/rules.md, with a section for each rule, and the settings of the rules in package.json and in the schema of
// caffe-prototxt.json:
//   node scripts/rulesDoc.mjs [--check]
// With --check, it writes nothing and fails if a file is out of date. Requires a Node that runs TypeScript.
import { readFileSync, writeFileSync } from 'node:fs';
import { applyEdits, modify } from 'jsonc-parser';
import { levels } from '../server/src/checks/severity.ts';
import { fixers } from '../server/src/fixes/registry.ts';
import { findNote, noteIds } from '../server/src/rules/pages/notes.ts';
import { findPage, pageMarkdown } from '../server/src/rules/pages/pages.ts';
import { rules } from '../server/src/rules/registry.ts';
import { fromRoot } from './lib/paths.mjs';

const settingPath = ['contributes', 'configuration', 'properties', 'caffePrototxt.rules', 'properties'];

write('docs/rules.md', () => pageText());
write('package.json', (text) =>
  withRules(text, settingPath, ({ severity, doc }) => ({
    enum: levels,
    default: severity,
    description: doc.what,
  })),
);
write('schemas/caffe-prototxt.schema.json', (text) =>
  withRules(text, ['properties', 'rules', 'properties'], ({ doc }) => ({
    $ref: '#/definitions/level',
    description: doc.what,
  })),
);

function write(name, change) {
  const file = fromRoot(name);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (before === after) return;
  if (!process.argv.includes('--check')) return writeFileSync(file, after);
  console.error(`${name} is out of date: run node scripts/rulesDoc.mjs`);
  process.exitCode = 1;
}

/** Sets a property for each rule in the object at a path of a JSON text. */
function withRules(text, path, schemaOf) {
  const properties = Object.fromEntries(rules.map((rule) => [rule.code, schemaOf(rule)]));
  const formattingOptions = { insertSpaces: true, tabSize: 2 };
  return applyEdits(text, modify(text, path, properties, { formattingOptions }));
}

function pageText() {
  return `# Rules

${rules.length} rules detect common mistakes that Caffe silently accepts. Errors for which Caffe rejects a net are
[Caffe's checks](caffe-checks.md). \`caffe-prototxt explain CODE\` prints the documentation of a rule or a check. Generated
by \`scripts/rulesDoc.mjs\`.

| Rule | Severity | |
|:--|:--|:--|
${rules.map(({ code, severity, doc }) => `| [\`${code}\`](#${code}) | ${severity} | ${doc.what} |`).join('\n')}

Notices of the tool, about its comments and about unknown shapes, can be configured in the same way:

| Code | Severity | |
|:--|:--|:--|
${noteIds.map((code) => `| \`${code}\` | ${findNote(code).severity} | ${findNote(code).what} |`).join('\n')}

## Severities

\`error\`, \`warning\`, \`information\`, \`hint\` or \`off\`, by code:

- in \`caffe-prototxt.json\`, for a folder and below, in the editor and on the command line: \`"rules": { "${rules[0].code}": "off" }\`;
- in the setting \`caffePrototxt.rules\` of the editor, with lower precedence;
- by \`--rule ${rules[0].code}=off\` on the command line, with the highest precedence.

The severities of Caffe's checks can be set too, for a custom Caffe without them.

## Suppression comments

\`\`\`prototxt
# caffe-ignore-file: ${rules[0].code}

# caffe-ignore: ${rules[0].code} -- on purpose
layer {
  # caffe-ignore: ${rules[0].code}
  type: "Convolution"
  name: "conv1" # caffe-ignore: ${rules[0].code}
}
\`\`\`

On a separate line, the comment applies to the next field with all of its contents: a layer, a message or a value. After a
value, it applies to its line. \`caffe-ignore-file\` applies to the whole file. A comment contains one code, several codes
separated by commas, or \`all\`. The text after \`--\` is an explanation. Unused comments are reported.

${rules.map(({ code }) => section(code)).join('\n\n')}

## Quick fixes for Caffe's checks

These quick fixes are available in the editor. \`caffe-prototxt check --fix\` and *Fix All* in the editor apply the safe ones.

| Checks | What the fix does |
|:--|:--|
${fixers.map(({ checks, doc }) => `| ${checks.map((check) => `\`${check}\``).join(', ')} | ${doc} |`).join('\n')}
`;
}

function section(code) {
  return `## ${code}\n\n${pageMarkdown(findPage(code))}`;
}
