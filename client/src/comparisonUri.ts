import { Uri } from 'vscode';

/** The scheme of the read-only documents that show comparisons. */
export const comparisonScheme = 'caffe-comparison';

/** What a net is compared with: another file, its version on disk or in git, or the deployment net made of it. */
export type OtherNet =
  | { readonly kind: 'file'; readonly uri: string }
  | { readonly kind: 'saved' }
  | { readonly kind: 'head' }
  | { readonly kind: 'deploy'; readonly shapes: Readonly<Record<string, readonly number[]>> };

/** A net, by its URI, and what it is compared with. */
export interface ComparedNets {
  readonly net: string;
  readonly other: OtherNet;
}

/** The URI of a comparison; its path is the title of the tab. */
export function comparisonUri(nets: ComparedNets): Uri {
  const path = `/${fileName(nets.net)} against ${otherName(nets.other)}`;
  return Uri.from({ scheme: comparisonScheme, path, query: JSON.stringify(nets) });
}

/** The nets of a comparison, from its URI. */
export function comparedNets({ query }: Uri): ComparedNets {
  return JSON.parse(query) as ComparedNets;
}

/** The last part of the path of a file. */
export function fileName(uri: string): string {
  return Uri.parse(uri).path.split('/').at(-1) ?? '';
}

function otherName(other: OtherNet): string {
  const names = { saved: 'the saved version', head: 'Git HEAD', deploy: 'its deployment net' };
  return other.kind === 'file' ? fileName(other.uri) : names[other.kind];
}
