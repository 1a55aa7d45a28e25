import type { Document } from '../../document/document.ts';
import { layerExtent } from '../../document/layers.ts';
import type { LayerSyntax } from '../../net/lower.ts';
import type { Entry } from '../../schema/message.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { layerBody, removeField, valueRange } from '../fields.ts';
import { quoted } from '../newField.ts';
import { styleOf } from '../style.ts';
import { keepComments } from './comments.ts';
import { type Item, linesOf, newItem, printItems } from './items.ts';

/**
 * Converts the Input layers of a file to net-level `input` and `input_shape`, the only form that some tools support.
 * Empty if they have more than that, such as state rules, or lack shapes.
 */
export function layersToInputs(document: Document): TextEdit[] {
  const layers = inputLayers(document);
  const { text } = document;
  const inputs = layers.map((layer) => inputsOf(document.tree, layer));
  const { message } = document.netInput().upgraded;
  if (message.has('input') || inputs.some((items) => items.length === 0)) return [];
  const { eol } = styleOf(text);
  const edits = layers.map((layer, index) =>
    index === 0
      ? { range: layerExtent(document.tree, layer), newText: printItems(inputs.flat(), '', eol) }
      : removeField(text, layerExtent(document.tree, layer)),
  );
  return keepComments(text, edits);
}

function inputLayers(document: Document): LayerSyntax[] {
  if (document.root !== 'NetParameter') return [];
  return document
    .netInput()
    .upgraded.layers.filter(
      ({ field, message }) => field.name.text === 'layer' && message.text('type') === 'Input',
    );
}

/** The `input` and `input_shape` of every top. */
function inputsOf(tree: SyntaxTree, layer: LayerSyntax): Item[] {
  const { message } = layer;
  const tops = message.list('top');
  const shapes = message.message('input_param').list('shape');
  const fits = shapes.length === 1 || shapes.length === tops.length;
  if (!layerBody(tree, layer) || !fits || message.has('include') || message.has('exclude')) return [];
  return tops.flatMap((top, index) => {
    const shape = shapes[index] ?? shapes[0];
    return [
      newItem(`input: ${quoted(String(top.value))}`),
      ...(shape ? [shapeItem(tree, layer, shape)] : []),
    ];
  });
}

function shapeItem(tree: SyntaxTree, layer: LayerSyntax, shape: Entry): Item {
  const { text } = tree;
  const [first = '', ...others] = linesOf(text, valueRange(tree, layer, shape));
  return newItem(`input_shape ${first}`, ...others);
}
