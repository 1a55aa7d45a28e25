/** The fields that each filler of BVLC reads besides `type` (filler.hpp); `*` has all fields. */
const fields: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    constant: ['value'],
    uniform: ['min', 'max'],
    gaussian: ['mean', 'std', 'sparse'],
    positive_unitball: [],
    xavier: ['variance_norm'],
    msra: ['variance_norm'],
    bilinear: [],
    '*': ['value', 'min', 'max', 'mean', 'std', 'sparse', 'variance_norm'],
  }),
);

/** The fields that a filler type of BVLC reads; undefined for any other type. */
export function fillerFields(type: string): readonly string[] | undefined {
  return fields.get(type);
}
