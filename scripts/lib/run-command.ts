import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Ran {
  readonly code: number;
  readonly output: string;
}

/**
 * Runs a program of node_modules/.bin, or any other, in the repository's root.
 * @param options.live passes the output on as it comes instead of keeping it
 */
export function runCommand(
  command: readonly string[],
  options: { live?: boolean; env?: Record<string, string | undefined> } = {},
): Promise<Ran> {
  const [program = '', ...args] = command;
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', options.live ? 'inherit' : 'pipe', options.live ? 'inherit' : 'pipe'],
    });
    const chunks: Buffer[] = [];
    const stop = (signal: NodeJS.Signals) => () => void child.kill(signal);
    const onInt = stop('SIGINT');
    const onTerm = stop('SIGTERM');
    process.once('SIGINT', onInt);
    process.once('SIGTERM', onTerm);
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    const end = (code: number, output: string) => {
      process.removeListener('SIGINT', onInt);
      process.removeListener('SIGTERM', onTerm);
      done({ code, output });
    };
    child.once('error', (error) => end(127, `${program}: ${error.message}`));
    child.once('close', (code) => end(code ?? 1, Buffer.concat(chunks).toString('utf8')));
  });
}
