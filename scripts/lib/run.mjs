import { spawn } from 'node:child_process';
import { fromRoot } from './paths.mjs';

/** Runs a program in the root of the project with inherited output; resolves to its exit code. */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: fromRoot('.'), stdio: 'inherit', ...options });
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Like `run`, but also returns the standard output of the program. */
export async function runAndRead(program, args, options = {}) {
  const chunks = [];
  const code = await new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: fromRoot('.'),
      stdio: ['ignore', 'pipe', 'inherit'],
      ...options,
    });
    child.stdout.on('data', (chunk) => {
      chunks.push(chunk);
      process.stdout.write(chunk);
    });
    child.on('error', () => resolve(127));
    child.on('close', (closed) => resolve(closed ?? 1));
  });
  return { code, output: Buffer.concat(chunks).toString('utf8') };
}

/** Runs a program; exits with its code if it fails. */
export async function mustRun(program, args, options) {
  const code = await run(program, args, options);
  if (code !== 0) {
    console.error(`failed: ${program} ${args.join(' ')}`);
    process.exit(code);
  }
}
