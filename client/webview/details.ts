import type { CostKind, Graph, GraphNode, InputField } from '../../server/src/drawing/graph.ts';
import { costText, totalCost } from '../../server/src/drawing/heat.ts';
import { linesBelow } from '../../server/src/drawing/sizes.ts';
import { drawField, fieldText } from '../../server/src/drawing/svg/field.ts';
import { sameData } from '../../server/src/memo/sameData.ts';
import { html, toDom } from './dom.ts';
import type { Picture } from './picture.ts';

/** The panel with the details of the selected node: its shape, its costs, its receptive field and its problem. */
export class Details {
  readonly element = html('details', { class: 'corner details', open: '', hidden: '' });
  private picture: Picture | undefined;
  /** What the element shows. */
  private shown: readonly unknown[] = [];
  private totals: ReadonlyMap<CostKind, ReturnType<typeof totalCost>> = new Map();

  show(picture: Picture): void {
    this.picture = picture;
    this.totals = totalsOf(picture.graph);
  }

  select(node: GraphNode | undefined): void {
    this.element.hidden = !node;
    if (!node) return;
    const output = new Set(this.picture?.edgesFrom(node.id).map(({ label }) => label));
    const shape = output.size > 0 ? [...output].join(', ') : (node.output ?? '');
    const costs = [...this.totals].map(([kind, total]) => [kind.label, costText(node, kind, total) ?? '']);
    const rows = [...costs, ['Output', shape]];
    if (sameData(this.shown, [node, rows])) return;
    this.shown = [node, rows];
    this.element.replaceChildren(
      html('summary', {}, node.title),
      html('p', {}, node.subtitle),
      ...linesBelow({ ...node, figure: undefined }).map(({ text }) => html('p', {}, text)),
      ...(node.mark ? [html('p', { class: node.mark.kind }, node.mark.message)] : []),
      html('dl', {}, ...rows.flatMap(([label = '', text = '']) => row(label, text))),
      ...(node.fields ?? []).map(fieldElement),
    );
  }
}

function totalsOf(graph: Graph): Map<CostKind, ReturnType<typeof totalCost>> {
  return new Map(graph.costs.map((kind) => [kind, totalCost(graph, kind)]));
}

function row(label: string, text: string): HTMLElement[] {
  return text === '' ? [] : [html('dt', {}, label), html('dd', {}, text)];
}

function fieldElement(field: InputField): HTMLElement {
  const picture = drawField(field);
  return html(
    'figure',
    {},
    html('figcaption', {}, `Receptive field: ${fieldText(field)}`),
    ...(picture ? [toDom(picture)] : []),
  );
}
