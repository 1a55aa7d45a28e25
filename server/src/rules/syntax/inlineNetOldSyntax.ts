import type { Document } from '../../document/document.ts';
import { messageBody } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { upgradeFile } from '../../edit/upgrade/index.ts';
import type { MessageNode } from '../../syntax/nodes.ts';
import { shift } from '../../text/range.ts';
import type { Rule } from '../rule.ts';
import { messagesIn } from './messages.ts';

const old = new Set(['layers', 'input']);

/** Old syntax where Caffe does not bring it up to date. */
export const inlineNetOldSyntax: Rule = {
  code: 'inline-net-old-syntax',
  severity: 'warning',
  doc: {
    what: 'A net inside a solver is in the old syntax, of which Caffe makes an empty net.',
    why: 'Caffe converts old syntax when it reads a net from a file of its own. A net that stands in the solver, as `net_param`, `train_net_param` or `test_net_param`, is taken as it is: its `layers` and net-level `input` are ignored.',
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
    fix: 'Write `layer { … }` with types as strings, or put the net into a file of its own.',
  },
  *block(block, document) {
    if (document.root !== 'SolverParameter') return;
    for (const node of messagesIn(block, document, 'NetParameter')) {
      const field = node.fields.find(({ name }) => old.has(name.text));
      if (!field) continue;
      yield {
        message: `Caffe ignores \`${field.name.text}\` of a net inside a solver: it converts old syntax only in files.`,
        place: { block, range: field.name.range },
        fixes: () => upgraded(node, document.tree.startOf(block), document),
      };
    }
  },
};

/** What stands between the braces, upgraded as if it stood in a file of its own. */
function upgraded(node: MessageNode, start: number, document: Document): Fix[] {
  const body = messageBody(node, start);
  if (!body) return [];
  const text = document.text.slice(body.range.start, body.range.end);
  const net = document.withText(text, { root: 'NetParameter' });
  const edits = upgradeFile(net).map(({ range, newText }) => ({
    range: shift(range, body.range.start),
    newText,
  }));
  return edits.length > 0 ? [{ title: "Write the net in today's syntax", edits, preferred: true }] : [];
}
