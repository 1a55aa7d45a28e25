import type { Document } from '../../document/document.ts';
import { draft } from '../../edit/draft.ts';
import { addField, entryBody } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { layerPlace } from '../../net/fault.ts';
import type { Layer, Net } from '../../net/net.ts';
import type { Entry, Message } from '../../schema/message.ts';
import type { Rule } from '../rule.ts';
import { namedParamsOf } from './namedParams.ts';

const rates = ['lr_mult', 'decay_mult'] as const;

/** A rate that is meant for one layer and holds for another. */
export const sharedParamRate: Rule = {
  code: 'shared-param-rate',
  severity: 'information',
  doc: {
    what: 'A layer that shares a parameter changes its rate for the layer that owns it.',
    why: 'A shared parameter is one blob with one rate: the first `lr_mult` that is written for its name, in whatever layer. Where the owner has none, that of a later layer holds for both; a branch cannot be frozen alone.',
    example: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 3 } } }
layer { name: "one" type: "InnerProduct" bottom: "a" top: "one" param { name: "w" } inner_product_param { num_output: 4 } }
layer { name: "two" type: "InnerProduct" bottom: "b" top: "two" param { name: "w" lr_mult: 0 } inner_product_param { num_output: 4 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 3 } } }
layer { name: "one" type: "InnerProduct" bottom: "a" top: "one" param { name: "w" lr_mult: 0 } inner_product_param { num_output: 4 } }
layer { name: "two" type: "InnerProduct" bottom: "b" top: "two" param { name: "w" lr_mult: 0 } inner_product_param { num_output: 4 } }
`,
    fix: 'Write the rate into the owner too if it is meant for both; otherwise take it out, or do not share.',
  },
  *net(net, document) {
    for (const { owner, sharer, name, field, number, value } of overruled(net)) {
      yield {
        message: `\`${field}: ${number}\` holds for \`${owner.name}\` too, which owns \`${name}\` and has none: shared, they have one rate.`,
        place: layerPlace(sharer, value),
        layer: sharer.name,
        related: [{ place: layerPlace(owner), message: 'The layer that owns the parameter.' }],
        needsWhole: true,
        fixes: () => inOwner(owner, name, draft(field, number), document),
      };
    }
  },
};

/** The first rate of a name, where another layer than the owner writes it and it is not 1, which all have otherwise. */
function* overruled(net: Net) {
  const owners = new Map<string, { owner: Layer; said: Set<string> }>();
  for (const { layer: sharer, spec, name } of namedParamsOf(net)) {
    const known = owners.get(name) ?? { owner: sharer, said: new Set<string>() };
    owners.set(name, known);
    for (const field of rates) {
      const [value] = spec.list(field);
      if (!value || known.said.has(field)) continue;
      known.said.add(field);
      const number = spec.float(field);
      if (known.owner !== sharer && number !== 1) yield { ...known, sharer, name, field, number, value };
    }
  }
}

/** What Caffe does anyway, written where it can be seen. */
function inOwner(
  owner: Layer,
  name: string,
  rate: ReturnType<typeof draft>,
  { text, tree }: Document,
): Fix[] {
  const index = owner.message.messages('param').findIndex((spec: Message) => spec.text('name') === name);
  const entry: Entry | undefined = owner.message.list('param')[index];
  const body = entryBody(tree, owner, entry);
  if (!body || owner.field.name.text !== 'layer') return [];
  const edits = [addField(text, body, rate)];
  return [{ title: `Write \`${rate.name}: ${rate.value}\` into \`${owner.name}\``, edits }];
}
