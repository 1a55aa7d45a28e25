import { findCheck } from '../../checks/catalogue.ts';
import type { Severity } from '../../checks/severity.ts';
import { fixersOf } from '../../fixes/registry.ts';
import { findRule } from '../registry.ts';
import { findNotice } from './notices.ts';

/** The documentation of a code. */
export interface Page {
  readonly code: string;
  readonly severity: Severity;
  /** What it detects, in a sentence. */
  readonly what: string;
  /** Markdown. */
  readonly why?: string | undefined;
  /** What Caffe prints; empty if it prints nothing. */
  readonly phrase?: string | undefined;
  /** Whole files with and without the problem. */
  readonly example?: string | undefined;
  readonly fixed?: string | undefined;
  /** How to fix it, in a sentence. */
  readonly fix?: string | undefined;
  /** What each quick fix does, in a sentence. */
  readonly quickFixes?: readonly string[] | undefined;
}

/** The page of a code; undefined if no diagnostic has the code. */
export function findPage(code: string): Page | undefined {
  return rulePage(code) ?? checkPage(code) ?? notePage(code);
}

/** A page as Markdown, without a title. */
export function pageMarkdown({ severity, what, why, phrase, example, fix, fixed, quickFixes }: Page): string {
  const parts = [
    `Severity: ${severity}.`,
    what,
    phrase && `Caffe stops with \`${phrase.trim()}\`.`,
    why,
    example && `**Example**\n\n${fenced(example)}`,
    fix && `**How to fix:** ${fix}`,
    fixed && fixed !== example && fenced(fixed),
    quickFixes?.length && `**Quick fixes**\n\n${quickFixes.map((fix) => `- ${fix}`).join('\n')}`,
  ];
  return parts.filter(Boolean).join('\n\n');
}

function fenced(text: string): string {
  return `\`\`\`prototxt\n${text.trimEnd()}\n\`\`\``;
}

function rulePage(code: string): Page | undefined {
  const rule = findRule(code);
  if (!rule) return undefined;
  const { what, why, example, fixed, fix } = rule.doc;
  return { code, severity: rule.severity, what, why, example, fix, fixed };
}

function checkPage(code: string): Page | undefined {
  const { meaning, phrase } = findCheck(code) ?? {};
  if (meaning === undefined) return undefined;
  return { code, severity: 'error', what: meaning, phrase, quickFixes: fixersOf(code).map(({ doc }) => doc) };
}

function notePage(code: string): Page | undefined {
  const note = findNotice(code);
  return note && { code, ...note };
}
