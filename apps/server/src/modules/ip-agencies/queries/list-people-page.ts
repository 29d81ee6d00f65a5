import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { PERSON_READ } from '../ip-agencies.catalogue.ts';
import { agencyReach } from '../repositories/agency-repository.ts';

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly qualificationNo: string | null;
  readonly practiceNo: string | null;
  readonly practices: {
    agencyId: string | null;
    agency: string;
    role: string | null;
    from: string | null;
    to: string | null;
  }[];
  readonly namesakes: number;
  readonly agenciesNow: number;
  readonly otherUnit: string | null;
  readonly total: number;
}

export interface PeopleQuery {
  readonly q?: string | undefined;
  readonly agency?: string | undefined;
  /** two-agencies, other-unit, namesake. */
  readonly remark?: readonly string[] | undefined;
  readonly page: number;
  readonly pageSize: number;
}

function remarkTests(remark: readonly string[] | undefined): RawBuilder<boolean> {
  const tests: Readonly<Record<string, RawBuilder<boolean>>> = {
    'two-agencies': sql<boolean>`x."agenciesNow" > 1`,
    'other-unit': sql<boolean>`x."otherUnit" is not null`,
    namesake: sql<boolean>`x.namesakes > 0`,
  };
  const wanted = (remark ?? []).flatMap((one) => tests[one] ?? []);
  return wanted.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(wanted, sql` or `)})`;
}

/** People with a period at an agency the actor may see, with all their periods and what does not fit. */
async function selectPeople(ctx: Ctx, query: PeopleQuery): Promise<PersonRow[]> {
  const { district, today } = ctx;
  const now = sql`(p.from_on is null or p.from_on <= ${today}::date) and (p.to_on is null or p.to_on >= ${today}::date)`;
  const { rows } = await sql<PersonRow>`
    select x.*, count(*) over ()::int as total from (
      select e.id, e.name, e.qualification_no as "qualificationNo",
        coalesce(e.practice_no, (array_agg(p.practice_no) filter (where p.practice_no is not null))[1]) as "practiceNo",
        jsonb_agg(jsonb_build_object('agencyId', p.agency_id, 'agency', coalesce(b.name, p.written), 'role', p.role, 'from', p.from_on, 'to', p.to_on)
          order by p.from_on desc nulls last) as practices,
        (select count(*)::int from agencies.person o where o.district = e.district and o.name = e.name and o.id <> e.id
          and exists (select 1 from agencies.practice r where r.district = o.district and r.person_id = o.id)) as namesakes,
        count(distinct p.agency_id) filter (where ${now})::int as "agenciesNow",
        (select s.unit_name from agencies.social_security s where s.district = e.district and s.person_key = e.person_key
          and (s.from_on is null or s.from_on <= ${today}::date) and (s.to_on is null or s.to_on >= ${today}::date)
          and not exists (select 1 from agencies.practice r left join agencies.agency v on v.district = r.district and v.id = r.agency_id
            where r.district = e.district and r.person_id = e.id and (v.name = s.unit_name or v.uscc = s.unit_uscc or r.written = s.unit_name)) limit 1) as "otherUnit"
      from agencies.person e
      join agencies.practice p on p.district = e.district and p.person_id = e.id
      left join agencies.agency b on b.district = p.district and b.id = p.agency_id
      where e.district = ${district}
        and (${query.q ?? null}::text is null or position(${query.q ?? ''}::text in e.name) > 0 or e.qualification_no = ${query.q ?? ''}
          or e.practice_no = ${query.q ?? ''})
        and exists (select 1 from agencies.practice v join agencies.agency a on a.district = v.district and a.id = v.agency_id
          where v.district = e.district and v.person_id = e.id and ${agencyReach(ctx, PERSON_READ)}
            and (${query.agency ?? null}::uuid is null or a.id = ${query.agency ?? null}::uuid))
      group by e.district, e.id, e.name, e.qualification_no, e.practice_no, e.person_key) x
    where ${remarkTests(query.remark)}
    order by (x."agenciesNow" > 1 or x."otherUnit" is not null) desc, x.name, x.id
    limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(ctx.db);
  return rows;
}

function remarksOf(ctx: Ctx, row: PersonRow) {
  const remarks: { code: string; field: string; text: string }[] = [];
  const add = (code: string, field: string, zh: string, en: string) =>
    remarks.push({ code, field, text: ctx.language === 'zh' ? zh : en });
  if (row.agenciesNow > 1)
    add('two-agencies', 'agency', `同时登记在 ${row.agenciesNow} 家机构执业`, `At ${row.agenciesNow} agencies at once`);
  if (row.otherUnit !== null)
    add(
      'other-unit',
      'agency',
      `参保单位为“${row.otherUnit}”，不是其执业机构`,
      `Paid for by "${row.otherUnit}", not by an agency of theirs`,
    );
  if (row.namesakes > 0)
    add(
      'namesake',
      'name',
      `姓名相同者另有 ${row.namesakes} 人，号码不同或没有号码，未并`,
      `${row.namesakes} others bear the name; not joined without a number`,
    );
  return remarks;
}

/** People of agencies within the actor's reach, those with something odd first. */
export async function listPeople(ctx: Ctx, query: PeopleQuery) {
  const rows = await selectPeople(ctx, query);
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      qualificationNo: row.qualificationNo,
      practiceNo: row.practiceNo,
      practices: row.practices.map((one) => ({
        ...one,
        current: (one.from === null || one.from <= ctx.today) && (one.to === null || one.to >= ctx.today),
      })),
      namesakes: row.namesakes,
      remarks: remarksOf(ctx, row),
    })),
    total: rows[0]?.total ?? 0,
    page: query.page,
    pageSize: query.pageSize,
  };
}
