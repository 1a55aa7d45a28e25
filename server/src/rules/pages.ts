import { findCheck } from '../checks/catalogue.ts';
import { meaningOf } from '../checks/meanings.ts';
import type { Severity } from '../checks/severity.ts';
import { fixersOf } from '../fixes/registry.ts';
import { findNote } from './notes.ts';
import { findRule } from './registry.ts';

/** What there is to say of a code. */
export interface Page {
  readonly code: string;
  readonly severity: Severity;
  /** What it complains about, in a sentence. */
  readonly what: string;
  /** Markdown. */
  readonly why?: string | undefined;
  /** What Caffe prints; empty where it says nothing. */
  readonly phrase?: string | undefined;
  /** Whole nets that show it, and without it. */
  readonly example?: string | undefined;
  readonly fixed?: string | undefined;
  /** Ways to mend it, a sentence each. */
  readonly fixes: readonly string[];
}

/** The page of a code; undefined where no diagnostic has it. */
export function findPage(code: string): Page | undefined {
  return rulePage(code) ?? checkPage(code) ?? notePage(code);
}

/** A page as Markdown, without a title of its own. */
export function pageMarkdown({ what, why, phrase, example, fixed, fixes }: Page): string {
  const [only = ''] = fixes;
  const parts = [
    what,
    phrase && `Caffe stops with \`${phrase.trim()}\``,
    why,
    example && `Example:\n\n${fenced(example)}`,
    fixes.length > 1 ? `To mend it:\n\n${fixes.map((fix) => `- ${fix}`).join('\n')}` : only,
    fixed && fixed !== example && fenced(fixed),
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
  return { code, severity: rule.severity, what, why, example, fixed, fixes: [fix] };
}

function checkPage(code: string): Page | undefined {
  const what = meaningOf(code);
  if (what === undefined) return undefined;
  const phrase = findCheck(code)?.phrase;
  return { code, severity: 'error', what, phrase, fixes: fixersOf(code).map(({ doc }) => doc) };
}

function notePage(code: string): Page | undefined {
  const note = findNote(code);
  return note && { code, ...note, fixes: [] };
}
