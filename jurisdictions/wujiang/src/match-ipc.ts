import { type ChainLink, type IpcPattern, industryChains } from './industries.ts';

export type LinkHit = { chainCode: string; linkCode: string; pattern: string; uncertain: boolean };

type Symbol4 = { subclass: string; group: string; subgroup: string };

function split(symbol: string): Symbol4 {
  const [group = '', subgroup = ''] = symbol.slice(4).split('/');
  return { subclass: symbol.slice(0, 4), group, subgroup };
}

/** Subgroups compare as decimal fractions: 7/17 < 7/282 < 7/295. */
function fraction(subgroup: string): number {
  return Number(`0.${subgroup || '0'}`);
}

function matches(symbol: Symbol4, pattern: IpcPattern): boolean {
  const from = split(pattern.symbol);
  if (symbol.subclass !== from.subclass) return false;
  if (from.group === '') return true;
  if (pattern.through !== undefined) {
    const to = split(pattern.through);
    if (from.group !== to.group) {
      const group = Number(symbol.group);
      return group >= Number(from.group) && group <= Number(to.group);
    }
    const at = fraction(symbol.subgroup);
    return (
      symbol.group === from.group &&
      at >= fraction(from.subgroup) &&
      (at <= fraction(to.subgroup) || symbol.subgroup.startsWith(to.subgroup))
    );
  }
  if (symbol.group !== from.group) return false;
  return from.subgroup === '00' || symbol.subgroup.startsWith(from.subgroup);
}

const byLink: { chainCode: string; link: ChainLink }[] = industryChains.flatMap((chain) =>
  chain.links.map((link) => ({ chainCode: chain.code, link })),
);

/**
 * The chain links an IPC symbol falls under, each with the pattern that caught it. A symbol may hit several links.
 * @param ipc e.g. `H01B 7/14`, `H01B7/14`, `H01B7/14(2006.01)I`; a text that is no symbol gives an empty list.
 */
export function listChainLinks(ipc: string): LinkHit[] {
  const clean = /^([A-H]\d{2}[A-Z])\s*(?:(\d{1,4})\/(\d{2,6}))?/.exec(ipc.trim().toUpperCase());
  if (!clean) return [];
  const symbol: Symbol4 = { subclass: clean[1] ?? '', group: clean[2] ?? '', subgroup: clean[3] ?? '' };
  return byLink.flatMap(({ chainCode, link }) => {
    const pattern = link.ipc.find((one) => matches(symbol, one));
    return pattern ? [{ chainCode, linkCode: link.code, pattern: pattern.symbol, uncertain: pattern.uncertain }] : [];
  });
}
