import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import { among, countFact, dateFact, flagFact, numberFact, textFact } from '../../../platform/facts/state-fact.ts';
import { membershipsOn } from './membership-sql.ts';

const SOURCE = '国家认监委、国家知识产权局公告2023年第27号；GB/T 29490';
const notes = { source: SOURCE };

/** Editions of GB/T 29490 a rule may name. */
export const editionLabels = {
  '2013': { zh: 'GB/T 29490-2013', en: 'GB/T 29490-2013' },
  '2023': { zh: 'GB/T 29490-2023', en: 'GB/T 29490-2023' },
};

export const standardGroup: FactGroup = {
  subject: 'enterprise',
  name: 'parties.standard',
  registers: ['memberships', 'mentions'],
  facts: [
    flagFact(
      'standard.valid',
      ['贯标有效', 'Certified to the IP standard'],
      [
        '统计日有有效的贯标证据：GB/T 29490现行版本的认证证书，或省级贯标绩效评价；2013版自2026-01-01起不计，写明其他标准号的不计。',
        'Has on the day a valid certificate to a current edition of GB/T 29490 or a provincial evaluation; the 2013 edition does not count from 2026-01-01, other standards never do.',
      ],
      notes,
    ),
    textFact(
      'standard.edition',
      ['贯标版本', 'Edition of the standard'],
      [
        '统计日有效的认证证书的标准版本，多张时取截止日最晚的一张。',
        'Edition of the certificate valid on the day, of several the one that ends last.',
      ],
      { ...notes, values: editionLabels },
    ),
    dateFact(
      'standard.expiresOn',
      ['贯标证书有效期至', 'Certificate expires on'],
      ['统计日有效的贯标证据中最晚的截止日。', 'Latest last day of the evidence valid on the day.'],
      notes,
    ),
    numberFact(
      'standard.daysLeft',
      ['贯标证书剩余天数', 'Days left of the certificate'],
      ['自统计日至贯标证书截止日的天数。', 'Days from the day to the last day of the certificate.'],
      { ...notes, unit: ['天', 'days'] },
    ),
    countFact(
      'standard.certificates',
      ['贯标证书数', 'Certificates ever issued'],
      [
        '颁证日不晚于统计日的贯标证书张数，含已失效的，证书编号相同的计一张。',
        'Certificates issued on or before the day, ended ones included, each number once.',
      ],
      { ...notes, unit: ['张', 'certificates'] },
    ),
    flagFact(
      'standard.superseded',
      ['旧版证书仍显示有效', 'Superseded edition still shown valid'],
      [
        '有一张证书按所印期限和状态在统计日仍有效，但其标准版本已不被认可，属须更正的错误。',
        'A certificate runs on the day by its printed dates although its edition no longer counts: an error to correct.',
      ],
      notes,
    ),
    flagFact(
      'standard.evaluation',
      ['贯标绩效评价', 'Provincial evaluation'],
      ['统计日有有效的省级贯标绩效评价。', 'Has a provincial evaluation of its standard, valid on the day.'],
    ),
    flagFact(
      'standard.everHeld',
      ['曾经贯标', 'Ever certified'],
      [
        '颁证日不晚于统计日的贯标证据至少一项，不论是否仍有效。',
        'Has evidence issued on or before the day, valid or not.',
      ],
      notes,
    ),
  ],
  select: (q) => {
    const day = sql`${q.asOf}::date`;
    return sql`
      select c.party_id as subject_id, coalesce(bool_or(c.valid), false) as "standard.valid",
        (array_agg(c.edition order by c.last_day desc nulls first, c.record_key) filter (where c.valid and c.edition is not null))[1] as "standard.edition",
        max(c.last_day) filter (where c.valid) as "standard.expiresOn",
        (max(c.last_day) filter (where c.valid) - ${day})::float8 as "standard.daysLeft",
        count(distinct coalesce(c.certificate_no, c.record_key)) filter (where c.issued)::float8 as "standard.certificates",
        coalesce(bool_or(c.running and not c.valid), false) as "standard.superseded",
        coalesce(bool_or(c.valid and c.evaluation), false) as "standard.evaluation",
        coalesce(bool_or(c.issued), false) as "standard.everHeld"
      from (
        select s.*, coalesce(s.standard like '%评价%', false) as evaluation, coalesce(s.valid_from <= ${day}, true) as issued
        from (${membershipsOn(q, sql`and s.kind = 'standard-certified' and m.party_id is not null ${among(q, sql`m.party_id`)}`)}) s) c
      where c.evaluation or c.edition is not null or c.standard is null or c.standard ~ '29490' or c.standard !~ '[0-9]{4}'
      group by c.party_id`;
  },
};
