// Breaks a function that a module exports, by rewriting the module's text while it is loaded.
import { readFileSync } from 'node:fs';
import module from 'node:module';
import { fromRoot } from './paths.mjs';

const declaration = /^export function (\w+)\(/gm;

/** Every exported function of a module, to be broken by one in both directions. */
export function formulasOf(file) {
  const names = [...readFileSync(fromRoot(file), 'utf8').matchAll(declaration)].map(([, name]) => name);
  return names.flatMap((formula) => [1, -1].map((by) => ({ file, formula, by })));
}

/** Makes the function return one more or less, or if it says yes or no, see a first argument of one more or less. */
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
