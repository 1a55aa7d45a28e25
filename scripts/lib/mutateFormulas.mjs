// Mutates an exported function by rewriting the source of its module during loading.
import { readFileSync } from 'node:fs';
import module from 'node:module';
import { fromRoot } from './paths.mjs';

const declaration = /^export function (\w+)\(/gm;

/** Two mutations, by +1 and −1, for each exported function of a module. */
export function formulasOf(file) {
  const names = [...readFileSync(fromRoot(file), 'utf8').matchAll(declaration)].map(([, name]) => name);
  return names.flatMap((formula) => [1, -1].map((by) => ({ file, formula, by })));
}

/** Changes the result of a function by one; for a boolean result, changes the first argument by one. */
export function mutateFormula({ file, formula, by }) {
  module.registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (!url.endsWith(`/${file}`)) return loaded;
      const text = loaded.source
        .toString()
        .replaceAll(declaration, (whole, name) => (name === formula ? `function original(` : whole));
      return { ...loaded, source: `${text}\n${wrapper(formula, by)}` };
    },
  });
}

function wrapper(formula, by) {
  return `export function ${formula}(first, ...others) {
    const result = original(first, ...others);
    return typeof result === 'boolean' ? original(first + ${by}, ...others) : result + ${by};
  }`;
}
