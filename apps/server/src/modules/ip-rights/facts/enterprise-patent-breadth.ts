import { sql } from 'kysely';
import type { FactGroup, FactOfGroup } from '../../../platform/facts/index.ts';
import { countFact, type Words } from '../../../platform/facts/state-fact.ts';
import { NO_FAMILY_ABROAD } from '../domain/high-value.ts';
import { holdings, patentThere, statusOn } from './right-sql.ts';
import { EACH_HOLDER, PATENT_VALID_SOURCE, PIECES } from './words.ts';

const count = (path: string, label: Words, [zh, en]: Words, unit: Words, source?: string): FactOfGroup =>
  countFact(path, label, [`${zh}；${EACH_HOLDER[0]}。`, `${en}. ${EACH_HOLDER[1]}.`], {
    unit,
    ...(source === undefined ? {} : { source }),
  });

export const patentBreadthGroup: FactGroup = {
  subject: 'enterprise',
  name: 'ip-rights.patent-breadth',
  registers: ['patents', 'mentions'],
  facts: [
    count(
      'patents.ipcSubclasses',
      ['有效专利技术小类数', 'IPC subclasses of valid patents'],
      [
        '统计日有效专利的全部IPC分类号所属的不同小类个数',
        'Distinct IPC subclasses of all symbols of the valid patents',
      ],
      ['个', 'subclasses'],
      '国际专利分类表',
    ),
    count(
      'patents.inventors',
      ['发明人数', 'Inventors'],
      [
        '申请日不晚于统计日的专利所载不同发明人姓名个数（同名计一人）',
        'Distinct names of inventors of patents filed by the day',
      ],
      ['人', 'inventors'],
    ),
    count(
      'patents.agencies',
      ['委托代理机构数', 'Agencies'],
      ['申请日不晚于统计日的专利所载不同代理机构名称个数', 'Distinct names of agencies of patents filed by the day'],
      ['家', 'agencies'],
    ),
    count(
      'patents.familyCountries',
      ['海外同族国家地区数', 'Family countries'],
      [
        '统计日有效专利的同族国家或地区中，中国以外的不同国家地区个数（WO不计）；按来源最近记载',
        'Distinct family countries outside China of the valid patents, WO aside, as last reported',
      ],
      ['个', 'countries'],
    ),
  ],
  // Words are told apart by 64 bits of hash, a third of the bytes to sort; two of one enterprise do not meet in them by chance.
  select: (q) => sql`
    select k.party_id as subject_id, count(*) filter (where k.part = 1)::float8 as "patents.ipcSubclasses",
      count(*) filter (where k.part = 2)::float8 as "patents.inventors",
      count(*) filter (where k.part = 3)::float8 as "patents.agencies",
      count(*) filter (where k.part = 4)::float8 as "patents.familyCountries"
    from (
      select distinct c.party_id, w.part, hashtextextended(w.word, 0) as word
      from (${holdings(q, 'patent')}) c
      join ip_rights.patent r on r.district = ${q.district} and r.id = c.right_id and r.country = 'CN' and ${patentThere(q)}
      ${statusOn(q, 'patent')}
      cross join lateral (
        select 1 as part, left(i, 4) as word from unnest(r.ipc) i where t.status = 'granted' and length(i) >= 4
        union all select 2, i from unnest(r.inventors) i
        union all select 3, r.agency where r.agency is not null
        union all select 4, i from unnest(r.family_countries) i where t.status = 'granted' and i <> all(${NO_FAMILY_ABROAD}::text[])) w) k
    group by k.party_id`,
};

export const overseasGroup: FactGroup = {
  subject: 'enterprise',
  name: 'ip-rights.overseas-patents',
  registers: ['patents', 'mentions'],
  facts: [
    countFact(
      'patents.overseas.valid',
      ['有效海外专利', 'Valid patents abroad'],
      [
        '受理局为中国以外、已授权且在统计日没有失效记载的专利；外国专利的期限不推算；按已匹配的权利人归属，共有的各计一件。',
        'Patents of offices other than China, granted and without a record of their end on the day; no term is computed. Every linked holder counts.',
      ],
      { unit: PIECES, source: PATENT_VALID_SOURCE },
    ),
    countFact(
      'patents.overseas.countries',
      ['有效海外专利国家地区数', 'Countries of valid patents abroad'],
      ['有效海外专利的不同受理局个数。', 'Distinct offices of the valid patents abroad.'],
      { unit: ['个', 'countries'] },
    ),
  ],
  select: (q) => sql`
    select c.party_id as subject_id, count(*)::float8 as "patents.overseas.valid", count(distinct r.country)::float8 as "patents.overseas.countries"
    from (${holdings(q, 'patent')}) c
    join ip_rights.patent r on r.district = ${q.district} and r.id = c.right_id and r.country <> 'CN'
    ${statusOn(q, 'patent')}
    where t.status = 'granted' group by c.party_id`,
};
