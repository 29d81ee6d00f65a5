import { type RawBuilder, sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { FactSubject } from '../../../platform/facts/index.ts';
import { among } from '../../../platform/facts/state-fact.ts';
import { AGENCY_READ } from '../ip-agencies.catalogue.ts';

/** Its aliases are its own: it stands inside statements of others. */
function reaches(ctx: Ctx, id: RawBuilder<unknown>): RawBuilder<boolean> {
  const scope = scopeFor(ctx, AGENCY_READ);
  if (scope.kind === 'district') return sql`true`;
  return sql`exists (select 1 from agencies.agency own_a where own_a.district = ${ctx.district} and own_a.id = ${id}
    and (own_a.town_code = any(${scope.towns}::text[]) or own_a.party_id = any(${scope.parties}::uuid[])))`;
}

/** Agencies of the register; what an agency is called and does is of today, what has dates is of the day. */
export const agencySubject: FactSubject = {
  subject: 'agency',
  label: { zh: '服务机构', en: 'Service agency' },
  unit: { zh: '家', en: 'agencies' },
  permission: AGENCY_READ,
  ids: (q) => sql`select a.id as subject_id from agencies.agency a where a.district = ${q.district} and not a.gone
    and a.merged_into is null and coalesce(a.established_on, a.licensed_on, '1900-01-01') <= ${q.asOf}::date ${among(q, sql`a.id`)}`,
  visible: reaches,
  describe: async (ctx, ids) => {
    const { rows } = await sql<{ id: string; name: string }>`select a.id, a.name from agencies.agency a
      where a.district = ${ctx.district} and a.id = any(${ids}::uuid[]) and ${reaches(ctx, sql`a.id`)}`.execute(ctx.db);
    return new Map(rows.map(({ id, name }) => [id, { label: name, href: `/agencies/register/${id}` }]));
  },
};
