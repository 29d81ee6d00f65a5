import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import type { RowTest } from '../../../platform/register-index/index.ts';
import { toDay } from '../../../platform/register-index/index.ts';
import { giChannelLabels, listGiRights, listMadridRights, type OtherRight } from '../../ip-rights/index.ts';
import type { PartyIndexData } from '../../parties/index.ts';
import type { InventoryFilter, Population } from '../domain/population.ts';
import { partyDimensions, partyTests } from './party-population.ts';

const READ = { gis: 'ip-rights.gi.read', madrid: 'ip-rights.madrid.read' } as const;
const WORDS = {
  gis: {
    label: '地理标志',
    unit: '件',
    definition: '统计日已批准的地理标志（产品、集体商标、证明商标各计一件），由全区共有，不分区镇。',
  },
  madrid: {
    label: '马德里国际注册',
    unit: '件',
    definition: '统计日有效的马德里国际注册，按国际注册号计件，区镇按已匹配的持有人。',
  },
} as const;

/** GIs and international registrations: some dozens, read whole and cut like the rest by their holder. */
export async function otherRightsPopulation(
  ctx: Ctx,
  parties: PartyIndexData,
  measure: 'gis' | 'madrid',
  filter: InventoryFilter,
  asOf: string,
): Promise<Population> {
  const list: OtherRight[] = !may(ctx, READ[measure])
    ? []
    : measure === 'gis'
      ? await listGiRights(ctx.db, ctx.district)
      : await listMadridRights(ctx.db, ctx.district);
  const rows = list.filter(
    (right) => (right.from_on === null || right.from_on <= asOf) && (right.to_on === null || right.to_on >= asOf),
  );
  const first = rows.map((right) => (right.party_id === null ? -1 : (parties.rowOf.get(right.party_id) ?? -1)));
  const at = (row: number) => first[row] as number;
  const day = toDay(asOf);
  const scope = scopeFor(ctx, READ[measure]);
  const tests: RowTest[] = [];
  if (scope.kind !== 'district' && measure === 'madrid') {
    tests.push(
      (row) =>
        at(row) >= 0 &&
        (scope.towns.includes(parties.town.codeAt(at(row))) || scope.parties.includes(parties.ids[at(row)] as string)),
    );
  }
  const own = partyTests(parties, filter, day);
  if (own.length > 0) tests.push((row) => at(row) >= 0 && own.every((test) => test(at(row))));
  return {
    size: rows.length,
    tests,
    dimensions: partyDimensions(parties, day, at),
    ...WORDS[measure],
    notes: [],
    idOf: (row) => (rows[row] as OtherRight).id,
    async describe(wanted) {
      return wanted.map((row) => {
        const right = rows[row] as OtherRight;
        const channel =
          right.channel === null ? undefined : giChannelLabels[right.channel as keyof typeof giChannelLabels];
        return {
          id: right.id,
          kind: measure === 'gis' ? 'gi' : 'madrid',
          title: right.name,
          subtitle: [right.number, channel?.[ctx.language]].filter(Boolean).join(' · '),
          href: measure === 'gis' ? '/gis' : `/madrid?q=${encodeURIComponent(right.number ?? right.name)}`,
          status: null,
        };
      });
    },
  };
}
