import type { Filing, Signal } from '../types.ts';
import { percent, round, say, strengthOf } from './sentence.ts';
import { countPrior, shrinkCount } from './shrink.ts';
import type { World } from './world.ts';

interface Stratum {
  hits: number;
  decided: number;
}

interface AgencyCount {
  agency: string;
  hits: Filing[];
  decided: number;
  expected: number;
  strata: { name: string; hits: number; decided: number; peerRate: number }[];
}

const DECIDED = new Set(['granted', 'refused', 'withdrawn', 'lapsed']);

/** Withdrawal and refusal of an agency's filings against other agencies' filings of the same kind and IPC section. */
export function findAgencyRates(world: World): Signal[] {
  return [
    ...findRate(world, 'agency-withdrawal-rate', (filing) => filing.outcome === 'withdrawn', {
      zh: '{name}代理的 {decided} 件已结申请中撤回 {hits} 件（{share}），同类结构的同行应为 {expected} 件。',
      en: '{hits} of {decided} settled filings through {name} were withdrawn ({share}); peers with the same mix would have {expected}.',
    }),
    ...findRate(world, 'agency-refusal-rate', (filing) => filing.outcome === 'refused', {
      zh: '{name}代理的 {decided} 件已结申请中驳回 {hits} 件（{share}），同类结构的同行应为 {expected} 件。',
      en: '{hits} of {decided} settled filings through {name} were refused ({share}); peers with the same mix would have {expected}.',
    }),
  ];
}

const stratumOf = (filing: Filing): string => `${filing.kind}/${/^[A-H]/.exec(filing.ipc[0] ?? '')?.[0] ?? '-'}`;

/** Indirect standardisation: what the agency would have at its peers' rates; then the ratio is shrunk (gamma-Poisson). */
function findRate(
  world: World,
  kind: 'agency-withdrawal-rate' | 'agency-refusal-rate',
  isHit: (filing: Filing) => boolean,
  sentences: { zh: string; en: string },
): Signal[] {
  const counts = countAgencies(world, isHit);
  const prior = countPrior(counts.map(({ hits, expected }) => ({ count: hits.length, exposure: expected })));
  const { fewestDecided, times } = world.settings.agencyRate;
  return counts.flatMap(({ agency, hits, decided, expected, strata }) => {
    const shrunk = shrinkCount(hits.length, expected, prior, world.settings.interval);
    if (decided < fewestDecided || expected <= 0 || shrunk.low <= times) return [];
    const perUnit = expected / decided;
    return [
      {
        kind,
        category: 'agency' as const,
        subject: { type: 'agency' as const, id: agency },
        key: `${kind}:${agency}`,
        strength: round(strengthOf(shrunk.low, times), 3),
        figure: round(hits.length / decided, 3),
        baseline: {
          expected: round(perUnit, 3),
          low: round(Math.min(1, shrunk.low * perUnit), 3),
          high: round(Math.min(1, shrunk.high * perUnit), 3),
          peers: counts.length,
          note: {
            zh: '按专利类型和技术部类与其他机构相比，已按件数收缩',
            en: 'Compared with other agencies by kind of patent and IPC section, shrunk by number of filings',
          },
        },
        filings: hits.map(({ id }) => id),
        evidence: {
          sort: 'rate' as const,
          hits: hits.length,
          decided,
          raw: round(hits.length / decided, 4),
          shrunk: round(Math.min(1, shrunk.mean * perUnit), 4),
          strata,
        },
        ...say(sentences.zh, sentences.en, {
          name: world.agencies.get(agency)?.name ?? agency,
          decided,
          hits: hits.length,
          share: percent(hits.length / decided),
          expected: round(expected, 1),
        }),
      },
    ];
  });
}

function countAgencies(world: World, isHit: (filing: Filing) => boolean): AgencyCount[] {
  const all = new Map<string, Stratum>();
  const byAgency = new Map<string, { strata: Map<string, Stratum>; hits: Filing[] }>();
  for (const filing of world.filings.values()) {
    if (!DECIDED.has(filing.outcome)) continue;
    const name = stratumOf(filing);
    const hit = isHit(filing);
    add(all, name, hit);
    if (filing.agencyId === null) continue;
    const own = byAgency.get(filing.agencyId) ?? { strata: new Map<string, Stratum>(), hits: [] };
    byAgency.set(filing.agencyId, own);
    add(own.strata, name, hit);
    if (hit) own.hits.push(filing);
  }
  return [...byAgency].map(([agency, { strata, hits }]) => {
    const rows = [...strata].map(([name, { hits: found, decided }]) => {
      const peers = all.get(name)!;
      // The agency's own filings are left out of what it is compared with; a half filing keeps the rate from nothing.
      const peerRate = (peers.hits - found + 0.5) / (peers.decided - decided + 1);
      return { name, hits: found, decided, peerRate: round(peerRate, 4) };
    });
    return {
      agency,
      hits,
      decided: rows.reduce((sum, row) => sum + row.decided, 0),
      expected: rows.reduce((sum, row) => sum + row.decided * row.peerRate, 0),
      strata: rows.toSorted((a, b) => b.decided - a.decided),
    };
  });
}

function add(strata: Map<string, Stratum>, name: string, hit: boolean): void {
  const stratum = strata.get(name) ?? { hits: 0, decided: 0 };
  stratum.decided++;
  if (hit) stratum.hits++;
  strata.set(name, stratum);
}
