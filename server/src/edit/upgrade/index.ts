import type { Document } from '../../document/document.ts';
import { tooManyLayers } from '../../document/tooLarge.ts';
import { hasCurrentSyntax } from '../../schema/dialect.ts';
import { fieldsOf } from '../../syntax/parse.ts';
import type { TextEdit } from '../../text/edit.ts';
import { upgradeBatchNorms } from './batchNorms.ts';
import { hasOldInputs, upgradeInputs } from './inputs.ts';
import { fixLayer, hasV0Layers, mixedLayers, oldLayers, upgradeLayer } from './layers.ts';
import { upgradeSolver } from './solver.ts';

/**
 * Converts a net or solver in an old syntax to the current syntax with the same meaning (upgrade_proto.cpp,
 * UpgradeNetAsNeeded and UpgradeSolverAsNeeded); comments, order and layout stay. Empty if the file is current or
 * cannot be upgraded.
 */
export function upgradeFile(document: Document): TextEdit[] {
  if (whyNotUpgraded(document) !== undefined) return [];
  return document.root === 'NetParameter' ? netEdits(document) : upgradeSolver(document);
}

function netEdits(document: Document): TextEdit[] {
  return [
    ...upgradeInputs(document),
    ...oldLayers(document).flatMap((place) => upgradeLayer(document, place)),
    ...mixedLayers(document).flatMap((place) => fixLayer(document, place)),
    ...upgradeBatchNorms(document),
  ];
}

/** Whether a net has layers or inputs in an old syntax. */
export function isOld(document: Document): boolean {
  return oldLayers(document).length > 0 || hasOldInputs(document);
}

/** Failures with a clear correction, or that the upgrade resolves. */
const mild: ReadonlySet<string> = new Set([
  'upgrade/mixed-layer-layers',
  'upgrade/v0-unknown-blob',
  'upgrade/input-dim-missing',
  'upgrade/input-shape-missing',
]);

/** Why a file cannot be upgraded to the current syntax; undefined if it can, or is already current. */
export function whyNotUpgraded(document: Document): string | undefined {
  if (document.isTooLarge) return tooManyLayers;
  if (document.root !== 'NetParameter' && document.root !== 'SolverParameter')
    return 'The file is neither a net nor a solver.';
  const broken = document.tree.blocks
    .flatMap(({ errors, text }) => errors.map((error) => ({ ...error, of: text })))
    .find(({ range, of }) => of[range.start] !== '\ufeff');
  if (broken) return `Syntax error: ${broken.message}`;
  const ofRoot = document.root === 'NetParameter' ? netProblem : solverProblem;
  return mixtureProblem(document) ?? ofRoot(document) ?? commentProblem(document);
}

function solverProblem(document: Document): string | undefined {
  const failure = document.solverFailures().find(({ check }) => check === 'solver/type-both');
  return failure && `Caffe cannot upgrade the file: ${failure.message}`;
}

function commentProblem(document: Document): string | undefined {
  const [comment] = isOld(document) ? document.directives.hidden : [];
  return (
    comment &&
    `The comment \`${comment.value}\` comes after other text. Move it to its own line, where it takes effect, or change it.`
  );
}

/** Whether the file has fields of both a net and a solver: an upgrade could change as which it is read. */
function mixtureProblem({ tree, root, dialect: { schema } }: Document): string | undefined {
  const [own, other] = root === 'NetParameter' ? netAndSolver : netAndSolver.toReversed();
  const [ownFields, otherFields] = [own, other].map((kind) => schema.message(kind?.message ?? '')?.fields);
  const names = [...fieldsOf(tree)].map(({ field }) => field.name.text);
  const strange = names.find((name) => !ownFields?.has(name) && otherFields?.has(name));
  return strange === undefined
    ? undefined
    : `The file is a ${own?.name}, but \`${strange}\` is a field of a ${other?.name}.`;
}

const netAndSolver = [
  { name: 'net', message: 'NetParameter' },
  { name: 'solver', message: 'SolverParameter' },
] as const;

function netProblem(document: Document): string | undefined {
  if (!hasCurrentSyntax(document.dialect) && [...oldLayers(document), ...mixedLayers(document)].length > 0)
    return `This Caffe (\`${document.dialect.name}\`) has no \`layer { … }\`; \`layers { … }\` is its only syntax.`;
  if (oldLayers(document).some(({ field }) => field.value?.kind === 'list'))
    return 'A `layers: [ … ]` list has several layers. Use a separate `layers { … }` for each.';
  const { failures, layers } = document.netInput().upgraded;
  const read = new Set(layers.map(({ field }) => field));
  if ([...fieldsOf(document.tree)].some(({ field }) => field.name.text === 'layer' && !read.has(field)))
    return 'Caffe ignores a `layer { … }` in a file with V0 layers. Remove it, or convert it to a V0 layer.';
  if (
    hasV0Layers(document) &&
    [...fieldsOf(document.tree)].some(({ field }) => field.name.text === 'input_shape')
  )
    return 'Caffe ignores `input_shape` in a file with V0 layers. Use four `input_dim` instead.';
  // The first of two values would be upgraded, and Caffe accepts neither.
  const twice = document.textErrors().find(({ check }) => check === 'text/non-repeated-duplicate');
  if (twice) return `Syntax error: ${twice.message}`;
  const failure = failures.find(({ check }) => !mild.has(check));
  return failure && `Caffe cannot upgrade the file: ${failure.message}`;
}
