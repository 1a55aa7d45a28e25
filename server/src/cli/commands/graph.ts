import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import type { Document } from '../../document/document.ts';
import { notNet } from '../../document/notNet.ts';
import { foldGroups } from '../../drawing/fold.ts';
import { toDot, toJson, toMermaid } from '../../drawing/formats.ts';
import type { Graph } from '../../drawing/graph.ts';
import { heated } from '../../drawing/heat.ts';
import { layOut } from '../../drawing/layout/layout.ts';
import { toSvg } from '../../drawing/svg/drawing.ts';
import { foreignFile } from '../../features/diagnostics/foreignFile.ts';
import { costKinds } from '../../features/graph/costs.ts';
import { netGraph } from '../../features/graph/netGraph.ts';
import { outputOption } from '../arguments.ts';
import { tellAround } from '../around.ts';
import { FileProblem, isFileError, whyNot } from '../fileErrors.ts';
import { isSameFile, openFile } from '../files.ts';
import { type AnalysisOptions, analysisOptions, settingsOf, workspaceOf } from '../options.ts';
import { tell, writeOutput } from '../output/streams.ts';
import { blobsIn, unusedShapes } from '../unusedShapes.ts';
import { writeFile } from '../writeFile.ts';

const formats = {
  svg: async (graph: Graph) => toSvg(graph, await layOut(graph)),
  dot: toDot,
  mermaid: toMermaid,
  json: toJson,
} as const;

type GraphFormat = keyof typeof formats;

/** The formats of files with these endings. */
const endings: Readonly<Record<string, GraphFormat>> = {
  '.svg': 'svg',
  '.dot': 'dot',
  '.gv': 'dot',
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
  '.json': 'json',
};

interface GraphOptions extends AnalysisOptions {
  readonly output?: string;
  readonly format?: GraphFormat;
  readonly fold?: boolean;
  readonly heat?: string;
  readonly overlay?: boolean;
}

/** `graph`: draws a net. */
export function addGraph(program: Command): void {
  const command = program
    .command('graph')
    .description('draw a net as a graph')
    .argument('<file>', 'the net; - is standard input')
    .addOption(outputOption('write to a file instead of standard output'))
    .addOption(
      new Option('--format <format>', 'output format (default: by the ending of the output, or svg)').choices(
        Object.keys(formats),
      ),
    )
    .option('--fold', 'draw each module, such as inception_3a/ or res2a_, as a single node')
    .option('--overlay', 'draw the layers of all states in which the net is built');
  command.addOption(
    new Option('--heat <cost>', 'color nodes by a cost instead of by their category').choices(
      costKinds.map(({ id }) => id),
    ),
  );
  for (const option of analysisOptions()) command.addOption(option);
  command.action(async (file: string, options: GraphOptions) => {
    if (options.output !== undefined && isSameFile(file, options.output))
      command.error('error: the output would overwrite the net');
    refuseUnknownEnding(command, options);
    process.exitCode = await drawFile(file, options);
  });
}

/** Exits with an error if the ending of the output belongs to no format. Without an ending, the format is SVG. */
function refuseUnknownEnding(command: Command, { output = '', format }: GraphOptions): void {
  const ending = extname(output).toLowerCase();
  if (format !== undefined || ending === '' || Object.hasOwn(endings, ending)) return;
  const known = Object.keys(endings).join(', ');
  command.error(`error: a graph cannot be written as ${ending}; use one of ${known}, or --format`);
}

/** Draws a file; returns the exit code. A net with errors is drawn as far as it is known. */
async function drawFile(file: string, options: GraphOptions): Promise<number> {
  try {
    const { document, around } = await openFile(file, settingsOf(options), workspaceOf(options));
    if (!tellAround(around)) return 2;
    tell(...unusedShapes(options.inputShape, blobsIn(document, options.inputShape)));
    const graph = graphOf(document, options.overlay ?? false);
    if (typeof graph === 'string') {
      tell(`${file}: ${graph}`);
      return 1;
    }
    const format = options.format ?? endings[extname(options.output ?? '').toLowerCase()] ?? 'svg';
    const shown = options.fold ? folded(graph) : graph;
    const text = await formats[format](options.heat === undefined ? shown : heated(shown, options.heat));
    if (options.output === undefined) writeOutput(text);
    else tell(...writeFile(options.output, Buffer.from(text)));
    return reportErrors(file, graph);
  } catch (error) {
    if (!isFileError(error)) throw error;
    tell(`${error.path ?? file}: ${whyNot(error)}`);
    return 2;
  }
}

/** The graph of a net in its first state or in all states, or why there is none. A file of another kind is a `FileProblem`. */
function graphOf(document: Document, overlaid: boolean): Graph | string {
  const [foreign] = foreignFile(document);
  if (foreign) return foreign.message;
  const { states } = document.states();
  const graph = netGraph(document, overlaid ? states : states.slice(0, 1))?.graph;
  if (!graph) throw new FileProblem(notNet(document));
  return graph;
}

function folded(graph: Graph): Graph {
  return foldGroups(graph, new Set(graph.groups.map(({ id }) => id)));
}

function reportErrors(file: string, { nodes }: Graph): number {
  const wrong = nodes.filter(({ mark }) => mark?.kind === 'error').length;
  if (wrong === 0) return 0;
  const layers = wrong === 1 ? '1 layer has errors' : `${wrong} layers have errors`;
  tell(`${file}: ${layers}, which the graph marks. For details, run: caffe-prototxt check ${quoted(file)}`);
  return 1;
}

/** A file name as an argument of a POSIX shell. */
function quoted(file: string): string {
  return /^[\w./+:=@-]+$/u.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
}
