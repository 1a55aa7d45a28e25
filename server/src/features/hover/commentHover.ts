import type { Document } from '../../document/document.ts';
import { directiveDocs } from '../directiveDocs.ts';
import { forkInfos } from '../forkInfos.ts';
import { code, documentation, type Markdown, md, paragraphs } from '../markdown.ts';
import type { Hover } from '../types.ts';

const directive = /^[ \t]*#[ \t]*(([a-z-]+):[ \t]*(.*?))[ \t]*$/du;

/** The hover of a comment that configures the tool: what it is for, and the forks that it names. */
export function commentHover({ text }: Document, offset: number): Hover | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const [line = ''] = /^[^\r\n]*/u.exec(text.slice(start)) ?? [];
  const found = directive.exec(line);
  const [, , name = '', value = ''] = found ?? [];
  const doc = directiveDocs.get(name);
  const [from, to] = found?.indices?.[1] ?? [0, 0];
  if (doc === undefined || offset < start + from || offset > start + to) return undefined;
  const forks = name === 'caffe-dialect' ? forksIn(value) : [];
  return {
    range: { start: start + from, end: start + to },
    markdown: paragraphs(documentation(doc), ...forks),
  };
}

function forksIn(dialect: string): Markdown[] {
  const names = dialect.split('+').map((name) => name.trim().toLowerCase());
  return forkInfos()
    .filter(({ name }) => names.includes(name))
    .map(({ name, repository, about }) => md`${code(name)}: ${repository}, ${about}`);
}
