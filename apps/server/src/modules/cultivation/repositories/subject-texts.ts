import { type RawBuilder, sql } from 'kysely';
import type { CampaignSubject } from '../domain/fill-template.ts';

/** First linked holder of a right with a list of holders. */
function firstHolder(holder: 'patent_holder' | 'trademark_holder', key: 'patent_id' | 'trademark_id') {
  return sql`left join lateral (
    select m.party_id, q.town_code from ip_rights.${sql.raw(holder)} h
    join parties.mention m on m.district = h.district and m.id = h.mention_id
    join parties.party q on q.district = m.district and q.id = m.party_id
    where h.district = r.district and h.${sql.raw(key)} = r.id order by h.position limit 1) h on true`;
}

/**
 * `select id, key, label, party_id, town_code` of subjects as the registers have them now: what is said of a target
 * besides facts, and who is visited about it.
 * @param only right side of `id in (…)`
 */
export function subjectTexts(
  subject: CampaignSubject,
  district: string,
  only: RawBuilder<unknown>,
): RawBuilder<unknown> {
  switch (subject) {
    case 'enterprise':
      return sql`select r.id, r.record_key as key, r.name as label, r.id as party_id, r.town_code
        from parties.party r where r.district = ${district} and r.id in (${only})`;
    case 'patent':
      return sql`select r.id, r.record_key as key, r.title || '（' || r.application_no || '）' as label, h.party_id,
          coalesce(h.town_code, r.town_code) as town_code
        from ip_rights.patent r ${firstHolder('patent_holder', 'patent_id')} where r.district = ${district} and r.id in (${only})`;
    case 'trademark':
      return sql`select r.id, r.record_key as key, r.name || '（' || r.registration_no || ' 第' || r.nice_class || '类）' as label,
          h.party_id, coalesce(h.town_code, r.town_code) as town_code
        from ip_rights.trademark r ${firstHolder('trademark_holder', 'trademark_id')} where r.district = ${district} and r.id in (${only})`;
    case 'madrid':
      return sql`select r.id, r.record_key as key, r.name || '（' || r.ir_no || '）' as label, m.party_id, q.town_code
        from ip_rights.madrid r left join parties.mention m on m.district = r.district and m.id = r.mention_id
        left join parties.party q on q.district = m.district and q.id = m.party_id
        where r.district = ${district} and r.id in (${only})`;
  }
}

const TABLES: Readonly<Record<CampaignSubject, string>> = {
  enterprise: 'parties.party',
  patent: 'ip_rights.patent',
  trademark: 'ip_rights.trademark',
  madrid: 'ip_rights.madrid',
};

/** Register of a subject: `district, id, record_key`. */
export function subjectTable(subject: CampaignSubject): RawBuilder<unknown> {
  return sql.raw(TABLES[subject]);
}

const PAGES: Readonly<Record<CampaignSubject, (id: string) => string>> = {
  enterprise: (id) => `/enterprises/${id}`,
  patent: (id) => `/patents/${id}`,
  trademark: (id) => `/trademarks/${id}`,
  madrid: () => '/madrid',
};

/** Console address of a subject. */
export function subjectHref(subject: CampaignSubject, id: string): string {
  return PAGES[subject](id);
}
