import { parseArgs } from 'node:util';

/**
 * Options of a command that reads and writes files: each of them is needed and takes a value.
 * @param named word after the command (`search`), where it has one
 * @returns undefined where something is missing, unknown or help was asked for
 */
export function readPaths<Name extends string>(
  argv: readonly string[],
  names: readonly Name[],
  { named, short = {}, defaults = {} }: Given<Name> = {},
): Record<Name, string> | undefined {
  const options = Object.fromEntries(
    names.map((name) => [
      name,
      {
        type: 'string' as const,
        ...(short[name] === undefined ? {} : { short: short[name] }),
        ...(defaults[name] === undefined ? {} : { default: defaults[name] }),
      },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: named !== undefined,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    });
    const given = values as Readonly<Record<string, unknown>>;
    const complete = names.every((name) => typeof given[name] === 'string' && given[name] !== '');
    if (!complete || given.help === true || (named !== undefined && positionals.join() !== named)) return undefined;
    return Object.fromEntries(names.map((name) => [name, String(given[name])])) as Record<Name, string>;
  } catch {
    return undefined;
  }
}

interface Given<Name extends string> {
  readonly named?: string;
  readonly short?: Partial<Record<Name, string>>;
  readonly defaults?: Partial<Record<Name, string>>;
}
