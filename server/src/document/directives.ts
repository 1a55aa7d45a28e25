/** Comments that tell the tool what the text format cannot say. */
export interface Directives {
  /** `# shape: data 1x28x28`: shapes of blobs by name. */
  readonly shapes: ReadonlyMap<string, readonly number[]>;
}

const shapeLine = /^[ \t]*#[ \t]*shape:[ \t]*(\S+)[ \t]+(\d+(?:[ \t]*[x×,][ \t]*\d+)*)[ \t]*$/gmu;

/** Reads the directives of a file. A line that starts with `#` is always a comment: strings cannot span lines. */
export function readDirectives(text: string): Directives {
  const shapes = new Map<string, readonly number[]>();
  for (const [, blob, dims] of text.matchAll(shapeLine)) {
    if (blob !== undefined && dims !== undefined) shapes.set(blob, parseDims(dims));
  }
  return { shapes };
}

function parseDims(text: string): number[] {
  return text.split(/[x×,]/u).map((part) => Number.parseInt(part, 10));
}
