import { type RawBuilder, sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { FactSubject } from '../../../platform/facts/index.ts';
import { among } from '../../../platform/facts/state-fact.ts';
import { membershipKindLabels } from '../domain/labels.ts';
import { PARTY_READ } from '../queries/list-parties.ts';

/**
 * Whether a party of the alias `own_p` lies within the actor's reach. The aliases of these predicates are their own: they
 * stand inside statements of others, whose expression for the id must not be caught by them.
 */
function reach(ctx: Ctx): RawBuilder<boolean> {
  const scope = scopeFor(ctx, PARTY_READ);
  if (scope.kind === 'district') return sql`true`;
  return sql`(own_p.town_code = any(${scope.towns}::text[]) or own_p.id = any(${scope.parties}::uuid[]))`;
}

export const enterpriseSubject: FactSubject = {
  subject: 'enterprise',
  label: { zh: '主体', en: 'Party' },
  unit: { zh: '家', en: 'parties' },
  permission: PARTY_READ,
  ids: (q) => sql`select p.id as subject_id from parties.party p where p.district = ${q.district}
    and (p.established_on is null or p.established_on <= ${q.asOf}::date) ${among(q, sql`p.id`)}`,
  visible: (ctx, id) =>
    scopeFor(ctx, PARTY_READ).kind === 'district'
      ? sql`true`
      : sql`exists (select 1 from parties.party own_p where own_p.district = ${ctx.district} and own_p.id = ${id} and ${reach(ctx)})`,
  describe: async (ctx, ids) => {
    const { rows } = await sql<{ id: string; name: string }>`select own_p.id, own_p.name from parties.party own_p
      where own_p.district = ${ctx.district} and own_p.id = any(${ids}::uuid[]) and ${reach(ctx)}`.execute(ctx.db);
    return new Map(rows.map(({ id, name }) => [id, { label: name, href: `/enterprises/${id}` }]));
  },
};

export const membershipSubject: FactSubject = {
  subject: 'membership',
  label: { zh: '名录资格', en: 'Membership' },
  unit: { zh: '项', en: 'memberships' },
  permission: PARTY_READ,
  ids: (q) => sql`select s.id as subject_id from parties.membership s where s.district = ${q.district}
    and coalesce(s.valid_from <= ${q.asOf}::date, true) ${among(q, sql`s.id`)}`,
  visible: (ctx, id) =>
    scopeFor(ctx, PARTY_READ).kind === 'district'
      ? sql`true`
      : sql`exists (select 1 from parties.membership own_s
          join parties.mention own_m on own_m.district = own_s.district and own_m.id = own_s.mention_id
          join parties.party own_p on own_p.district = own_m.district and own_p.id = own_m.party_id
          where own_s.district = ${ctx.district} and own_s.id = ${id} and ${reach(ctx)})`,
  describe: async (ctx, ids) => {
    const whole = scopeFor(ctx, PARTY_READ).kind === 'district';
    const { rows } = await sql<{ id: string; name: string; kind: string; party_id: string | null }>`
      select s.id, coalesce(own_p.name, m.name) as name, s.kind, own_p.id as party_id
      from parties.membership s join parties.mention m on m.district = s.district and m.id = s.mention_id
      left join parties.party own_p on own_p.district = m.district and own_p.id = m.party_id
      where s.district = ${ctx.district} and s.id = any(${ids}::uuid[]) and (${whole} or ${reach(ctx)})`.execute(
      ctx.db,
    );
    return new Map(
      rows.map(({ id, name, kind, party_id: party }) => [
        id,
        {
          label: `${name} · ${membershipKindLabels[kind]?.[ctx.language] ?? kind}`,
          href: party === null ? null : `/enterprises/${party}`,
        },
      ]),
    );
  },
};
