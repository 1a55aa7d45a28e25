/** A placeholder of a template: `$NAME`, `${NAME}` or `$(NAME)`. */
const placeholder = /\$(?:[A-Za-z_]\w{0,99}|\{\w{1,100}\}|\(\w{1,100}\))/;
const placeholderHere = new RegExp(placeholder, 'y');

/** The placeholder of a template that starts at an offset. */
export function placeholderAt(text: string, offset: number): string | undefined {
  placeholderHere.lastIndex = offset;
  return placeholderHere.exec(text)?.[0];
}

/** The first placeholder of a template in a value. */
export function placeholderIn(value: string): string | undefined {
  return placeholder.exec(value)?.[0];
}

/** What is wrong with a placeholder, without what must replace it. */
export function placeholderMessage(written: string): string {
  return `\`${written}\` is a placeholder of a template; replace it with`;
}
