import { type Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AssumedInputs, InputBlob, NetTotals } from '../../server/src/lsp/protocol.ts';
import { askShape, readShape } from './inputShape.ts';
import { applyEdits, request } from './messages.ts';
import { shownNet } from './summaryUri.ts';

const nothing: AssumedInputs = { shapes: {} };

/** Prompts for a batch size, or for the memory that the batch has to fit; `value` is in the prompt at first. */
export async function assumeBatch(
  client: BaseLanguageClient,
  net: Uri,
  totals: NetTotals,
  value = String(totals.batch ?? ''),
): Promise<void> {
  const answer = await window.showInputBox({
    title: 'Batch Size',
    prompt:
      'A number of images, or a memory size such as 8 GiB for the largest batch that can be trained in it.',
    value,
    validateInput: (text) => (readBatch(text, totals) === undefined ? hint(text, totals) : undefined),
  });
  const batch = answer === undefined ? undefined : readBatch(answer, totals);
  if (batch !== undefined) await assume(client, net, { ...(totals.assumed ?? nothing), batch });
}

function hint(text: string, totals: NetTotals): string {
  if (!memoryForm.test(text)) return 'Enter an integer from 1, or a size in GiB.';
  return bytesPerImage(totals) === undefined
    ? 'The memory of the net is not known.'
    : 'A batch of 1 needs more memory than that.';
}

const memoryForm = /^\s*(\d+(?:\.\d+)?)\s*(?:GiB|GB|G)\s*$/iu;
const gibibyte = 2 ** 30;

/** The batch size that an answer means; undefined if it has none. */
export function readBatch(text: string, totals: NetTotals): number | undefined {
  const [, gibibytes] = memoryForm.exec(text) ?? [];
  const batch = gibibytes === undefined ? Number(text) : largestBatch(Number(gibibytes) * gibibyte, totals);
  const isCount =
    /\S/u.test(text) && Number.isInteger(batch) && Number(batch) >= 1 && Number(batch) < 2 ** 31;
  return isCount ? batch : undefined;
}

/** The largest batch that can be trained with SGD in a memory: only activations and their gradients depend on it. */
function largestBatch(memory: number, totals: NetTotals): number | undefined {
  const perImage = bytesPerImage(totals);
  const { bytesToTrain, trainingBytes } = totals;
  if (perImage === undefined || bytesToTrain.SGD === null || trainingBytes === null) return undefined;
  return Math.floor((memory - (bytesToTrain.SGD - trainingBytes)) / perImage);
}

function bytesPerImage({ batch, trainingBytes, bytesToTrain }: NetTotals): number | undefined {
  return batch && trainingBytes && bytesToTrain.SGD !== null ? trainingBytes / batch : undefined;
}

/** Prompts for the shape of an input. */
export async function assumeShape(client: BaseLanguageClient, net: Uri, totals: NetTotals): Promise<void> {
  const textDocument = { uri: net.toString() };
  const inputs = (await request(client, 'caffePrototxt/inputs', { textDocument })) ?? [];
  const input = await pickInput(inputs);
  const answer = input && (await askShape(input.name, input.shape, 'The file is not changed.'));
  if (!input || answer === undefined) return;
  const known = totals.assumed ?? nothing;
  await assume(client, net, { ...known, shapes: { ...known.shapes, [input.name]: readShape(answer) } });
}

async function pickInput(inputs: readonly InputBlob[]): Promise<InputBlob | undefined> {
  const [only, ...others] = inputs;
  if (only && others.length === 0) return only;
  const items = inputs.map((input) => ({ label: input.name, description: input.shape, input }));
  const picked = await window.showQuickPick(items, { placeHolder: 'Select a blob' });
  return picked?.input;
}

/** Computes the active net with the shapes of its file again. */
export async function clearAssumed(client: BaseLanguageClient): Promise<void> {
  const net = shownNet(window.activeTextEditor?.document);
  if (net) await assume(client, net, nothing);
}

/** Writes the assumed shapes into the file, and assumes nothing any more. */
export async function writeAssumed(client: BaseLanguageClient, net: Uri): Promise<void> {
  const edits = await request(client, 'caffePrototxt/writeAssumed', {
    textDocument: { uri: net.toString() },
  });
  await assume(client, net, nothing);
  if (edits?.length === 0)
    void window.showWarningMessage('The file has no field for these sizes: they depend on its data.');
  await applyEdits(net, edits);
}

async function assume(client: BaseLanguageClient, net: Uri, assumed: AssumedInputs): Promise<void> {
  await request(client, 'caffePrototxt/assume', { textDocument: { uri: net.toString() }, ...assumed });
}
