import { onceFor } from '../memo/onceFor.ts';
import { lowerRoot } from '../net/lower.ts';
import { inlineNetsOf, type SolverNet } from '../net/solver/solverNets.ts';
import type { Entry } from '../schema/message.ts';
import type { MessageNode } from '../syntax/nodes.ts';
import { Document } from './document.ts';

/** A net inside a solver, as a document of its own. */
export interface InlineNet {
  /** The text between the braces, in the states in which the solver builds it. */
  readonly document: Document;
  /** Where that text begins in the solver. */
  readonly start: number;
}

/** The nets inside a solver that it builds, without those whose text is incomplete. */
export const inlineNets = onceFor((solver: Document): readonly InlineNet[] => {
  if (solver.root !== 'SolverParameter') return [];
  const message = lowerRoot(solver.tree.blocks, solver.schema, 'SolverParameter');
  return [...inlineNetsOf(message)].flatMap(([entry, nets]) => inlineNet(solver, entry, nets));
});

function inlineNet(solver: Document, { node, block }: Entry, nets: readonly SolverNet[]): InlineNet[] {
  if (node.kind !== 'message' || !node.close || !block) return [];
  const start = solver.tree.startOf(block) + node.open.end;
  const body = block.text.slice(node.open.end, node.close.start);
  return [{ document: readIn(solver, node, body, nets), start }];
}

/** The document of an unchanged net, if nothing else changed that it depends on. */
function readIn(solver: Document, node: MessageNode, body: string, nets: readonly SolverNet[]): Document {
  const { settings, context, choice } = solver;
  const known = lastOf(node);
  const key = JSON.stringify([nets, choice.dialect.name, choice.by]);
  const last = known.last;
  if (last?.key === key && last.settings === settings && last.context === context) return last.document;
  const document = netDocument(solver, body, nets);
  known.last = { key, settings, context, document };
  return document;
}

interface Known {
  last?: Pick<Document, 'settings' | 'context'> & { readonly key: string; readonly document: Document };
}

const lastOf = onceFor((_net: MessageNode): Known => ({}));

function netDocument(solver: Document, text: string, nets: readonly SolverNet[]): Document {
  const { uri, version, settings, context, choice } = solver;
  return new Document(
    {
      uri,
      version,
      text,
      // The fields of the solver say little about the layers of its nets.
      settings:
        choice.by === 'file' || choice.dialect.open
          ? settings
          : { ...settings, dialect: choice.dialect.name },
      context: { ...context, states: [], solvers: nets.map((net) => ({ ...net, solver: uri })) },
      root: 'NetParameter',
    },
    undefined,
  );
}
