import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { SubjectKind } from '../domain/discipline-law.ts';

interface SubjectChoice {
  id: string;
  name: string;
  code: string | null;
  note: string | null;
}

const MOST = 20;

function statement(ctx: Ctx, kind: SubjectKind, like: string): RawBuilder<SubjectChoice> {
  const { district } = ctx;
  if (kind === 'agency')
    return sql`select a.id, a.name, coalesce(a.agency_code, a.uscc) as code, a.uscc as note from agencies.agency a
      where a.district = ${district} and not a.gone and a.merged_into is null and (a.name like ${like} or a.agency_code like ${like} or a.uscc like ${like})
      order by a.in_district desc, a.name limit ${MOST}`;
  if (kind === 'person')
    return sql`select e.id, e.name, e.qualification_no as code,
        (select max(a.name) from agencies.practice p join agencies.agency a on a.district = p.district and a.id = p.agency_id
          where p.district = e.district and p.person_id = e.id and coalesce(p.to_on >= ${ctx.today}::date, true)) as note
      from agencies.person e where e.district = ${district} and (e.name like ${like} or e.qualification_no like ${like})
      order by e.name limit ${MOST}`;
  return sql`select p.id, p.name, p.uscc as code, null as note from parties.party p
    where p.district = ${district} and (p.name like ${like} or p.uscc like ${like}) order by length(p.name), p.name limit ${MOST}`;
}

/** Whom to list, by name or code. */
export async function listDisciplineSubjects(
  ctx: Ctx,
  { kind, q }: { readonly kind: SubjectKind; readonly q: string },
): Promise<{ items: SubjectChoice[] }> {
  const word = q.trim();
  if (word === '') return { items: [] };
  const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await statement(ctx, kind, like).execute(ctx.db);
  return { items: rows };
}
