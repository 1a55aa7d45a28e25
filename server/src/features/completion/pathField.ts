import type { FieldDescriptor } from '../../schema/descriptor.ts';

const namesPath =
  /^(?:(?:train_|test_)?net|source|weights|snapshot_prefix|\w+_(?:file|folder|dir|directory|path)|dir|path)$/u;

/** Whether a field contains a path. */
export function isPathField({ name, type }: FieldDescriptor): boolean {
  return type.name === 'string' && namesPath.test(name);
}
