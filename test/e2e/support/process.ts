import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a program, or kills it after a timeout; throws with its output if it fails. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly timeout: number },
): Promise<string> {
  const child = spawn(program, args, { cwd: options.cwd, timeout: options.timeout, killSignal: 'SIGKILL' });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} exited with ${code}\n${output.slice(-2000)}`);
  return output;
}

/** Ends a process group; the process must have been spawned detached. */
export async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const closed = once(child, 'exit');
  const force = setTimeout(() => signal(child, 'SIGKILL'), 3000);
  signal(child, 'SIGTERM');
  await closed;
  clearTimeout(force);
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch {
    // It has already exited.
  }
}
