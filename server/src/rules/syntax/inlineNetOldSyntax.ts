import type { Document } from '../../document/document.ts';
import { messageBody } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { upgradeFile } from '../../edit/upgrade/index.ts';
import { contains, type Dialect, hasCurrentSyntax } from '../../schema/dialect.ts';
import type { MessageNode } from '../../syntax/nodes.ts';
import { shift } from '../../text/range.ts';
import type { Rule } from '../rule.ts';
import { messagesOfType } from './messagesOfType.ts';

export const inlineNetOldSyntax: Rule = {
  code: 'inline-net-old-syntax',
  severity: 'warning',
  doc: {
    what: 'A net inside a solver uses old syntax, which Caffe ignores there.',
    why: 'Caffe upgrades old syntax only when it reads a net from a separate file. A net in the solver itself, as `net_param`, `train_net_param` or `test_net_param`, is not upgraded: its `layers` and net-level `input` are ignored, and the net is empty.',
    example: `net_param {
  name: "net"
  layers { name: "data" type: DUMMY_DATA top: "data" dummy_data_param { shape { dim: 1 dim: 3 } } }
}
base_lr: 0.01
lr_policy: "fixed"
max_iter: 1000
`,
    fixed: `net_param {
  name: "net"
  layer { name: "data" type: "DummyData" top: "data" dummy_data_param { shape { dim: 1 dim: 3 } } }
}
base_lr: 0.01
lr_policy: "fixed"
max_iter: 1000
`,
    fix: 'Use `layer { … }` with types as strings, or move the net to a separate file.',
  },
  *block(block, document) {
    if (document.root !== 'SolverParameter') return;
    const old = ignoredFields(document.dialect);
    for (const node of messagesOfType(block, document, 'NetParameter')) {
      const field = node.fields.find(({ name }) => old.includes(name.text));
      if (!field) continue;
      yield {
        message: `Caffe ignores \`${field.name.text}\` in a net inside a solver: it upgrades old syntax only in net files.`,
        location: { block, range: field.name.range },
        fixes: () => upgraded(node, document.tree.startOf(block), document),
      };
    }
  },
};

/** The old fields that a Caffe only reads after an upgrade; the first Caffes build nets from them. */
export function ignoredFields(dialect: Dialect): string[] {
  return [
    ...(hasCurrentSyntax(dialect) ? ['layers'] : []),
    ...(contains(dialect, '2016-02-25', 'all') ? ['input'] : []),
  ];
}

/** Upgrades the text between the braces as a net file. */
function upgraded(node: MessageNode, start: number, document: Document): Fix[] {
  const body = messageBody(node, start);
  if (!body) return [];
  const text = document.text.slice(body.range.start, body.range.end);
  const net = document.withText(text, { root: 'NetParameter' });
  const edits = upgradeFile(net).map(({ range, newText }) => ({
    range: shift(range, body.range.start),
    newText,
  }));
  return edits.length > 0 ? [{ title: 'Upgrade the net to current syntax', edits, preferred: true }] : [];
}
