import { sql } from 'kysely';
import type { FactCollection } from '../../../platform/facts/index.ts';
import { among } from '../../../platform/facts/state-fact.ts';
import { authorisedUsers } from './gi-facts.ts';
import { dayOf, holdings, patentThere, trademarkThere } from './right-sql.ts';

/** Rights of an enterprise as items, those of foreign offices included: a rule that wants Chinese ones says so. */
export const rightCollections: readonly FactCollection[] = [
  {
    subject: 'enterprise',
    path: 'patents',
    items: 'patent',
    label: { zh: '专利（含境外）', en: 'Patents of all offices' },
    registers: ['patents', 'mentions'],
    select: (q) => sql`select c.party_id as owner_id, c.right_id as item_id from (${holdings(q, 'patent')}) c
      join ip_rights.patent r on r.district = ${q.district} and r.id = c.right_id and ${patentThere(q)}`,
  },
  {
    subject: 'enterprise',
    path: 'trademarks',
    items: 'trademark',
    label: { zh: '商标（含境外）', en: 'Marks of all offices' },
    registers: ['trademarks', 'mentions'],
    select: (q) => sql`select c.party_id as owner_id, c.right_id as item_id from (${holdings(q, 'trademark')}) c
      join ip_rights.trademark r on r.district = ${q.district} and r.id = c.right_id and ${trademarkThere(q)}`,
  },
  {
    subject: 'enterprise',
    path: 'madrid',
    items: 'madrid',
    label: { zh: '马德里国际注册', en: 'Madrid registrations' },
    registers: ['madrid', 'mentions'],
    select: (q) => sql`select m.party_id as owner_id, r.id as item_id from ip_rights.madrid r
      join parties.mention m on m.district = r.district and m.id = r.mention_id
      where r.district = ${q.district} and m.party_id is not null and coalesce(r.registered_on <= ${dayOf(q)}, true) ${among(q, sql`m.party_id`)}`,
  },
  {
    subject: 'enterprise',
    path: 'ownGis',
    items: 'gi',
    label: { zh: '注册、申请的地理标志', en: 'Indications it registered or applied for' },
    registers: ['gis', 'mentions'],
    select: (q) => sql`select m.party_id as owner_id, r.id as item_id from ip_rights.gi r
      join parties.mention m on m.district = r.district and m.id = r.holder_mention_id
      where r.district = ${q.district} and m.party_id is not null and coalesce(r.approved_on <= ${dayOf(q)}, true) ${among(q, sql`m.party_id`)}`,
  },
  {
    subject: 'enterprise',
    path: 'gis',
    items: 'gi',
    label: { zh: '核准使用的地理标志', en: 'Indications it is authorised to use' },
    registers: ['gis', 'mentions'],
    select: (q) => sql`select distinct a.party_id as owner_id, a.gi_id as item_id
      from (${authorisedUsers(q, sql`and m.party_id is not null ${among(q, sql`m.party_id`)}`)}) a`,
  },
];
