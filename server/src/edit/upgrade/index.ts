import type { Document } from '../../document/document.ts';
import { fieldsOf } from '../../syntax/parse.ts';
import type { TextEdit } from '../../text/edit.ts';
import { upgradeBatchNorms } from './batchNorms.ts';
import { hasOldInputs, upgradeInputs } from './inputs.ts';
import { confusedLayers, mendLayer, oldLayers, upgradeLayer } from './layers.ts';
import { upgradeSolver } from './solver.ts';

/**
 * Writes a net or a solver of any age in today's syntax, saying what Caffe reads (upgrade_proto.cpp, UpgradeNetAsNeeded
 * and UpgradeSolverAsNeeded): comments, order and layout stay. Nothing for one of today, and for one that cannot be
 * upgraded.
 */
export function upgradeFile(document: Document): TextEdit[] {
  if (whyNotUpgraded(document) !== undefined) return [];
  return document.root === 'NetParameter' ? netEdits(document) : upgradeSolver(document);
}

function netEdits(document: Document): TextEdit[] {
  return [
    ...upgradeInputs(document),
    ...oldLayers(document).flatMap((place) => upgradeLayer(document, place)),
    ...confusedLayers(document).flatMap((place) => mendLayer(document, place)),
    ...upgradeBatchNorms(document),
  ];
}

/** Whether a net has layers or inputs in an old syntax. */
export function isOld(document: Document): boolean {
  return oldLayers(document).length > 0 || hasOldInputs(document);
}

/** Faults that leave no doubt of what is meant, or that the upgrade mends. */
const mild: ReadonlySet<string> = new Set([
  'upgrade/mixed-layer-layers',
  'upgrade/v0-unknown-blob',
  'upgrade/input-dim-missing',
  'upgrade/input-shape-missing',
]);

/** Why a file cannot be brought into today's syntax; undefined if it can, or is in it already. */
export function whyNotUpgraded(document: Document): string | undefined {
  if (document.root !== 'NetParameter' && document.root !== 'SolverParameter')
    return 'This is neither a net nor a solver.';
  const broken = document.tree.blocks
    .flatMap(({ problems, text }) => problems.map((problem) => ({ ...problem, of: text })))
    .find(({ range, of }) => of[range.start] !== '\ufeff');
  if (broken) return `Its text is at fault: ${broken.message}`;
  return document.root === 'NetParameter' ? netProblem(document) : solverProblem(document);
}

function solverProblem(document: Document): string | undefined {
  const fault = document.solverFaults().find(({ check }) => check === 'solver/type-both');
  return fault && `Caffe cannot upgrade it: ${fault.message}`;
}

function netProblem(document: Document): string | undefined {
  if (oldLayers(document).some(({ field }) => field.value?.kind === 'list'))
    return 'Several layers stand in one `layers: [ … ]`. Write each as a `layers { … }` of its own.';
  const { faults, layers } = document.source().upgraded;
  const read = new Set(layers.map(({ field }) => field));
  if ([...fieldsOf(document.tree)].some(({ field }) => field.name.text === 'layer' && !read.has(field)))
    return 'Caffe passes over a `layer { … }` in a file with V0 layers. Remove it, or write it as they are.';
  const fault = faults.find(({ check }) => !mild.has(check));
  return fault && `Caffe cannot upgrade it: ${fault.message}`;
}
