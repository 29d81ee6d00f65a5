import { createHash } from 'node:crypto';
import { lawBook } from '@jince/law';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Ground } from '../types.ts';
import type { GroundQuery } from './list-grounds.ts';

interface Row {
  readonly agencyId: string;
  readonly year: number;
  readonly filedOn: string | null;
}

/** Last day for the report on a year, with its article: in the year after it. */
export function reportDue(year: number): { readonly on: string; readonly article: string } {
  const on = `${year + 1}-01-01`;
  const { value, article } = lawBook.lawValue('agencies.annual-report.due', on);
  return { on: `${year + 1}-${String(value)}`, article };
}

const idOf = (text: string): string => {
  const hash = createHash('sha256').update(text).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};

/**
 * Reports that came after the last day, and agencies bound to report that did not by now. A missing report is told only of
 * years for which some report was imported: without a list nothing can be missing.
 */
export async function lateReports(ctx: Ctx, query: GroundQuery): Promise<Ground[]> {
  const kinds = lawBook.lawTexts('agencies.annual-report.kinds', ctx.today).value;
  const agencyIds = query.agencyIds ?? null;
  const { rows } = await sql<Row>`
    with reported as (
      select r.agency_id, r.year, min(r.filed_on) as filed_on, bool_or(r.filed_on is null) as undated from agencies.annual_report r
      where r.district = ${ctx.district} and r.agency_id is not null group by 1, 2)
    select a.id as "agencyId", y.year, r.filed_on as "filedOn"
    from (select distinct year from agencies.annual_report where district = ${ctx.district}) y
    join agencies.agency a on a.district = ${ctx.district} and not a.gone and a.merged_into is null and a.in_district
      and a.status in ('active', 'suspended') and a.kinds && ${kinds}::text[]
      and coalesce(a.licensed_on, a.established_on, '1900-01-01') < make_date(y.year + 1, 1, 1)
    left join reported r on r.agency_id = a.id and r.year = y.year
    where (${agencyIds}::uuid[] is null or a.id = any(${agencyIds}::uuid[])) and not coalesce(r.undated, false)`.execute(
    ctx.db,
  );
  return rows.flatMap(({ agencyId, year, filedOn }): Ground[] => {
    const due = reportDue(year);
    if (ctx.today <= due.on || (filedOn !== null && filedOn <= due.on)) return [];
    const on = filedOn ?? due.on;
    if ((query.from !== undefined && on < query.from) || (query.to !== undefined && on > query.to)) return [];
    return [
      {
        id: idOf(`${ctx.district}|annual-report|${agencyId}|${year}`),
        sort: filedOn === null ? 'missing-annual-report' : 'late-annual-report',
        subject: { type: 'agency', id: agencyId },
        agencyId,
        on,
        expiresOn: null,
        revokedOn: null,
        documentNo: null,
        authority: null,
        text:
          filedOn === null
            ? `${year} 年度报告应于 ${due.on} 前提交，至今没有提交（${due.article}）`
            : `${year} 年度报告应于 ${due.on} 前提交，${filedOn} 才提交（${due.article}）`,
        amountFen: null,
        source: null,
      },
    ];
  });
}
