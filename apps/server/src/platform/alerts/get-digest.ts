import { addDays } from '@jince/calendar';
import type { Ctx } from '../context/context.ts';
import { ALERT_READ } from './alerts.catalogue.ts';
import { holdersOf } from './holders-of.ts';
import { responsibleByTown } from './responsible.ts';
import { type AlertHit, selectAlerts } from './select-alerts.ts';
import { showAlerts } from './show-alerts.ts';

const MOST_HITS = 200_000;
const MOST_GROUPS = 200;
/** Of one group; how many there are in all is said by its counts. */
const MOST_ITEMS = 50;

export interface DigestQuery {
  readonly by: 'officer' | 'party';
  readonly party?: string | undefined;
  readonly days: number;
}

interface Group {
  readonly key: string;
  readonly label: string;
  readonly href: string | null;
  /** Who deals with it. */
  readonly note: string | null;
  readonly hits: AlertHit[];
}

function countsOf(hits: readonly AlertHit[]) {
  const counts = { late: 0, soon: 0, info: 0 };
  for (const { alert } of hits) counts[alert.level] += 1;
  return counts;
}

/** By town with who is responsible there; what is no town's falls to the district. */
async function byPlace(ctx: Ctx, hits: readonly AlertHit[]): Promise<Group[]> {
  const responsible = await responsibleByTown(ctx);
  const { places } = ctx.services;
  const towns = ctx.services.jurisdiction.towns.map((town) => town.code);
  const grouped = Map.groupBy(hits, ({ town, alert }) =>
    town !== null && towns.includes(town) && alert.receivers.includes('liaison') ? town : '',
  );
  return ['', ...towns].flatMap((town) => {
    const own = grouped.get(town);
    if (own === undefined) return [];
    const names = responsible.get(town) ?? [];
    const note =
      town === ''
        ? '由区级人员处理'
        : names.length === 0
          ? '尚无联络员账号，由区级人员处理'
          : `联络员：${names.join('、')}`;
    const label = town === '' ? '区级' : (places.townName(town) ?? town);
    return [
      {
        key: town === '' ? 'district' : town,
        label,
        href: town === '' ? null : `/alerts?town=${town}`,
        note,
        hits: own,
      },
    ];
  });
}

/** By who holds the rights; what nobody of the register holds is no enterprise's. The most pressing first. */
async function byParty(ctx: Ctx, hits: readonly AlertHit[]): Promise<Group[]> {
  const own = hits.filter(({ alert }) => alert.receivers.includes('enterprise'));
  const holders = await holdersOf(ctx, own);
  const groups = new Map<string, Group>();
  for (const hit of own) {
    const holder = holders.get(hit.subjectId);
    if (holder === undefined) continue;
    const { id, name } = holder;
    const group = groups.get(id) ?? { key: id, label: name, href: `/enterprises/${id}`, note: null, hits: [] };
    groups.set(id, group);
    group.hits.push(hit);
  }
  const weight = ({ hits: some }: Group) => {
    const { late, soon } = countsOf(some);
    return late * 1_000_000 + soon;
  };
  return [...groups.values()].sort((a, b) => weight(b) - weight(a) || (a.label < b.label ? -1 : 1));
}

/**
 * What falls due within some days, is late, or is amiss without a day, and nobody has said to deal with: by place with
 * its officers, or by enterprise. Worked out on reading; kept nowhere.
 */
export async function getDigest(ctx: Ctx, { by, party, days }: DigestQuery) {
  const to = addDays(ctx.today, days);
  const { hits, freshness } = await selectAlerts(
    ctx,
    ALERT_READ,
    { handled: false, party, pressingBy: to },
    { descending: false, limit: MOST_HITS, offset: 0 },
  );
  const groups = by === 'officer' ? await byPlace(ctx, hits) : await byParty(ctx, hits);
  const shown = groups.slice(0, MOST_GROUPS);
  const items = await showAlerts(
    ctx,
    shown.flatMap((group) => group.hits.slice(0, MOST_ITEMS)),
    freshness.asOf,
  );
  const byKey = new Map(items.map((item) => [`${item.code}:${item.subjectId}`, item]));
  return {
    title: by === 'officer' ? `${days}天内预警摘要（按负责人员）` : `${days}天内预警摘要（按企业）`,
    from: ctx.today,
    to,
    groups: shown.map((group) => ({
      key: group.key,
      label: group.label,
      href: group.href,
      note: group.note,
      counts: countsOf(group.hits),
      items: group.hits
        .slice(0, MOST_ITEMS)
        .flatMap(({ alert, subjectId }) => byKey.get(`${alert.code}:${subjectId}`) ?? []),
    })),
    omitted: groups.length - shown.length,
    freshness,
  };
}
