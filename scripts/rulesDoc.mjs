// Writes docs/rules.md, a page for each rule, and the settings of the rules in package.json and in the schema of
// caffe-prototxt.json:
//   node scripts/rulesDoc.mjs [--check]
// With --check nothing is written; it fails when a file is not up to date. Needs a Node that runs TypeScript.
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
  console.error(`${name} is not up to date: run node scripts/rulesDoc.mjs`);
  process.exitCode = 1;
}

/** A JSON text in which each rule is a property of the setting that holds their severities. */
function withRules(text, path, schemaOf) {
  const properties = Object.fromEntries(rules.map((rule) => [rule.code, schemaOf(rule)]));
  const formattingOptions = { insertSpaces: true, tabSize: 2 };
  return applyEdits(text, modify(text, path, properties, { formattingOptions }));
}

function pageText() {
  return `# Rules

What Caffe accepts and people regret: ${rules.length} rules, written by \`scripts/rulesDoc.mjs\`. What Caffe refuses is in
[Caffe's checks](caffe-checks.md). \`caffe-prototxt explain CODE\` prints the page of either.

| Rule | Severity | |
|:--|:--|:--|
${rules.map(({ code, severity, doc }) => `| [\`${code}\`](#${code}) | ${severity} | ${doc.what} |`).join('\n')}

What the tool says of its own comments and of what it cannot know can be set in the same way:

| Code | Severity | |
|:--|:--|:--|
${noteIds.map((code) => `| \`${code}\` | ${findNote(code).severity} | ${findNote(code).what} |`).join('\n')}

## Severities

\`error\`, \`warning\`, \`information\`, \`hint\` or \`off\`, by code:

- in \`caffe-prototxt.json\`, for a folder and below, in the editor and on the command line: \`"rules": { "${rules[0].code}": "off" }\`;
- in the setting \`caffePrototxt.rules\` of the editor, which counts less;
- by \`--rule ${rules[0].code}=off\` on the command line, which counts most.

Caffe's checks can be set too, for a Caffe of one's own that no longer makes them.

## Comments that keep quiet

\`\`\`prototxt
# caffe-ignore-file: ${rules[0].code}

# caffe-ignore: ${rules[0].code} -- on purpose
layer {
  # caffe-ignore: ${rules[0].code}
  type: "Convolution"
  name: "conv1" # caffe-ignore: ${rules[0].code}
}
\`\`\`

Alone on a line, such a comment speaks of the field that follows with everything in it: a layer, a message, a value.
Behind a value it speaks of its line; \`caffe-ignore-file\` of the file. It names one code or several, with commas between
them, or \`all\`; what follows \`--\` is for people. One that keeps nothing quiet is told.

${rules.map(({ code }) => section(code)).join('\n\n')}

## Repairs of Caffe's checks

Quick fixes of the editor. Those that need no second look are made by \`caffe-prototxt check --fix\`, and by the editor's
*Fix All*.

| Checks | What the fix does |
|:--|:--|
${fixers.map(({ checks, doc }) => `| ${checks.map((check) => `\`${check}\``).join(', ')} | ${doc} |`).join('\n')}
`;
}

function section(code) {
  return `## ${code}\n\n${pageMarkdown(findPage(code))}`;
}
