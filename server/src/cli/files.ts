import { isUtf8 } from 'node:buffer';
import { statSync } from 'node:fs';
import { createDocument, type Document, withContext } from '../document/document.ts';
import type { AnalysisSettings } from '../document/settings.ts';
import { tooManyLayers } from '../document/tooLarge.ts';
import { nodeHost } from '../node/host.ts';
import { LineMap } from '../text/lines.ts';
import { type LoadedContext, loadContext, type WorkspaceSettings } from '../workspace/loadContext.ts';
import { largestSolver, type SolverData, Solvers } from '../workspace/solvers.ts';
import { FileProblem, isFileError } from './fileErrors.ts';
import { readInput, standardInput } from './readInput.ts';

let last: Document | undefined;
const host = nodeHost([process.cwd()], { linksMayLeave: true });
let solvers = new Solvers();

/** A problem in a file that another one refers to, as a line of text. */
export interface AroundProblem {
  readonly line: string;
  /** Fatal if a file cannot be read: then there are no results, or they may be wrong. */
  readonly severity: 'error' | 'warning' | 'fatal';
}

/** An analyzed file, with the problems of the files that it refers to. */
export interface OpenedFile {
  readonly document: Document;
  /** The content as it was read. */
  readonly bytes: Uint8Array;
  /** Problems in its `caffe-prototxt.json` and its caffe.proto. */
  readonly around: readonly AroundProblem[];
  /** Encodes a text in the encoding of the file. */
  encode(text: string): Buffer;
}

/** A file to analyze, with its size in bytes and an identity that is equal for all paths to it, if known. */
export interface GivenFile {
  readonly path: string;
  readonly size: number;
  readonly identity?: string;
}

/** Returns the size and identity of a file, which may be missing. */
export function measure(path: string): GivenFile {
  try {
    const found = path === standardInput ? undefined : statSync(path);
    if (found?.isFile()) return { path, size: found.size, identity: `${found.dev}:${found.ino}` };
  } catch (error) {
    if (!isFileError(error)) throw error;
  }
  return { path, size: 0 };
}

/** Whether two paths are the same file, also through symbolic and hard links. */
export function isSameFile(one: string, other: string): boolean {
  const { identity } = measure(one);
  return identity !== undefined && identity === measure(other).identity;
}

/**
 * Reads the solvers among the given files: nets are built for the states that these request. Returns them for the other
 * threads.
 */
export function findSolvers(files: readonly GivenFile[]): SolverData {
  for (const { path, size, identity } of files) {
    const file = identity === undefined || size > largestSolver ? undefined : host.path(path);
    if (file !== undefined) readSolver(file);
  }
  return solvers.data();
}

function readSolver(file: string): void {
  try {
    solvers.set(file, new TextDecoder().decode(readInput(file)));
  } catch (error) {
    if (!isFileError(error)) throw error;
  }
}

/** Uses the solvers that another thread has found. */
export function takeSolvers(data: SolverData): void {
  solvers = new Solvers(data);
}

/**
 * Reads and analyzes a file; throws the error of the file system if it cannot be read, and a `FileProblem` if it has too
 * many layers. Files of one call are often
 * variants of each other, so each reuses the blocks that it shares with the previous one.
 */
export function openFile(
  path: string,
  settings: AnalysisSettings,
  workspace: WorkspaceSettings,
): Promise<OpenedFile> {
  return openContent(path, readInput(path), settings, workspace);
}

/** Analyzes a content that a file will have. */
export async function openContent(
  path: string,
  bytes: Buffer,
  settings: AnalysisSettings,
  workspace: WorkspaceSettings,
): Promise<OpenedFile> {
  const encoding = encodingOf(bytes);
  const alone = createDocument({ uri: path, version: 0, text: bytes.toString(encoding), settings }, last);
  if (alone.isTooLarge) throw new FileProblem(tooManyLayers);
  const loaded = await loadContext(alone, workspace, host, solvers);
  last = withContext(alone, loaded.context);
  return {
    document: last,
    bytes,
    around: aroundProblems(loaded),
    encode: (text) => encoded(text, encoding),
  };
}

/**
 * The encoding of a file. Bytes that are not UTF-8, such as GBK comments, are kept as one character each: Caffe reads
 * bytes, so its result stays the same.
 */
function encodingOf(bytes: Uint8Array): 'utf8' | 'latin1' {
  return isUtf8(bytes) ? 'utf8' : 'latin1';
}

/** Characters that are not bytes of the file, such as those of an inserted text, are encoded as UTF-8. */
function encoded(text: string, encoding: 'utf8' | 'latin1'): Buffer {
  if (encoding === 'utf8') return Buffer.from(text);
  const bytes = text.replace(/[^\0-\u00ff]+/gu, (other) => Buffer.from(other).toString('latin1'));
  return Buffer.from(bytes, encoding);
}

function aroundProblems({ readWhole }: LoadedContext): AroundProblem[] {
  return [...readWhole].flatMap(([file, { text, diagnostics, unread }]): AroundProblem[] => {
    if (unread !== undefined) return [{ line: `${file}: ${unread}`, severity: 'fatal' }];
    const lines = new LineMap(text);
    return diagnostics.map(({ range, severity, message }) => {
      const { line, column } = lines.position(range.start);
      return { line: `${file}:${line}:${column}: ${severity}: ${message}`, severity };
    });
  });
}
