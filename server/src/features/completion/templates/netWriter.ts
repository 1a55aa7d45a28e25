import { type NewField, newField, quoted } from '../../../edit/newField.ts';
import { inSnippet } from '../snippet.ts';

/** A layer of a template; its tops are its name by default. */
export interface NewLayer {
  readonly name: string;
  readonly type: string;
  readonly bottoms?: readonly string[];
  readonly tops?: readonly string[];
  readonly params?: readonly NewField[];
}

/**
 * Writes the layers of a template as a snippet. The first stop of the cursor is the common part of the names, which
 * changes in all of them.
 */
export class NetWriter {
  readonly fields: NewField[] = [];
  private readonly own = new Set<string>();
  private readonly stops = new Map<string, number>();
  private readonly stem: string;
  private count: number;

  /** `stem` is the common part of the names of the new layers; empty if they have none. */
  constructor(stem = '') {
    this.stem = inSnippet(quoted(stem).slice(1, -1));
    this.count = stem === '' ? 0 : 1;
  }

  /** Adds a layer; returns its first top. */
  layer({ name, type, bottoms = [], tops = [name], params = [] }: NewLayer): string {
    for (const each of [name, ...tops]) if (!bottoms.includes(each)) this.own.add(each);
    const fields = [
      newField('name', this.nameText(name)),
      newField('type', quoted(type)),
      ...bottoms.map((each) => newField('bottom', this.nameText(each))),
      ...tops.map((each) => newField('top', this.nameText(each))),
      ...params,
    ];
    this.fields.push(newField('layer', fields));
    return tops[0] ?? name;
  }

  /** A value at which the cursor stops. Values with the same key change together. */
  stop(value: string | number, key?: string): string {
    const number = (key === undefined ? undefined : this.stops.get(key)) ?? ++this.count;
    if (key !== undefined) this.stops.set(key, number);
    return `\${${number}:${inSnippet(String(value))}}`;
  }

  /** A string at whose content the cursor stops. */
  stopInQuotes(value: string, key?: string): string {
    return `"${this.stop(quoted(value).slice(1, -1), key)}"`;
  }

  private nameText(name: string): string {
    const text = inSnippet(quoted(name));
    const at = this.stem !== '' && this.own.has(name) ? text.indexOf(this.stem) : -1;
    if (at < 0) return text;
    return `${text.slice(0, at)}\${1:${this.stem}}${text.slice(at + this.stem.length)}`;
  }
}
