import { MatchInputError } from './match/read-table.ts';

/**
 * A command that reads files and writes one, without a database. Exit status 0 = written, 1 = bad input (a Chinese sentence
 * on stderr), 2 = wrong arguments.
 */
export async function runOnFiles<Paths>(
  argv: readonly string[],
  usage: string,
  { read, run }: { read: (argv: string[]) => Paths | undefined; run: (paths: Paths) => Promise<void> },
): Promise<number> {
  const paths = read([...argv]);
  if (paths === undefined) {
    process.stderr.write(`${usage}\n`);
    return argv.includes('--help') || argv.includes('-h') ? 0 : 2;
  }
  try {
    await run(paths);
    return 0;
  } catch (error) {
    if (!(error instanceof MatchInputError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
