import { failure, type IdentifierResult } from './result.ts';
import { toHalfWidth } from './text.ts';

/** Parts of an IPC symbol; parts below the given level are undefined. `subgroup` keeps its digits: `00`, `2458`. */
export type IpcSymbol = {
  section: string;
  class?: string;
  subclass?: string;
  mainGroup?: number;
  subgroup?: string;
};

export type IpcDetails = IpcSymbol & {
  level: 'section' | 'class' | 'subclass' | 'main-group' | 'subgroup';
  /** Version such as `2006.01`, and whether it is invention (I) or additional (N) information, where printed. */
  version?: string;
  aspect?: 'I' | 'N';
};

const SYMBOL = /^([A-H])(?:(\d{2})(?:([A-Z])(?:[-\s]*0*([1-9]\d{0,3})(?:\s*\/\s*(\d{2,6}))?)?)?)?$/;
const ST8 = /^([A-H]\d{2}[A-Z])(\d{4})(\d{6})$/;

/**
 * Parses one IPC symbol: `G06F 17/30(2006.01)I`, `H01B11/22`, `G06F-017/30`, `G06F0017300000`, `Int.Cl.7 G06F 17/30`,
 * and shortened ones (`G06F`, `G06`, `G`). `value` is compact (`G06F17/30`); {@link formatIpc} gives `G06F 17/30`.
 */
export function parseIpc(input: string): IdentifierResult<IpcDetails> {
  const text = toHalfWidth(input)
    .toUpperCase()
    .trim()
    .replace(/^(?:INT\.?\s*CL\.?\s*\d?|IPC)\s*[:：]?\s*(?=[A-H]\d)/, '');
  if (text === '') return failure('', 'empty');
  const [, symbol, version, aspect] = /^([^(]*?)\s*(?:\((\d{4}\.\d{2})\)\s*([IN])?)?$/.exec(text) ?? [];
  const bare = (symbol ?? text).replace(/^([A-H]\d{2}[A-Z])\s+/, '$1');
  const match = SYMBOL.exec(expandSt8(bare));
  if (!match) return failure(text, 'format');
  const parts = symbolOf(match);
  const details: IpcDetails = { ...parts, level: levelOf(parts) };
  if (version) details.version = version;
  if (aspect) details.aspect = aspect as 'I' | 'N';
  return { ok: true, value: compactIpc(parts), ...details };
}

/** ST.8 writes main group and subgroup in fixed width: `G06F0017300000`. */
function expandSt8(symbol: string): string {
  const match = ST8.exec(symbol);
  if (!match) return symbol;
  const subgroup = match[3]!.replace(/0+$/, '').padEnd(2, '0');
  return `${match[1]}${Number(match[2])}/${subgroup}`;
}

function symbolOf(match: RegExpExecArray): IpcSymbol {
  const parts: IpcSymbol = { section: match[1]! };
  if (match[2]) parts.class = match[2];
  if (match[3]) parts.subclass = match[3];
  if (match[4]) parts.mainGroup = Number(match[4]);
  if (match[5]) parts.subgroup = match[5];
  return parts;
}

function levelOf(parts: IpcSymbol): IpcDetails['level'] {
  if (parts.mainGroup !== undefined)
    return parts.subgroup === undefined || parts.subgroup === '00' ? 'main-group' : 'subgroup';
  return parts.subclass ? 'subclass' : parts.class ? 'class' : 'section';
}

function compactIpc(parts: IpcSymbol): string {
  const group = parts.mainGroup === undefined ? '' : `${parts.mainGroup}${parts.subgroup ? `/${parts.subgroup}` : ''}`;
  return `${parts.section}${parts.class ?? ''}${parts.subclass ?? ''}${group}`;
}

/** As printed: `G06F 17/30`. */
export function formatIpc(parts: IpcSymbol): string {
  const compact = compactIpc(parts);
  return parts.mainGroup === undefined ? compact : `${compact.slice(0, 4)} ${compact.slice(4)}`;
}

/**
 * Parses a cell with several symbols, separated by ; , | 、 line breaks or only blanks. Keeps the order, drops repeats;
 * what is no symbol is returned as it stood.
 */
export function parseIpcList(input: string): { symbols: string[]; refused: string[] } {
  const symbols = new Set<string>();
  const refused: string[] = [];
  for (const part of toHalfWidth(input).split(/[;,|、\n\r\t]+/)) {
    if (part.trim() === '') continue;
    const whole = parseIpc(part);
    const pieces = whole.ok ? [part] : part.trim().split(/\s+(?=[A-Ha-h]\d{2}[A-Za-z])/);
    for (const piece of pieces) {
      const result = parseIpc(piece);
      if (result.ok) symbols.add(result.value);
      else refused.push(piece.trim());
    }
  }
  return { symbols: [...symbols], refused };
}
