import { wholeMonthsBetween } from '@jince/calendar';
import type { Ctx } from '../../../platform/context/context.ts';
import { POOL_READ } from '../cultivation.catalogue.ts';
import { listPoolRows, type PoolRow } from '../repositories/pool-repository.ts';

type EvidenceItem = Ctx['services']['jurisdiction']['markPool']['evidence'][number];

const MONTHS_PER_YEAR = 12;

/** Evidence by the registers where they tell it, else as noted. */
function evidenceOf(ctx: Ctx, item: EvidenceItem, row: PoolRow) {
  const base = { code: item.code, label: item.label, computed: item.computed !== undefined };
  if (item.computed === 'madrid-base')
    return { ...base, have: row.madrid !== null, note: row.madrid === null ? null : `国际注册 ${row.madrid}` };
  if (item.computed === 'registered-years') {
    const months = row.registered_on === null ? null : wholeMonthsBetween(row.registered_on, ctx.today);
    const years = months === null ? null : Math.floor(months / MONTHS_PER_YEAR);
    const have = years !== null && years >= (item.least ?? 0);
    return { ...base, have, note: years === null ? null : `注册满 ${years} 年` };
  }
  const noted = row.evidence[item.code];
  return { ...base, have: noted?.have ?? false, note: noted?.note ?? null };
}

/** The pool by stage, within the actor's towns, with what must be said wherever it is shown. */
export async function listPoolEntries(
  ctx: Ctx,
  filter: { stage?: readonly string[] | undefined; town?: readonly string[] | undefined },
) {
  const pack = ctx.services.jurisdiction.markPool;
  const { places } = ctx.services;
  const inTown = (await listPoolRows(ctx.db, ctx, POOL_READ)).filter(
    (row) => !filter.town?.length || filter.town.includes(row.town_code ?? 'none'),
  );
  const shown = inTown.filter((row) => !filter.stage?.length || filter.stage.includes(row.stage));
  return {
    stages: pack.stages.map(({ code, label }) => ({
      code,
      label,
      count: inTown.filter((row) => row.stage === code).length,
    })),
    items: shown.map((row) => ({
      id: row.id,
      trademarkId: row.trademark_id,
      mark: row.mark,
      registrationNo: row.registration_no,
      niceClass: row.nice_class,
      registeredOn: row.registered_on,
      holder: row.holder ?? '登记中已无此商标',
      holderHref: row.party_id === null ? null : `/enterprises/${row.party_id}`,
      town: places.townName(row.town_code),
      stage: row.stage,
      route: row.route,
      evidence: pack.evidence.map((item) => evidenceOf(ctx, item, row)),
      note: row.note,
      since: row.since,
      version: row.version,
    })),
    caution: ctx.services.jurisdiction.textOn(pack.cautions, ctx.today) ?? '',
  };
}
