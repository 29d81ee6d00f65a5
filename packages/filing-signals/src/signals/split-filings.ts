import type { Filing, Signal } from '../types.ts';
import { densestWindow } from './dates.ts';
import { round, say } from './sentence.ts';
import type { TextLinks } from './text-links.ts';
import { byDate, datedDays, fieldOf, nameOf, type World } from './world.ts';

const MOST_LINKS = 40;
/** An address shared by more is a registration address or a park, and says nothing by itself. */
const MOST_AT_ONE_ADDRESS = 30;

interface Tie {
  a: string;
  b: string;
  by: 'legal-representative' | 'inventor' | 'text';
  value: string;
}

/**
 * Order 77 article 3 (6): filings of several holders at one address that hang together otherwise too (legal
 * representative, inventor or text), filed one after another. The address alone is no sign: parks and agents share it.
 */
export function findSplitFilings(world: World, links: TextLinks): Signal[] {
  const { fewestHolders, fewestFilings, windowDays, shortestAddress } = world.settings.split;
  const places = new Map<string, string[]>();
  for (const holder of world.byHolder.keys()) {
    const address = plainAddress(world.holders.get(holder)?.address ?? null);
    if (address === null || address.length < shortestAddress) continue;
    const known = places.get(address);
    if (known) known.push(holder);
    else places.set(address, [holder]);
  }
  const usual = places.size === 0 ? 1 : [...places.values()].reduce((sum, one) => sum + one.length, 0) / places.size;
  return [...places].flatMap(([address, holders]) => {
    if (holders.length < fewestHolders || holders.length > MOST_AT_ONE_ADDRESS) return [];
    const ties = tiesBetween(world, links, holders);
    return groupsOf(holders, ties).flatMap((group) => {
      if (group.length < fewestHolders) return [];
      const all = group.flatMap((holder) => world.byHolder.get(holder) ?? []);
      const dated = datedDays([...new Map(all.map((filing) => [filing.id, filing])).values()]);
      const { from, to, count } = densestWindow(
        dated.map(({ day }) => day),
        windowDays,
      );
      const filings = dated.slice(from, to + 1).map(({ filing }) => filing);
      const active = group.filter((holder) => filings.some((filing) => filing.holders.includes(holder)));
      if (count < fewestFilings || active.length < fewestHolders) return [];
      const own = ties.filter(({ a, b }) => active.includes(a) && active.includes(b));
      return [splitFiling(world, { address, holders: active, filings, ties: own, usual, peers: places.size })];
    });
  });
}

/** An address without marks and spaces, up to the house; null when nothing is known. */
function plainAddress(address: string | null): string | null {
  const plain = address?.normalize('NFKC').replace(/[\s,，.。()（）-]/g, '') ?? '';
  return plain === '' ? null : plain;
}

function tiesBetween(world: World, links: TextLinks, holders: string[]): Tie[] {
  const ties: Tie[] = [];
  const filings = (holder: string): Filing[] => world.byHolder.get(holder) ?? [];
  const inventors = new Map(holders.map((one) => [one, new Set(filings(one).flatMap((filing) => filing.inventors))]));
  for (const [at, a] of holders.entries())
    for (const b of holders.slice(at + 1)) {
      const legal = world.holders.get(a)?.legalRep;
      if (legal && legal === world.holders.get(b)?.legalRep)
        ties.push({ a, b, by: 'legal-representative', value: legal });
      const shared = [...inventors.get(a)!].find((name) => inventors.get(b)!.has(name));
      if (shared) ties.push({ a, b, by: 'inventor', value: shared });
      const theirs = new Set(filings(b).map(({ id }) => id));
      const alike = filings(a).find(({ id }) => links.of(id).some((near) => near.score >= 0.5 && theirs.has(near.id)));
      if (alike) ties.push({ a, b, by: 'text', value: alike.title });
    }
  return ties;
}

function groupsOf(holders: string[], ties: Tie[]): string[][] {
  const root = new Map(holders.map((one) => [one, one]));
  for (const { a, b } of ties) {
    const [from, to] = [root.get(b)!, root.get(a)!];
    if (from !== to) for (const [one, own] of root) if (own === from) root.set(one, to);
  }
  return [...Map.groupBy(holders, (one) => root.get(one)!).values()];
}

interface Split {
  address: string;
  holders: string[];
  filings: Filing[];
  ties: Tie[];
  usual: number;
  peers: number;
}

function splitFiling(world: World, it: Split): Signal {
  const kinds = new Set(it.ties.map(({ by }) => by)).size;
  const fields = new Set(it.filings.flatMap((filing) => fieldOf(filing) ?? [])).size;
  const narrow = fields > 0 && fields <= Math.ceil(it.filings.length / 3) ? 0.1 : 0;
  const first = it.filings.toSorted(byDate)[0]!;
  return {
    kind: 'split-filing',
    category: 6,
    subject: { type: 'group', id: it.holders.toSorted().join('+') },
    key: `split-filing:${it.address}`,
    strength: round(Math.min(1, 0.4 + 0.15 * kinds + 0.04 * it.holders.length + narrow), 3),
    figure: it.holders.length,
    baseline: {
      expected: round(it.usual),
      low: it.holders.length,
      high: it.holders.length,
      peers: it.peers,
      note: {
        zh: `有申请的地址平均对应 ${round(it.usual, 1)} 个申请人，此处有 ${it.holders.length} 个相互关联`,
        en: `An address with filings has ${round(it.usual, 1)} holders on average; here ${it.holders.length} are tied to one another`,
      },
    },
    filings: it.filings.map(({ id }) => id),
    evidence: {
      sort: 'links',
      links: [
        ...it.holders.slice(1).map((b) => ({ a: it.holders[0]!, b, by: 'address', value: it.address })),
        ...it.ties,
      ].slice(0, MOST_LINKS),
    },
    ...say(
      '{names}等 {holders} 个申请人同处“{address}”，且法定代表人、发明人或文本相互关联，自 {from} 起先后提交 {count} 件申请。',
      '{holders} holders at “{address}” ({names} …), tied by legal representative, inventor or text, filed {count} applications one after another from {from}.',
      {
        names: it.holders
          .slice(0, 3)
          .map((holder) => nameOf(world, holder))
          .join('、'),
        holders: it.holders.length,
        address: it.address,
        count: it.filings.length,
        from: first.filedOn ?? '',
      },
    ),
  };
}
