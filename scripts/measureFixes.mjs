// Measures the quick fixes on nets that were broken by one edit each: whether one of the offered fixes, or a few of the
// preferred fixes, produces a net that Caffe accepts.
//   npx node scripts/measureFixes.mjs MUTANTS.jsonl CORPUS_DIR [--sample N] [--only OP] [--list N]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDocument } from '../server/src/document/document.ts';
import { defaultSettings } from '../server/src/document/settings.ts';
import { codeActions } from '../server/src/features/codeActions/codeActions.ts';
import { diagnostics } from '../server/src/features/diagnostics/diagnostics.ts';
import { netState, phases } from '../server/src/net/states/state.ts';
import { applyEdits } from '../server/src/text/edit.ts';

const [mutantsFile, corpus, ...rest] = process.argv.slice(2);
const option = (name, otherwise) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : otherwise);
const sample = Number(option('--sample', 0));
const only = option('--only', '');
const listed = Number(option('--list', 0));
/** The maximum number of successive preferred fixes. */
const rounds = 3;

const rows = new Map();
const codes = new Map();
const unfixed = [];
const broken = [];
let cases = readFileSync(mutantsFile, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
cases = cases.filter(({ edit }) => edit.op.includes(only));
if (sample) cases = cases.filter((_, index) => index % Math.ceil(cases.length / sample) === 0);
for (const one of cases) measure(one);
report();

function measure({ id, base, edit, answers }) {
  // Edits are in bytes.
  const bytes = readFileSync(join(corpus, base)).toString('latin1');
  const inserted = Buffer.from(edit.text, 'utf8').toString('latin1');
  const whole = decode(bytes);
  const text = decode(bytes.slice(0, edit.start) + inserted + bytes.slice(edit.end));
  const setting = ['bvlc', 'ssd']
    .map((dialect) => ({ dialect, states: statesToMend(whole, dialect, answers) }))
    .find(({ states }) => states.length > 0);
  if (!setting) return;
  const document = open(text, setting.dialect);
  const found = errors(document, setting.states);
  const row = rows.get(edit.op) ?? { cases: 0, offered: 0, fixed: 0, unseen: 0 };
  rows.set(edit.op, row);
  row.cases++;
  const actions = offersOf(document, `${base}~${id}`);
  if (actions.some(({ diagnostic }) => diagnostic?.severity === 'error')) row.offered++;
  const seen = new Set();
  const isFixedBy = (action) => {
    const after = applyEdits(text, action.edits);
    if (seen.has(after)) return false;
    seen.add(after);
    return errors(open(after, setting.dialect), setting.states).length === 0;
  };
  const unseen = isFixedByRounds(document, setting);
  const fixed = unseen || actions.some(isFixedBy);
  if (unseen) row.unseen++;
  const code = found.find(({ first }) => first)?.code ?? found[0]?.code ?? 'nothing found';
  const tally = codes.get(code) ?? { cases: 0, fixed: 0 };
  codes.set(code, { cases: tally.cases + 1, fixed: tally.fixed + (fixed ? 1 : 0) });
  if (fixed) row.fixed++;
  else
    unfixed.push(
      `${edit.op} ${base}~${id} ${setting.dialect} line ${edit.line}\n   ${JSON.stringify(bytes.slice(edit.start, edit.end))} → ${JSON.stringify(edit.text)}\n   ${found
        .slice(0, 3)
        .map((d) => `${d.code}: ${d.message}`)
        .join('\n   ')}\n   offered: ${actions.map(({ title }) => title).join('; ')}`,
    );
}

function decode(latin1) {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}

/** The states in which the original net is accepted and Caffe rejects the broken one. */
function statesToMend(whole, dialect, answers) {
  return phases
    .filter((phase) => {
      const answer = answers[`${dialect}/${phase}`];
      const { ok } = (answer?.same ? answers[answer.same] : answer) ?? { ok: true };
      return !ok;
    })
    .map((phase) => netState(phase))
    .filter((state) => errors(open(whole, dialect), [state]).length === 0);
}

function open(text, dialect) {
  const settings = { ...defaultSettings, dialect, dataShape: [3, 256, 256] };
  return createDocument({ uri: 'net.prototxt', version: 0, text, settings });
}

function errors(document, states) {
  return diagnostics(document, states).filter(({ severity }) => severity === 'error');
}

function offersOf(document, name) {
  const everywhere = { start: 0, end: document.text.length };
  try {
    const actions = codeActions(document, everywhere).filter(
      ({ title, edits }) => edits.length > 0 && !title.startsWith('Use the dialect'),
    );
    for (const action of actions) checkAction(document, action, name);
    return actions;
  } catch (error) {
    broken.push(`${name}: ${error.stack}`);
    return [];
  }
}

/** Checks that an action is sound: its edits do not overlap and are within the file, and its own problem is gone. */
function checkAction({ text, settings }, { title, edits, diagnostic }, name) {
  const sorted = edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const apart = sorted.every(
    ({ range }, i) => range.start <= range.end && range.end <= (sorted[i + 1]?.range.start ?? text.length),
  );
  if (!apart) broken.push(`${name}: edits of \`${title}\` overlap`);
  if (diagnostic?.severity !== 'error') return;
  const after = applyEdits(text, edits);
  const moved =
    diagnostic.range.start +
    sorted.reduce(
      (by, { range, newText }) =>
        range.end <= diagnostic.range.start ? by + newText.length - (range.end - range.start) : by,
      0,
    );
  const again = errors(open(after, settings.dialect)).some(
    (other) =>
      other.code === diagnostic.code && other.message === diagnostic.message && other.range.start === moved,
  );
  if (again) broken.push(`${name}: \`${title}\` leaves ${diagnostic.code}: ${diagnostic.message}`);
}

function isFixedByRounds(document, { dialect, states }) {
  let current = document;
  for (let round = 0; round < rounds; round++) {
    const everywhere = { start: 0, end: current.text.length };
    const preferred = codeActions(current, everywhere).find(
      (action) => action.preferred && action.edits.length > 0 && action.diagnostic?.severity === 'error',
    );
    if (!preferred) return false;
    current = open(applyEdits(current.text, preferred.edits), dialect);
    if (errors(current, states).length === 0) return true;
  }
  return false;
}

function report() {
  const all = { cases: 0, offered: 0, fixed: 0, unseen: 0 };
  console.log('kind of edit'.padEnd(22), 'refused offered  fixed         by preferred');
  for (const [op, row] of [...rows].sort(([, a], [, b]) => b.cases - a.cases)) {
    console.log(op.padEnd(22), line(row));
    for (const key of Object.keys(all)) all[key] += row[key];
  }
  console.log('all'.padEnd(22), line(all));
  console.log(`\n${'first failure'.padEnd(34)} refused   fixed`);
  for (const [code, { cases: count, fixed }] of [...codes].sort(([, a], [, b]) => b.cases - a.cases))
    console.log(code.padEnd(34), `${count}`.padStart(7), `${fixed}`.padStart(7));
  for (const text of unfixed.slice(0, listed)) console.log(`\n${text}`);
  console.log(`\n${broken.length} unsound fixes`);
  for (const text of broken.slice(0, 40)) console.log(`  ${text}`);
}

function line({ cases: count, offered, fixed, unseen }) {
  const share = (part) =>
    `${part}`.padStart(7) + ` (${((100 * part) / Math.max(1, count)).toFixed(0)} %)`.padEnd(8);
  return `${`${count}`.padStart(7)} ${`${offered}`.padStart(7)} ${share(fixed)} ${share(unseen)}`;
}
