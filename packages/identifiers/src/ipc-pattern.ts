import { type IpcSymbol, parseIpc } from './ipc.ts';

/**
 * Compiles a pattern of a classification table into a test on compact symbols. `G06F11*` = main group 11 with its
 * subgroups, `H04M*` = subclass, `C08*` = class, `H*` = section, without star exactly that symbol (`G06F11` is the main
 * group symbol `G06F11/00`). Compared part by part, never as strings: `H04L1*` does not reach H04L 12.
 * @throws RangeError for a pattern that is no IPC symbol, and for a star behind a subgroup (`G06F9/44*`): subgroups
 * nest by dots in the scheme, not by digits
 */
export function compileIpcPattern(pattern: string): (symbol: string) => boolean {
  const open = pattern.trim().endsWith('*');
  const parsed = parseIpc(open ? pattern.trim().slice(0, -1) : pattern);
  if (!parsed.ok || (open && parsed.subgroup !== undefined)) throw new RangeError(`Not an IPC pattern: "${pattern}"`);
  const wanted: IpcSymbol = parsed;
  return (symbol) => {
    const given = parseIpc(symbol);
    return given.ok && (open ? isWithin(given, wanted) : isSame(given, wanted));
  };
}

/** Whether a symbol falls under a pattern; see {@link compileIpcPattern}. A malformed symbol falls under none. */
export function ipcMatches(symbol: string, pattern: string): boolean {
  let test = compiled.get(pattern);
  if (!test) {
    test = compileIpcPattern(pattern);
    if (compiled.size > 10_000) compiled.clear();
    compiled.set(pattern, test);
  }
  return test(symbol);
}

const compiled = new Map<string, (symbol: string) => boolean>();

function isWithin(given: IpcSymbol, wanted: IpcSymbol): boolean {
  return (
    given.section === wanted.section &&
    (wanted.class === undefined || given.class === wanted.class) &&
    (wanted.subclass === undefined || given.subclass === wanted.subclass) &&
    (wanted.mainGroup === undefined || given.mainGroup === wanted.mainGroup)
  );
}

function isSame(given: IpcSymbol, wanted: IpcSymbol): boolean {
  return isWithin(given, wanted) && isWithin(wanted, given) && subgroupOf(given) === subgroupOf(wanted);
}

function subgroupOf(symbol: IpcSymbol): string | undefined {
  return symbol.mainGroup === undefined ? undefined : (symbol.subgroup ?? '00');
}
