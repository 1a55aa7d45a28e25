/** Whether a text is a net (it has a layer with a type) or a solver (it has a net and a learning rate). */
export function looksLikeCaffe(text: string): boolean {
  const net = /^\s*layers?\s*:?\s*[{<][^{}]*?\btype\s*:\s*["'A-Z]/m.test(text);
  const solver = /^\s*(train_)?net\s*:\s*["']/m.test(text) && /^\s*base_lr\s*:/m.test(text);
  return net || solver;
}
