import type { Document } from '../../document/document.ts';
import { lowerRoot } from '../../net/lower.ts';
import { solverTypeOf } from '../../net/solver/solver.ts';
import type { TextEdit } from '../../text/edit.ts';
import { newField, printInline, quoted } from '../newField.ts';
import { keepComments } from './comments.ts';

/** Converts the `solver_type` of a solver to `type` (upgrade_proto.cpp, UpgradeSolverType), if its Caffe has that. */
export function upgradeSolver({ text, tree, schema }: Document): TextEdit[] {
  if (!schema.message('SolverParameter')?.fields.has('type')) return [];
  const edits = lowerRoot(tree.blocks, schema, 'SolverParameter')
    .list('solver_type')
    .flatMap(({ value, field, block }) => {
      const type = solverTypeOf(String(value));
      if (!type || !block) return [];
      return [
        {
          range: tree.rangeOf({ block, range: field.range }),
          newText: printInline(newField('type', quoted(type))),
        },
      ];
    });
  return keepComments(text, edits);
}
