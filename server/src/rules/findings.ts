import type { Severity } from '../checks/severity.ts';
import type { Document } from '../document/document.ts';
import { writtenLayers } from '../document/layers.ts';
import type { Net } from '../net/net.ts';
import type { NetState } from '../net/state.ts';
import { Neighbours } from './neighbours.ts';
import { onceFor } from './onceFor.ts';
import { rules } from './registry.ts';
import type { Finding, Rule } from './rule.ts';

/** What a rule found, in the states in which it holds; none for what the text alone says. */
export interface RuleFinding extends Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly states: readonly NetState[];
}

/**
 * Everything that rules, by default all, have to say of a file in the given states; those that are set to `off` are not
 * asked. One that fails says so, and the others go on.
 */
export function ruleFindings(
  document: Document,
  states: readonly NetState[],
  asked: readonly Rule[] = rules,
): RuleFinding[] {
  return asked
    .filter(({ code }) => document.levelOf(code) !== 'off')
    .flatMap((rule) => {
      try {
        return [...ofFile(rule, document), ...ofNets(rule, document, states)];
      } catch (error) {
        return [failed(rule, error)];
      }
    });
}

function failed({ code }: Rule, error: unknown): RuleFinding {
  const message = `The rule \`${code}\` failed on this file, which is a mistake of this tool: ${String(error)}`;
  return {
    code: 'tool/rule-failed',
    severity: 'information',
    message,
    range: { start: 0, end: 1 },
    states: [],
  };
}

function ofFile(rule: Rule, document: Document): RuleFinding[] {
  return [...(rule.file?.(document) ?? [])].map((finding) => ({ ...finding, ...named(rule), states: [] }));
}

function ofNets(rule: Rule, document: Document, states: readonly NetState[]): RuleFinding[] {
  if ((!rule.net && !rule.layer) || document.root !== 'NetParameter') return [];
  const merged = new Map<string, RuleFinding>();
  for (const state of states) {
    const net = document.net(state);
    for (const finding of ofNet(rule, net, document)) {
      const key = `${finding.range.start} ${finding.range.end}`;
      const known = merged.get(key);
      const held = known?.states ?? [];
      if (held.includes(state)) continue;
      merged.set(key, { ...(known ?? finding), ...named(rule), states: [...held, state] });
    }
  }
  return [...merged.values()];
}

function* ofNet(rule: Rule, net: Net, document: Document): Generator<Finding> {
  if (rule.types && !hasOneOf(net, rule.types)) return;
  yield* ofLayers(rule, net, document);
  yield* rule.net?.(net, document) ?? [];
}

const typesOf = onceFor(({ layers }: Net): ReadonlySet<string> => new Set(layers.map(({ type }) => type)));

/** Whether a net has a layer of one of the types. */
function hasOneOf(net: Net, types: readonly string[]): boolean {
  const own = typesOf(net);
  return types.some((type) => own.has(type));
}

/** The layers that people wrote, each with its neighbours. */
const surroundedOf = onceFor((net: Net) =>
  writtenLayers(net).map((layer) => ({ layer, near: new Neighbours(net, layer) })),
);

function* ofLayers(rule: Rule, net: Net, document: Document): Generator<Finding> {
  if (!rule.layer) return;
  for (const { layer, near } of surroundedOf(net)) {
    if (rule.types && !rule.types.includes(layer.type)) continue;
    yield* rule.layer(layer, near, document);
  }
}

function named({ code, severity }: Rule): Pick<RuleFinding, 'code' | 'severity'> {
  return { code, severity };
}
