/** The text of a snippet if the user accepts the values at all of its stops. */
export function expandSnippet(snippet: string): string {
  return snippet.replaceAll(
    /\$\{\d+:(?<value>(?:\\.|[^\\}])*)\}|\$\d+|\\(?<escaped>.)/gu,
    (...[, , , , , groups]: readonly unknown[]) => filled(groups),
  );
}

function filled(groups: unknown): string {
  const { value, escaped = '' } = groups as Readonly<Record<'value' | 'escaped', string | undefined>>;
  return value === undefined ? escaped : value.replaceAll(/\\(.)/gu, '$1');
}
