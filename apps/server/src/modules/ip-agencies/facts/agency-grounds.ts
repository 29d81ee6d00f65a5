import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import { among, countFact, dateFact, flagFact } from '../../../platform/facts/state-fact.ts';

const TIMES = ['次', 'times'] as const;
const STANDING = '作出日不晚于统计日，统计日尚未被撤销的';

/** What stands against an agency on the day: a decision withdrawn by then does not count, one withdrawn later does. */
export const agencyGroundGroup: FactGroup = {
  subject: 'agency',
  name: 'ip-agencies.grounds',
  registers: ['agencies', 'agency-grounds'],
  facts: [
    countFact(
      'penalties',
      ['行政处罚', 'Penalties'],
      [`${STANDING}行政处罚次数。`, 'Penalties decided by the day and not withdrawn by it.'],
      { unit: TIMES },
    ),
    countFact(
      'penaltiesIn3Years',
      ['近三年行政处罚', 'Penalties within three years'],
      [
        `统计日前三年内、${STANDING}行政处罚次数。`,
        'Penalties of the three years before the day, not withdrawn by it.',
      ],
      { unit: TIMES },
    ),
    flagFact(
      'abnormalOperation',
      ['列入经营异常', 'Abnormal operation'],
      ['统计日在经营异常名录中。', 'Listed for abnormal operation on the day.'],
    ),
    flagFact(
      'seriousDishonesty',
      ['列入严重违法失信', 'Serious dishonesty'],
      ['统计日在严重违法失信名单中。', 'Listed for serious dishonesty on the day.'],
    ),
    countFact(
      'disciplines',
      ['行业惩戒', 'Discipline of the association'],
      [`${STANDING}行业惩戒次数。`, 'Discipline by an association.'],
      { unit: TIMES },
    ),
    countFact('honours', ['荣誉', 'Honours'], [`${STANDING}荣誉、表彰次数。`, 'Honours.'], { unit: TIMES }),
    dateFact(
      'lastPenaltyOn',
      ['最近一次处罚', 'Last penalty on'],
      ['最近一次未被撤销的行政处罚的日期。', 'Day of the latest penalty not withdrawn.'],
    ),
  ],
  select: (q) => {
    const day = sql`${q.asOf}::date`;
    const standing = sql`g.sort in ('abnormal-operation', 'serious-dishonesty') and (g.expires_on is null or g.expires_on >= ${day})`;
    return sql`
      select g.agency_id as subject_id, count(*) filter (where g.sort = 'penalty')::float8 as "penalties",
        count(*) filter (where g.sort = 'penalty' and g.happened_on > (${day} - interval '3 years')::date)::float8 as "penaltiesIn3Years",
        coalesce(bool_or(${standing} and g.sort = 'abnormal-operation'), false) as "abnormalOperation",
        coalesce(bool_or(${standing} and g.sort = 'serious-dishonesty'), false) as "seriousDishonesty",
        count(*) filter (where g.sort = 'association-discipline')::float8 as "disciplines",
        count(*) filter (where g.sort = 'honour')::float8 as "honours",
        max(g.happened_on) filter (where g.sort = 'penalty') as "lastPenaltyOn"
      from agencies.ground g
      where g.district = ${q.district} and g.agency_id is not null and g.person_key is null and g.happened_on <= ${day}
        and (g.revoked_on is null or g.revoked_on > ${day}) ${among(q, sql`g.agency_id`)}
      group by g.agency_id`;
  },
};
