import type { Document } from '../document/document.ts';
import { builtNets } from '../document/layers.ts';
import { few } from '../text/few.ts';

type Shapes = ReadonlyMap<string, readonly number[]>;

/** The blobs with a shape in the options (`--input-shape`) that a net has, in any state in which it is built. */
export function blobsIn(document: Document, shapes: Shapes): string[] {
  if (shapes.size === 0) return [];
  const names = new Set(builtNets(document).flatMap((net) => net.layers.flatMap(namesOfTops)));
  return [...shapes.keys()].filter((name) => names.has(name));
}

function namesOfTops({ outputs }: { readonly outputs: readonly { readonly name: string }[] }): string[] {
  return outputs.map(({ name }) => name);
}

/** A warning about the shapes of blobs that no net has; empty if there are none. */
export function unusedShapes(shapes: Shapes, found: readonly string[]): string[] {
  const unused = [...shapes.keys()].filter((name) => !found.includes(name));
  if (unused.length === 0) return [];
  const names = few(unused.map((name) => `\`${name}\``));
  return [`warning: --input-shape has no effect for ${names}: no net has a blob of this name.`];
}
