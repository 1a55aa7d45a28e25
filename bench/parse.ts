// Prints how long a cold parse of a whole net takes and how long the parse after one keystroke does; asserts nothing.
import { checkSchema } from '../server/src/schema/check.ts';
import { ssd } from '../server/src/schema/dialect.ts';
import { parse } from '../server/src/syntax/parse.ts';

function netOf(layers: number): string {
  const written = Array.from({ length: layers }, (_, index) => layerText(index));
  return `name: "generated"\n${written.join('')}`;
}

function layerText(index: number): string {
  return `layer {
  name: "conv${index}"
  type: "Convolution"
  bottom: "conv${index - 1}"
  top: "conv${index}"
  param { lr_mult: 1 decay_mult: 1 }
  convolution_param {
    num_output: 64
    kernel_size: 3
    pad: 1
    weight_filler { type: "msra" }
  }
}
`;
}

function median(runs: number, run: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[Math.floor(runs / 2)] ?? 0;
}

function measure(title: string, text: string): void {
  const tree = parse(text);
  const middle = text.indexOf('64', text.length >> 1);
  const edited = `${text.slice(0, middle)}128${text.slice(middle + 2)}`;
  const brace = text.indexOf('}', middle);
  const unclosed = text.slice(0, brace) + text.slice(brace + 1);
  const cold = median(9, () => parse(text));
  const warm = median(21, () => parse(edited, tree));
  const broken = median(9, () => parse(unclosed, tree));
  const checked = median(9, () => checkSchema(tree, ssd.schema, 'NetParameter'));
  const checkedBroken = median(5, () => checkSchema(parse(unclosed, tree), ssd.schema, 'NetParameter'));
  console.log(
    `${title}: ${text.length >> 10} KB, cold ${ms(cold)}, keystroke ${ms(warm)} (${(cold / warm).toFixed(0)} times faster),` +
      ` keystroke that unbalances ${ms(broken)}, check ${ms(checked)}, check while unbalanced ${ms(checkedBroken)}`,
  );
}

function ms(time: number): string {
  return `${time.toFixed(1)} ms`;
}

const start = performance.now();
parse('layer { name: "first" }');
console.log(`first parse of the process, parser construction included: ${ms(performance.now() - start)}`);
measure('670 layers', netOf(670));
measure('5,000 layers', netOf(5000));
const values = Array.from({ length: 100_000 }, (_, index) => `data: 0.${index}`).join('\n');
measure('one layer of 100,000 values', `layer { name: "a" blobs { ${values} num: 64 } }`);
const list = Array.from({ length: 100_000 }, (_, index) => `0.${index}`).join(', ');
measure('one list of 100,000 values', `layer { name: "a" blobs { data: [${list}] num: 64 } }`);
