import { type NewField, printField } from '../../../edit/newField.ts';
import { isRegistered } from '../../../layers/registry.ts';
import { isSameState, type NetState } from '../../../net/states/state.ts';
import { bvlc, hasCurrentSyntax } from '../../../schema/dialect.ts';
import { documentation } from '../../markdown.ts';
import type { CompletionItem } from '../../types.ts';
import type { Above } from '../above.ts';
import { type Blob, blobsAbove } from '../blobs.ts';
import type { FieldCursor } from '../cursor.ts';
import { filterText } from '../filter.ts';
import { usualOrder } from '../order.ts';
import { convolutions } from './convolutions.ts';
import { detectors } from './detection.ts';
import { ends } from './ends.ts';
import { wholeNets } from './files.ts';
import { inceptions } from './inception.ts';
import { residuals } from './residual.ts';
import { solvers } from './solvers.ts';
import type { Place, Template } from './template.ts';

const ofNets: readonly Template[] = [...convolutions, ...residuals, ...inceptions, ...ends, ...detectors];

/** Templates to insert on an empty line at the top level of a net or a solver, as snippets. */
export function completeTemplate(
  above: Above,
  cursor: FieldCursor,
  offset: number,
  state: NetState,
): CompletionItem[] {
  const messages = new Set(cursor.messages.map(({ name }) => name));
  const present = new Set(cursor.present.map(({ name }) => name.text));
  const place: Place = {
    ...above,
    blobs: commonBlobs(above, offset, state),
    present,
  };
  const isCurrent = hasCurrentSyntax(above.document.dialect) && !present.has('layers');
  const isNet = messages.has('NetParameter') && isCurrent;
  const whole = [...(isNet ? wholeNets : []), ...(messages.has('SolverParameter') ? solvers : [])];
  return [
    // In an empty file, before all fields but the first.
    ...toItems(whole, place, cursor, present.size === 0 ? '1005' : '14'),
    ...toItems(isNet ? ofNets : [], place, cursor, '16'),
  ];
}

/** The blobs above in a state, without those that are missing in another state in which the net is built. */
function commonBlobs({ document, blobs }: Above, offset: number, state: NetState): readonly Blob[] {
  const others = document
    .states()
    .states.filter((other) => !isSameState(other, state))
    .map((other) => new Set(blobsAbove(document, offset, other).map(({ name }) => name)));
  return blobs.filter(({ name }) => others.every((names) => names.has(name)));
}

/** Whether the dialect has those layer types that BVLC has. Others belong to a fork that the template is for. */
function isKnown(fields: readonly NewField[], { document: { dialect } }: Place): boolean {
  return fields.every(({ name, value }) => {
    if (name !== 'layer' || typeof value === 'string') return true;
    const type = value.find((field) => field.name === 'type')?.value;
    if (typeof type !== 'string') return true;
    const plain = type.slice(1, -1);
    return dialect.open || isRegistered(plain, dialect) || !isRegistered(plain, bvlc);
  });
}

function toItems(
  templates: readonly Template[],
  place: Place,
  cursor: FieldCursor,
  rank: string,
): CompletionItem[] {
  const names = cursor.messages.flatMap(({ fields }) => [...fields.keys()]);
  return templates.flatMap((template, index) => {
    const filter = filterText(template.label, cursor.begun, names);
    const fields = filter === undefined ? undefined : template.fields(place);
    if (filter === undefined || !fields || fields.length === 0 || !isKnown(fields, place)) return [];
    const lines = fields.map((field) => printField(field, { unit: '\t', eol: '\n' }, ''));
    return {
      label: template.label,
      kind: 'template' as const,
      detail: template.detail,
      documentation: () => documentation(template.doc),
      range: cursor.range,
      filter,
      snippet: `${lines.join('\n')}\n$0`,
      order: `${usualOrder()} ${rank} ${String(index).padStart(4, '0')}`,
      deprecated: false,
    };
  });
}
