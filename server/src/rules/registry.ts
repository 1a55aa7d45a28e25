import { convBiasBeforeBatchNorm } from './convBiasBeforeBatchNorm.ts';
import type { Rule } from './rule.ts';

/** All rules: the table of contents. */
export const rules: readonly Rule[] = [convBiasBeforeBatchNorm];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

/** The rule of a code. */
export function findRule(code: string): Rule | undefined {
  return byCode.get(code);
}
