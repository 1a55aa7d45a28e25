import type { Document } from '../../document/document.ts';
import { addField, entryBody } from '../../edit/fields.ts';
import type { Fix } from '../../edit/fix.ts';
import { newField } from '../../edit/newField.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer, Net } from '../../net/net.ts';
import type { Entry, Message } from '../../schema/message.ts';
import { floatText } from '../../shape/floatText.ts';
import type { Rule } from '../rule.ts';
import { namedParamsOf } from './namedParams.ts';

const rates = ['lr_mult', 'decay_mult'] as const;

export const sharedParamRate: Rule = {
  code: 'shared-param-rate',
  severity: 'information',
  doc: {
    what: 'A layer that shares a parameter sets a rate that also applies to the owner.',
    why: 'A shared parameter is one blob with one rate: the first `lr_mult` set for its name, in any layer. If the owner has none, the one of a later layer applies to both; it is not possible to freeze one branch only.',
    example: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 3 } } }
layer { name: "one" type: "InnerProduct" bottom: "a" top: "one" param { name: "w" } inner_product_param { num_output: 4 } }
layer { name: "two" type: "InnerProduct" bottom: "b" top: "two" param { name: "w" lr_mult: 0 } inner_product_param { num_output: 4 } }
`,
    fixed: `layer { name: "data" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 3 } } }
layer { name: "one" type: "InnerProduct" bottom: "a" top: "one" param { name: "w" lr_mult: 0 } inner_product_param { num_output: 4 } }
layer { name: "two" type: "InnerProduct" bottom: "b" top: "two" param { name: "w" lr_mult: 0 } inner_product_param { num_output: 4 } }
`,
    fix: 'If the rate is intended for both layers, also set it in the owner; otherwise remove it, or do not share the parameter.',
  },
  *net(net, document) {
    for (const { owner, sharer, name, field, number, value } of overruled(net)) {
      yield {
        message: `\`${field}: ${number}\` also applies to \`${owner.name}\`, which owns \`${name}\` and sets no \`${field}\`: a shared parameter has one rate.`,
        location: layerLocation(sharer, value),
        layer: sharer.name,
        related: [{ location: layerLocation(owner), message: 'The layer that owns the parameter.' }],
        needsWhole: true,
        fixes: () => inOwner(owner, name, newField(field, number), document),
      };
    }
  },
};

/** For each name, the first rate that is set, if it is not in the owner and differs from the default of 1. */
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
      if (known.owner !== sharer && number !== 1)
        yield { ...known, sharer, name, field, number: floatText(number), value };
    }
  }
}

/** Sets the rate in the owner, where it already applies. */
function inOwner(
  owner: Layer,
  name: string,
  rate: ReturnType<typeof newField>,
  { text, tree }: Document,
): Fix[] {
  const index = owner.message.messages('param').findIndex((spec: Message) => spec.text('name') === name);
  const entry: Entry | undefined = owner.message.list('param')[index];
  const body = entryBody(tree, owner, entry);
  if (!body || owner.field.name.text !== 'layer') return [];
  const edits = [addField(text, body, rate)];
  return [{ title: `Set \`${rate.name}: ${rate.value}\` in \`${owner.name}\``, edits }];
}
