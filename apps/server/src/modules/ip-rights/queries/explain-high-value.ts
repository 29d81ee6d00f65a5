import type { RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type HighValueFacts, judgeHighValue } from '../domain/high-value.ts';
import { highValueLabels } from '../labels.ts';
import { loadStrategicTable } from '../repositories/strategic-repository.ts';

type Shown = RouteOutput<(typeof routes)['getPatent']>['highValue'];

type Row = Omit<HighValueFacts, 'hits'>;

/** What the five categories ask of one patent, in one statement. */
async function loadFacts(ctx: Ctx, patentId: string, asOf: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select r.country = 'CN' and r.kind = 'invention' and coalesce(t.status = 'granted', false) as counts, r.filed_on as "filedOn", r.ipc,
      r.strategic_codes as "strategicCodes", r.strategic_basis as "strategicBasis", r.family_countries as "familyCountries",
      r.family_size as "familySize",
      coalesce((select jsonb_agg(jsonb_build_object('registrationNo', g.registration_no, 'registeredOn', g.registered_on, 'amountFen', g.amount_fen)
          order by g.registered_on, g.record_key)
        from ip_rights.patent_pledge g where g.district = r.district and g.patent_key = r.record_key), '[]') as pledges,
      coalesce((select jsonb_agg(jsonb_build_object('award', w.award, 'text', w.award_text, 'grade', w.grade,
          'on', coalesce(w.awarded_on, make_date(w.year, 1, 1))) order by w.year desc, w.record_key)
        from ip_rights.patent_award w where w.district = r.district and w.patent_key = r.record_key), '[]') as awards
    from ip_rights.patent r
    left join ip_rights.patent_period t on t.district = r.district and t.patent_id = r.id and t.valid_from <= ${asOf}
      and (t.valid_to is null or ${asOf} < t.valid_to)
    where r.district = ${ctx.district} and r.id = ${patentId}`.execute(ctx.db);
  return rows[0];
}

/**
 * Why a patent is, or is not, a high-value invention on a day: the five categories with reason and article. Whether the actor
 * may see the patent is for the caller to have asked.
 * @throws AppError platform.not-found
 */
export async function explainHighValue(ctx: Ctx, patentId: string, asOf: string): Promise<Shown> {
  const row = await loadFacts(ctx, patentId, asOf);
  if (row === undefined) throw new AppError('platform.not-found');
  const { matcher } = await loadStrategicTable(ctx.db, ctx.district);
  const { any, note, categories } = judgeHighValue({ ...row, hits: matcher.explain(row.ipc) }, asOf);
  return {
    any,
    note,
    categories: categories.map((one) => ({ ...one, label: highValueLabels[one.code]?.[ctx.language] ?? one.code })),
  };
}
