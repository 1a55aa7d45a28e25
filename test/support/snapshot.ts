import type { Document } from '../../server/src/document/document.ts';
import { layerExtent } from '../../server/src/document/layers.ts';
import { relatedRanges } from '../../server/src/document/related.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import { summarize } from '../../server/src/features/summary/summary.ts';
import { documentSymbols } from '../../server/src/features/symbols.ts';
import { Effort } from '../../server/src/fixes/effort.ts';
import type { Net } from '../../server/src/net/net.ts';
import { formatShape } from '../../server/src/shape/shape.ts';
import type { SyntaxTree } from '../../server/src/syntax/tree.ts';

/** All results for a document as plain data: equal for equal texts, whatever the edits before. */
export function snapshotOf(document: Document) {
  const { states, by } = document.states();
  const effort = new Effort();
  return {
    tree: plainTree(document.tree),
    dialect: [document.dialect.name, document.choice.by],
    states: [states, by],
    problems: document.textErrors(),
    solver: document.solverFailures().map((failure) => plainFailure(document, failure)),
    nets:
      document.root === 'NetParameter' ? states.map((state) => plainNet(document, document.net(state))) : [],
    diagnostics: diagnostics(document).map(({ fixes, ...rest }) => ({ ...rest, fixes: fixes?.(effort) })),
    hints: states.map((state) =>
      inlayHints(document, undefined, state, { shapes: true, parameters: true, batch: true }),
    ),
    summaries: document.root === 'NetParameter' ? states.map((state) => summarize(document, state)) : [],
    symbols: states.map((state) => documentSymbols(document, state)),
  };
}

/** A tree without the indices of its blocks, which only make lookups faster. */
export function plainTree({ text, blocks, starts, balanced }: SyntaxTree) {
  return { text, blocks: blocks.map(({ index: _, ...block }) => block), starts, balanced };
}

function plainNet(document: Document, { name, layers, failures, dependsOnDialect, dependsOnPhase }: Net) {
  return {
    name,
    dependsOnDialect,
    dependsOnPhase,
    failures: failures.map((failure) => plainFailure(document, failure)),
    layers: layers.map((layer) => ({
      name: layer.name,
      type: layer.type,
      start: layerExtent(document.tree, layer).start,
      bottoms: layer.bottoms,
      tops: layer.tops,
      lossWeights: layer.lossWeights,
      automatic: layer.automatic,
      inputs: layer.inputs.map(({ name: blob, shape }) => [blob, formatShape(shape)]),
      outputs: layer.outputs.map(({ name: blob, shape }) => [blob, formatShape(shape)]),
      params: layer.params.map(({ role, shape, sharedWith }) => [role, formatShape(shape), sharedWith]),
      isComplete: layer.missingParams === undefined,
    })),
  };
}

/** Copies the properties that a failure computes on demand. */
function plainFailure(document: Document, failure: Net['failures'][number]) {
  const { check, step, message, layer, cause, replacement } = failure;
  const range = document.rangeOf(failure.location);
  const related = relatedRanges(document, failure.related);
  return {
    check,
    stage: step,
    message,
    range,
    layer,
    related,
    cause: cause && document.rangeOf(cause),
    replacement,
  };
}
