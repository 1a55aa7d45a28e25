/** Beginnings of nets for tables of rules: layers that make blobs of known shapes. */

/** `x`, an image of 1×3×8×8. */
export const image = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n`;

/** `a` and `b`, 8×4. */
export const pair = `layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape { dim: 8 dim: 4 } } }\n`;

/** `x`, 8×4, and `label`, 8. */
export const labelled = `layer { name: "in" type: "Input" top: "x" top: "label" input_param { shape { dim: 8 dim: 4 } shape { dim: 8 } } }\n`;

/** A layer in one line, with what else it has. */
export function layer(
  name: string,
  type: string,
  bottoms: readonly string[],
  tops: readonly string[],
  rest = '',
) {
  const blobs = [...bottoms.map((blob) => `bottom: "${blob}"`), ...tops.map((blob) => `top: "${blob}"`)];
  return `layer { name: "${name}" type: "${type}" ${blobs.join(' ')} ${rest}}\n`;
}

/** An InnerProduct of 4 outputs with a filler. */
export function inner(name: string, bottom: string, top = name) {
  return layer(
    name,
    'InnerProduct',
    [bottom],
    [top],
    'inner_product_param { num_output: 4 weight_filler { type: "xavier" } } ',
  );
}
