import type { GraphNode } from '../../server/src/drawing/graph.ts';
import { sameData } from '../../server/src/memo/sameData.ts';
import { showAbsent } from './absent.ts';
import { Details } from './details.ts';
import { html } from './dom.ts';
import { showLegend } from './legend.ts';
import type { Picture } from './picture.ts';

/** What is beside the graph: the legend below it, and over it the details of the selected node and what is not shown. */
export class Corners {
  readonly legend = html('div', { class: 'legend graph' });
  private readonly absent = html('details', { class: 'corner absent', hidden: '' });
  private readonly details = new Details();
  private readonly open: (id: string) => void;
  private shown: Picture | undefined;

  /** `open` is called with the id of a thing that is not in the picture. */
  constructor(open: (id: string) => void) {
    this.open = open;
  }

  get elements(): readonly HTMLElement[] {
    return [this.absent, this.details.element];
  }

  /** The part of the page that the details of the selected node cover; undefined if they are not shown. */
  get covered(): DOMRect | undefined {
    const { element } = this.details;
    return element.hidden ? undefined : element.getBoundingClientRect();
  }

  show(picture: Picture): void {
    const { graph } = picture;
    if (picture.colors !== this.shown?.colors || graph.legend !== this.shown.graph.legend)
      showLegend(this.legend, graph);
    this.details.show(picture);
    if (!sameData(graph.absent, this.shown?.graph.absent ?? [])) showAbsent(this.absent, graph, this.open);
    this.shown = picture;
  }

  select(node: GraphNode | undefined): void {
    this.details.select(node);
  }
}
