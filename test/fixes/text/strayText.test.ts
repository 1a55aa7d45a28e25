import { checkFixes } from '../../support/fixTable.ts';

const input = `layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 4 dim: 8 dim: 8 } } }
`;

checkFixes([
  {
    shows: 'a C comment',
    bad: `⟦/⟧* the input */
${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
    code: 'text/expected-identifier',
    title: 'Convert to a `#` comment',
    fixed: `# the input
${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'a byte order mark',
    bad: `⟦\ufeff⟧${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
    code: 'text/expected-identifier',
    title: 'Remove the byte order mark',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'typographic quotes',
    bad: `${input}layer { name: ⟦\u201c⟧y\u201d type: "ReLU" bottom: "x" top: "y" }
`,
    code: 'text/expected-identifier',
    title: 'Replace with straight quotes',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'a non-breaking space',
    bad: `${input}layer { name: "y"⟦\u00a0⟧type: "ReLU" bottom: "x" top: "y" }
`,
    code: 'text/expected-identifier',
    title: 'Replace with an ordinary space',
    fixed: `${input}layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'a surplus comma',
    bad: `${input}layer { name: "y",⟦,⟧ type: "ReLU" bottom: "x" top: "y" }
`,
    code: 'text/expected-identifier',
    title: 'Remove the `,`',
    fixed: `${input}layer { name: "y", type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'an SQL comment',
    bad: `⟦-⟧- second stage
${input}`,
    code: 'text/expected-identifier',
    fixed: `# second stage
${input}`,
  },
  {
    shows: 'an HTML comment',
    bad: `⟦<⟧!-- second stage -->
${input}`,
    code: 'text/expected-identifier',
    fixed: `# second stage
${input}`,
  },
  {
    shows: 'words alone on a line',
    bad: `${input}⟦second⟧ stage
${input.replaceAll('"x"', '"z"')}`,
    code: 'text/expected-colon',
    title: 'Comment out the line',
    fixed: `${input}# second stage
${input.replaceAll('"x"', '"z"')}`,
  },
  {
    shows: 'a merge conflict marker',
    bad: `⟦<⟧<<<<<< HEAD
${input}`,
    code: 'text/expected-identifier',
    title: 'Remove the merge conflict marker',
    fixed: input,
  },
  {
    shows: 'a note without `#`',
    bad: `${input}⟦-⟧- second stage
layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
    code: 'text/expected-identifier',
    title: 'Comment out the line',
    fixed: `${input}# -- second stage
layer { name: "y" type: "ReLU" bottom: "x" top: "y" }
`,
  },
  {
    shows: 'quoted field names',
    bad: `⟦"layer"⟧ { "name": "x" "type": "Input" "top": "x" "input_param": { "shape": { "dim": 2 } } }
`,
    code: 'text/expected-identifier',
    title: 'Remove the quotes around field names',
    fixed: `layer { name: "x" type: "Input" top: "x" input_param: { shape: { dim: 2 } } }
`,
  },
]);
