/** The fields that each filler of BVLC reads besides `type` (filler.hpp); under `*`, all of them. */
const fields: Readonly<Record<string, readonly string[]>> = {
  constant: ['value'],
  uniform: ['min', 'max'],
  gaussian: ['mean', 'std', 'sparse'],
  positive_unitball: [],
  xavier: ['variance_norm'],
  msra: ['variance_norm'],
  bilinear: [],
  '*': ['value', 'min', 'max', 'mean', 'std', 'sparse', 'variance_norm'],
};

/** What a filler of BVLC reads; undefined for a type of a fork. */
export function fillerFields(type: string): readonly string[] | undefined {
  return Object.hasOwn(fields, type) ? fields[type] : undefined;
}
