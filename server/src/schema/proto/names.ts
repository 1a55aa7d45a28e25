import protobuf from 'protobufjs';
import { join } from './outline.ts';

/** A message or enum of a .proto file. */
export type Declaration = protobuf.Type | protobuf.Enum;

/** All messages and enums by their names in this project, `Outer.Inner` without the package, outer ones first. */
export function declarationsOf(root: protobuf.Root): ReadonlyMap<string, Declaration> {
  const names = new Map<string, Declaration>();
  collect(root, '', names);
  return names;
}

function collect(scope: protobuf.NamespaceBase, path: string, names: Map<string, Declaration>): void {
  for (const child of scope.nestedArray) {
    if (isDeclaration(child)) {
      const name = join(path, child.name);
      names.set(name, child);
      if (child instanceof protobuf.Type) collect(child, name, names);
    } else if (child instanceof protobuf.Namespace) {
      collect(child, path, names);
    }
  }
}

/**
 * The message or enum that a type name refers to within a message. Its first part is resolved from the inside out; if
 * that is a message, enum or package, the rest is resolved only inside it (protobuf, LookupSymbol).
 */
export function resolve(name: string, from: protobuf.Type): Declaration | undefined {
  const [first = '', ...rest] = name.split('.');
  if (first === '') return descend(from.root, rest);
  for (let scope: protobuf.NamespaceBase | null = from; scope; scope = scope.parent) {
    const found = scope.get(first);
    if (rest.length === 0 && isDeclaration(found)) return found;
    if (rest.length > 0 && isScope(found)) return descend(found, rest);
  }
  return undefined;
}

function descend(from: protobuf.ReflectionObject, path: readonly string[]): Declaration | undefined {
  let found: protobuf.ReflectionObject | null = from;
  for (const name of path) found = found instanceof protobuf.Namespace ? found.get(name) : null;
  return isDeclaration(found) ? found : undefined;
}

function isDeclaration(found: protobuf.ReflectionObject | null): found is Declaration {
  return found instanceof protobuf.Type || found instanceof protobuf.Enum;
}

function isScope(found: protobuf.ReflectionObject | null): found is Declaration | protobuf.Namespace {
  return isDeclaration(found) || found instanceof protobuf.Namespace;
}
