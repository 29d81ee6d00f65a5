import { type RawBuilder, sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { FactSubject } from '../../../platform/facts/index.ts';
import { among } from '../../../platform/facts/state-fact.ts';
import { GI_READ, MADRID_READ, PATENT_READ, TRADEMARK_READ } from '../ip-rights.catalogue.ts';
import { dayOf, patentThere, trademarkThere } from './right-sql.ts';

/**
 * As `assertInScope`: through the linked holders' towns and parties, through the right's own town while none is linked. The
 * aliases are its own: it stands inside statements of others, whose expression for the id must not be caught by them.
 */
function reaches(
  ctx: Ctx,
  right: 'patent' | 'trademark',
  permission: string,
  id: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return sql`true`;
  const holders = sql`from ${sql.table(`ip_rights.${right}_holder`)} own_h
    join parties.mention own_m on own_m.district = own_h.district and own_m.id = own_h.mention_id
    join parties.party own_p on own_p.district = own_m.district and own_p.id = own_m.party_id
    where own_h.district = ${ctx.district} and ${sql.ref(`own_h.${right}_id`)} = ${id}`;
  return sql`(exists (select 1 ${holders} and (own_p.town_code = any(${scope.towns}::text[]) or own_p.id = any(${scope.parties}::uuid[])))
    or not exists (select 1 ${holders}) and exists (select 1 from ${sql.table(`ip_rights.${right}`)} own_w
      where own_w.district = ${ctx.district} and own_w.id = ${id} and own_w.town_code = any(${scope.towns}::text[])))`;
}

type Described = ReadonlyMap<string, { label: string; href: string | null }>;

async function describe(ctx: Ctx, rows: RawBuilder<{ id: string; label: string; href: string }>): Promise<Described> {
  const found = await rows.execute(ctx.db);
  return new Map(found.rows.map(({ id, label, href }) => [id, { label, href }]));
}

export const patentSubject: FactSubject = {
  subject: 'patent',
  label: { zh: '专利', en: 'Patent' },
  unit: { zh: '件', en: 'patents' },
  permission: PATENT_READ,
  ids: (q) =>
    sql`select r.id as subject_id from ip_rights.patent r where r.district = ${q.district} and ${patentThere(q)} ${among(q, sql`r.id`)}`,
  visible: (ctx, id) => reaches(ctx, 'patent', PATENT_READ, id),
  describe: (ctx, ids) =>
    describe(
      ctx,
      sql`select r.id, r.title as label, '/patents/' || r.id as href from ip_rights.patent r
        where r.district = ${ctx.district} and r.id = any(${ids}::uuid[]) and ${reaches(ctx, 'patent', PATENT_READ, sql`r.id`)}`,
    ),
};

export const trademarkSubject: FactSubject = {
  subject: 'trademark',
  label: { zh: '商标', en: 'Trademark' },
  unit: { zh: '件', en: 'marks' },
  permission: TRADEMARK_READ,
  ids: (q) =>
    sql`select r.id as subject_id from ip_rights.trademark r where r.district = ${q.district} and ${trademarkThere(q)} ${among(q, sql`r.id`)}`,
  visible: (ctx, id) => reaches(ctx, 'trademark', TRADEMARK_READ, id),
  describe: (ctx, ids) =>
    describe(
      ctx,
      sql`select r.id, r.name || '（第' || r.nice_class || '类）' as label, '/trademarks/' || r.id as href from ip_rights.trademark r
        where r.district = ${ctx.district} and r.id = any(${ids}::uuid[]) and ${reaches(ctx, 'trademark', TRADEMARK_READ, sql`r.id`)}`,
    ),
};

/** A registration is seen through its linked holder alone. */
function reachesMadrid(ctx: Ctx, id: RawBuilder<unknown>): RawBuilder<boolean> {
  const scope = scopeFor(ctx, MADRID_READ);
  if (scope.kind === 'district') return sql`true`;
  return sql`exists (select 1 from ip_rights.madrid own_w
    join parties.mention own_m on own_m.district = own_w.district and own_m.id = own_w.mention_id
    join parties.party own_p on own_p.district = own_m.district and own_p.id = own_m.party_id
    where own_w.district = ${ctx.district} and own_w.id = ${id}
      and (own_p.town_code = any(${scope.towns}::text[]) or own_p.id = any(${scope.parties}::uuid[])))`;
}

export const madridSubject: FactSubject = {
  subject: 'madrid',
  label: { zh: '马德里国际注册', en: 'Madrid registration' },
  unit: { zh: '件', en: 'registrations' },
  permission: MADRID_READ,
  ids: (q) => sql`select r.id as subject_id from ip_rights.madrid r where r.district = ${q.district}
    and coalesce(r.registered_on <= ${dayOf(q)}, true) ${among(q, sql`r.id`)}`,
  visible: reachesMadrid,
  describe: (ctx, ids) =>
    describe(
      ctx,
      sql`select r.id, r.name || '（' || r.ir_no || '）' as label, '/madrid?q=' || r.ir_no as href from ip_rights.madrid r
        where r.district = ${ctx.district} and r.id = any(${ids}::uuid[]) and ${reachesMadrid(ctx, sql`r.id`)}`,
    ),
};

/** Indications are common to the district: every reader sees them all. */
function reachesGis(ctx: Ctx): RawBuilder<boolean> {
  const scope = scopeFor(ctx, GI_READ);
  const any = scope.kind === 'district' || scope.towns.length + scope.organisations.length + scope.parties.length > 0;
  return any ? sql`true` : sql`false`;
}

export const giSubject: FactSubject = {
  subject: 'gi',
  label: { zh: '地理标志', en: 'Geographical indication' },
  unit: { zh: '件', en: 'indications' },
  permission: GI_READ,
  ids: (q) => sql`select r.id as subject_id from ip_rights.gi r where r.district = ${q.district}
    and coalesce(r.approved_on <= ${dayOf(q)}, true) ${among(q, sql`r.id`)}`,
  visible: (ctx) => reachesGis(ctx),
  describe: (ctx, ids) =>
    describe(
      ctx,
      sql`select r.id, r.name as label, '/gis' as href from ip_rights.gi r
        where r.district = ${ctx.district} and r.id = any(${ids}::uuid[]) and ${reachesGis(ctx)}`,
    ),
};
