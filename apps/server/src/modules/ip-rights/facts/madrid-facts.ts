import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import {
  among,
  codeFact,
  countFact,
  dateFact,
  flagFact,
  listFact,
  numberFact,
  textFact,
} from '../../../platform/facts/state-fact.ts';
import { madridOn } from './madrid-sql.ts';
import { dayOf } from './right-sql.ts';
import { DAYS, PIECES } from './words.ts';

const PROTOCOL = '马德里协定议定书第6、7条';
const DEPENDENCY = '马德里协定议定书第6条第2、3款';
const REFUSAL = '马德里协定议定书第5条';
const REGISTERS = ['madrid', 'mentions'];
const MEMBERS = ['个', 'members'] as const;

export const madridGroup: FactGroup = {
  subject: 'madrid',
  name: 'ip-rights.madrid',
  registers: [...REGISTERS, 'parties'],
  facts: [
    {
      ...textFact(
        'irNo',
        ['国际注册号', 'Registration number'],
        ['国际注册号。', 'Number of the international registration.'],
      ),
      nullable: false,
    },
    { ...textFact('name', ['商标名称', 'Name'], ['商标名称。', 'Name of the mark.']), nullable: false },
    flagFact(
      'valid',
      ['有效', 'Valid'],
      [
        '国际注册日不晚于统计日、统计日不晚于期满日；宽展期内未续展的不计。',
        'Registered by the day and not expired on it; the grace period does not count.',
      ],
      { source: PROTOCOL },
    ),
    dateFact(
      'registeredOn',
      ['国际注册日', 'Registered on'],
      ['国际注册日。', 'Day of the international registration.'],
      { source: PROTOCOL },
    ),
    dateFact(
      'expiresOn',
      ['期满日', 'Expires on'],
      ['来源所载期满日，未载的自国际注册日起算十年。', 'End as reported, else ten years from registration.'],
      { source: PROTOCOL },
    ),
    numberFact(
      'daysToExpiry',
      ['距期满天数', 'Days to expiry'],
      ['自统计日至期满日的天数，已过的为负。', 'Days from the day to the end; negative when past.'],
      { unit: DAYS, source: PROTOCOL },
    ),
    textFact(
      'baseNo',
      ['国内基础注册号', 'Base registration'],
      ['来源所载国内基础注册号。', 'Number of the base registration as reported.'],
      { source: '马德里协定议定书第2条' },
    ),
    listFact(
      'classes',
      'number',
      ['类别', 'Classes'],
      ['国际注册的国际分类类别。', 'Nice classes of the registration.'],
      { source: '类似商品和服务区分表' },
    ),
    listFact(
      'members',
      'text',
      ['指定成员', 'Designated members'],
      ['指定日不晚于统计日的成员代码，不论是否核准。', 'Members designated by the day, granted or not.'],
      { source: REFUSAL },
    ),
    countFact(
      'memberCount',
      ['指定成员数', 'Number of members'],
      ['指定日不晚于统计日的成员个数。', 'Number of members designated by the day.'],
      { unit: MEMBERS, source: REFUSAL },
    ),
    countFact(
      'granted',
      ['核准保护成员数', 'Members that protect it'],
      [
        '来源记载核准或部分核准，或驳回期限在统计日前届满而无驳回记载的成员个数；状态按来源最近记载。',
        'Members reported to protect it, or silent until the end of the refusal period before the day; states as last reported.',
      ],
      { unit: MEMBERS, source: REFUSAL },
    ),
    countFact(
      'refused',
      ['驳回成员数', 'Members that refused'],
      [
        '来源记载驳回或临时驳回的成员个数；状态按来源最近记载。',
        'Members reported to have refused it, provisionally or not, as last reported.',
      ],
      { unit: MEMBERS, source: REFUSAL },
    ),
    dateFact(
      'dependencyEndsOn',
      ['依附期截止日', 'Dependency ends on'],
      ['自国际注册日起五年的依附期的最后一日。', 'Last day of the five years of dependency on the base mark.'],
      { source: DEPENDENCY },
    ),
    flagFact(
      'dependent',
      ['依附期内', 'Dependent'],
      ['统计日不晚于依附期截止日。', 'Within the years of dependency on the day.'],
      { source: DEPENDENCY },
    ),
    numberFact(
      'daysToDependencyEnd',
      ['距依附期截止天数', 'Days to the end of dependency'],
      ['自统计日至依附期截止日的天数，已过的为负。', 'Days from the day to the end of dependency; negative when past.'],
      { unit: DAYS, source: DEPENDENCY },
    ),
    flagFact(
      'linked',
      ['已匹配主体', 'Linked'],
      ['持有人已匹配到登记主体；为现状。', 'Its holder is linked to a party of the register, as of now.'],
    ),
    codeFact(
      'town',
      'place',
      ['所属镇（街道）', 'Town'],
      ['已匹配持有人的所属镇；为现状。', 'Town of the linked holder; as of today.'],
    ),
  ],
  select: (q) => {
    const day = dayOf(q);
    return sql`
      select x.id as subject_id, x.ir_no as "irNo", x.name as "name", x.valid as "valid", x.registered_on as "registeredOn", x.last_day as "expiresOn",
        (x.last_day - ${day})::float8 as "daysToExpiry", x.base_registration_no as "baseNo", x.nice_classes::float8[] as "classes",
        x.members as "members", cardinality(x.members)::float8 as "memberCount", x.granted::float8 as "granted", x.refused::float8 as "refused",
        x.depends_until as "dependencyEndsOn", coalesce(x.depends_until >= ${day}, false) as "dependent",
        (x.depends_until - ${day})::float8 as "daysToDependencyEnd", x.party_id is not null as "linked", x.town as "town"
      from (${madridOn(q, among(q, sql`r.id`))}) x`;
  },
};

export const enterpriseMadridGroup: FactGroup = {
  subject: 'enterprise',
  name: 'ip-rights.madrid-counts',
  registers: REGISTERS,
  facts: [
    countFact(
      'madrid.registrations',
      ['马德里国际注册', 'Madrid registrations'],
      [
        '统计日有效的马德里国际注册件数，按已匹配的持有人归属。',
        'International registrations valid on the day, by their linked holder.',
      ],
      { unit: PIECES, source: PROTOCOL },
    ),
    listFact(
      'madrid.members',
      'text',
      ['马德里指定成员', 'Designated members'],
      [
        '统计日有效的国际注册所指定的全部成员代码，不论是否核准。',
        'All members designated in the valid registrations, granted or not.',
      ],
      { source: REFUSAL },
    ),
    countFact(
      'madrid.memberCount',
      ['马德里指定成员数', 'Number of members'],
      [
        '统计日有效的国际注册所指定的不同成员个数。',
        'Number of distinct members designated in the valid registrations.',
      ],
      { unit: MEMBERS, source: REFUSAL },
    ),
    countFact(
      'madrid.dependent',
      ['依附期内的国际注册', 'Dependent registrations'],
      ['统计日有效且在五年依附期内的国际注册件数。', 'Valid registrations within their five years of dependency.'],
      { unit: PIECES, source: DEPENDENCY },
    ),
    countFact(
      'madrid.expiringIn12Months',
      ['12个月内期满的国际注册', 'Expiring in 12 months'],
      [
        '统计日有效、期满日在统计日起12个月内（含当日）的国际注册件数。',
        'Valid registrations that expire within 12 months of the day.',
      ],
      { unit: PIECES, source: PROTOCOL },
    ),
    dateFact(
      'madrid.nextDependencyEndOn',
      ['最近的依附期截止日', 'Next end of dependency'],
      [
        '统计日有效且在依附期内的国际注册中最早的依附期截止日；没有的为不明。',
        'Earliest end of dependency of the valid dependent registrations; unknown without any.',
      ],
      { source: DEPENDENCY },
    ),
  ],
  select: (q) => {
    const day = dayOf(q);
    return sql`
      select x.party_id as subject_id, count(distinct x.id)::float8 as "madrid.registrations",
        coalesce(array_agg(distinct d.member) filter (where d.member is not null), '{}') as "madrid.members",
        count(distinct d.member)::float8 as "madrid.memberCount", count(distinct x.id) filter (where x.depends_until >= ${day})::float8 as "madrid.dependent",
        count(distinct x.id) filter (where x.last_day <= (${day} + interval '12 months')::date)::float8 as "madrid.expiringIn12Months",
        min(x.depends_until) filter (where x.depends_until >= ${day}) as "madrid.nextDependencyEndOn"
      from (${madridOn(q, sql`and m.party_id is not null ${among(q, sql`m.party_id`)}`)}) x
      left join lateral unnest(x.members) d(member) on true
      where x.valid group by x.party_id`;
  },
};
