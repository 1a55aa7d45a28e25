import type { Severity } from '../checks/severity.ts';
import type { Document } from '../document/document.ts';
import { type RelatedRange, relatedRanges } from '../document/related.ts';
import type { Memo } from '../memo/memo.ts';
import type { Steps } from '../memo/steps.ts';
import { layersOf } from '../net/layersOf.ts';
import { type NetState, stateKey } from '../net/states/state.ts';
import type { Range } from '../text/range.ts';
import { checkBlocks, findInBlocks } from './blockFindings.ts';
import { checkLayers, findInLayers } from './layerFindings.ts';
import { rules } from './registry.ts';
import type { Finding, Rule } from './rule.ts';

/** A finding with the states in which it occurs; none if it depends on the text alone. */
export interface RuleFinding extends Omit<Finding, 'location' | 'related'> {
  /** In the file, as are the ranges of `related`. */
  readonly range: Range;
  readonly related?: readonly RelatedRange[] | undefined;
  readonly code: string;
  readonly severity: Severity;
  readonly states: readonly NetState[];
}

/**
 * All findings of the rules, by default of all rules, for a file in the given states. Rules set to `off` do not run. A rule
 * that throws is reported as `tool/rule-failed`, and the other rules still run.
 */
export function ruleFindings(
  document: Document,
  states: readonly NetState[],
  asked: readonly Rule[] = rules,
): RuleFinding[] {
  const active = asked.filter(({ code }) => document.levelOf(code) !== 'off');
  const found = new Map(active.map((rule) => [rule, new Findings(rule, document)]));
  findInBlocks(document, asked, (rule, look) => found.get(rule)?.add(look, undefined));
  for (const [rule, findings] of found) findings.add(() => rule.file?.(document) ?? [], undefined);
  if (document.root === 'NetParameter') {
    for (const state of states) lookAtNet(document, state, asked, found);
  }
  return [...found.values()].flatMap((findings) => findings.all());
}

/** Determines in steps which rules find something in each block and layer, when all rules run. */
export function* prepareFindings(document: Document): Steps<void> {
  yield* checkBlocks(document, rules);
  if (document.root !== 'NetParameter') return;
  for (const state of document.states().states)
    yield* checkLayers(document.net(state), document, rules, memoOf(document, rules, state));
}

function memoOf(document: Document, asked: readonly Rule[], state: NetState): Memo {
  return document.memoOf(document.dialect).part(asked).part(stateKey(state));
}

function lookAtNet(
  document: Document,
  state: NetState,
  asked: readonly Rule[],
  found: ReadonlyMap<Rule, Findings>,
): void {
  const net = document.net(state);
  const memo = memoOf(document, asked, state);
  findInLayers(net, document, asked, memo, (rule, look) => found.get(rule)?.add(look, state));
  for (const [rule, findings] of found) {
    if (rule.net && (!rule.types || layersOf(net, rule.types).length > 0))
      findings.add(() => rule.net?.(net, document) ?? [], state);
  }
}

/** The findings of one rule in a file. */
class Findings {
  private readonly rule: Rule;
  private readonly document: Document;
  private readonly ofFile: RuleFinding[] = [];
  /** Findings that depend on the state, by range. */
  private readonly ofStates = new Map<string, RuleFinding>();
  private failure: RuleFinding | undefined;

  constructor(rule: Rule, document: Document) {
    this.rule = rule;
    this.document = document;
  }

  /** Runs the rule, unless it failed before: on the file, or on the net of a state. */
  add(look: () => Iterable<Finding>, state: NetState | undefined): void {
    if (this.failure) return;
    try {
      for (const finding of look()) this.take(finding, state);
    } catch (error) {
      this.failure = failed(this.rule, error);
    }
  }

  all(): readonly RuleFinding[] {
    return this.failure ? [this.failure] : [...this.ofFile, ...this.ofStates.values()];
  }

  private take({ location, related, ...finding }: Finding, state: NetState | undefined): void {
    const { document } = this;
    const { code, severity } = this.rule;
    const range = document.rangeOf(location);
    const found = { ...finding, range, related: relatedRanges(document, related), code, severity };
    if (!state) {
      this.ofFile.push({ ...found, states: [] });
      return;
    }
    const key = `${range.start} ${range.end}`;
    const known = this.ofStates.get(key);
    const held = known?.states ?? [];
    if (!held.includes(state)) this.ofStates.set(key, { ...(known ?? found), states: [...held, state] });
  }
}

function failed({ code }: Rule, error: unknown): RuleFinding {
  const message = `The rule \`${code}\` failed on this file. This is a bug in this tool: ${String(error)}`;
  return {
    code: 'tool/rule-failed',
    severity: 'information',
    message,
    range: { start: 0, end: 1 },
    states: [],
  };
}
