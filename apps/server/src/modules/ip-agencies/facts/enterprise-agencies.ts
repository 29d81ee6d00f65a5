import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import { among, countFact, textFact } from '../../../platform/facts/state-fact.ts';
import { filedOn } from './filing-sql.ts';

const PIECES = ['件', 'rights'] as const;

/** Through whom an enterprise files: patents and marks it holds that name an agency. */
export const enterpriseAgencyGroup: FactGroup = {
  subject: 'enterprise',
  name: 'ip-agencies.enterprise',
  registers: ['agencies', 'agency-filings', 'patents', 'trademarks', 'mentions'],
  facts: [
    countFact(
      'agency.count',
      ['合作的服务机构', 'Agencies'],
      [
        '其持有的专利、商标在申请时经由的登记簿中机构数，申请日不晚于统计日。',
        'Agencies of the register its patents and marks were filed through.',
      ],
      { unit: ['家', 'agencies'] },
    ),
    textFact(
      'agency.main',
      ['主要服务机构', 'Main agency'],
      ['经由件数最多的机构的名称。', 'Name of the agency most were filed through.'],
    ),
    countFact(
      'agency.unknownFilings',
      ['代理机构未认定的权利', 'Rights with an unknown agency'],
      [
        '写有代理机构，而未能认定是登记簿中哪家的专利、商标件数。',
        'Patents and marks that name an agency which is not told to be one of the register.',
      ],
      { unit: PIECES },
    ),
    countFact(
      'agency.unlicensedFilings',
      ['经无资质机构申请的专利', 'Patents filed without a licence'],
      [
        '经由的机构在申请日不在专利代理机构名单或未取得许可的专利件数；只凭登记簿，须核实。',
        'Patents filed through an agency of which the register knows no licence on that day; to be verified.',
      ],
      { unit: PIECES, source: '专利代理条例第二十七条' },
    ),
  ],
  select: (q) => {
    const day = sql`${q.asOf}::date`;
    const part = (right: 'patent' | 'trademark') => {
      const unlicensed =
        right === 'patent'
          ? sql`not (a.kinds && array['patent', 'patent-branch']) or coalesce(f.filed_on < a.licensed_on, false)`
          : sql`false`;
      return sql`
        select m.party_id, r.id, f.agency_id, a.name, ${unlicensed} as unlicensed
        from ${sql.table(`ip_rights.${right}_holder`)} h
        join ${sql.table(`ip_rights.${right}`)} r on r.district = h.district and r.id = ${sql.ref(`h.${right}_id`)}
        join parties.mention m on m.district = h.district and m.id = h.mention_id
        left join (${filedOn(q, right)}) f on f.id = r.id
        left join agencies.agency a on a.district = ${q.district} and a.id = f.agency_id
        where h.district = ${q.district} and coalesce(r.filed_on <= ${day}, true) and m.party_id is not null ${among(q, sql`m.party_id`)}
          and exists (select 1 from agencies.written_name w where w.district = r.district and w.written = r.agency)`;
    };
    return sql`
      with k as materialized (${part('patent')} union all ${part('trademark')}),
      most as (select distinct on (n.party_id) n.party_id, n.name from (
          select party_id, agency_id, min(name) as name, count(*) as rights from k where agency_id is not null group by 1, 2) n
        order by n.party_id, n.rights desc, n.name)
      select k.party_id as subject_id, count(distinct k.agency_id)::float8 as "agency.count", min(most.name) as "agency.main",
        count(distinct k.id) filter (where k.agency_id is null)::float8 as "agency.unknownFilings",
        count(distinct k.id) filter (where k.unlicensed)::float8 as "agency.unlicensedFilings"
      from k left join most on most.party_id = k.party_id
      group by k.party_id`;
  },
};
