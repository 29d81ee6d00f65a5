import { sql } from 'kysely';
import type { FactGroup, FactOfGroup } from '../../../platform/facts/index.ts';
import { among, countFact, numberFact } from '../../../platform/facts/state-fact.ts';
import { filedOn } from './filing-sql.ts';

const PIECES = ['件', 'rights'] as const;
const THROUGH: readonly [string, string] = [
  '经该机构代理、申请日不晚于统计日',
  'filed through the agency on or before the day',
];

const count = (path: string, zh: string, en: string, more: readonly [string, string]): FactOfGroup =>
  countFact(path, [zh, en], [`${THROUGH[0]}的${more[0]}。`, `${more[1]} ${THROUGH[1]}.`], { unit: PIECES });

const rate = (path: string, zh: string, en: string, definition: readonly [string, string]): FactOfGroup =>
  numberFact(path, [zh, en], definition, { unit: ['百分比', 'percent'] });

function factsOf(right: 'patents' | 'trademarks', noun: readonly [string, string]): FactOfGroup[] {
  return [
    count(`${right}.filed`, `代理${noun[0]}`, `${noun[1]} filed`, [`${noun[0]}件数`, noun[1]]),
    count(`${right}.granted`, `代理${noun[0]}获权`, `${noun[1]} granted`, [
      `${noun[0]}中曾获授权或注册的`,
      `${noun[1]} once granted`,
    ]),
    count(`${right}.refused`, `代理${noun[0]}被驳回`, `${noun[1]} refused`, [
      `${noun[0]}中被驳回的`,
      `${noun[1]} refused`,
    ]),
    count(`${right}.withdrawn`, `代理${noun[0]}撤回`, `${noun[1]} withdrawn`, [
      `${noun[0]}中撤回或视为撤回的`,
      `${noun[1]} withdrawn`,
    ]),
    count(`${right}.filedIn12Months`, `近十二个月代理${noun[0]}`, `${noun[1]} filed in twelve months`, [
      `${noun[0]}中申请日在统计日前十二个月内的`,
      `${noun[1]} of the twelve months before`,
    ]),
    rate(`${right}.grantRate`, `${noun[0]}获权率`, `${noun[1]}: grant rate`, [
      `${THROUGH[0]}且已有结果（获权、驳回、撤回）的${noun[0]}中获权的百分比；没有结果的为不明。`,
      `Share granted among ${noun[1]} with an outcome, in percent; unknown where none has one.`,
    ]),
  ];
}

/** One group per right: an import of marks need not compute patents anew. */
function groupOf(
  right: 'patent' | 'trademark',
  noun: readonly [string, string],
  more: readonly FactOfGroup[],
): FactGroup {
  const name = (path: string) => sql.id(`${right}s.${path}`);
  return {
    subject: 'agency',
    name: `ip-agencies.${right}s`,
    registers: ['agencies', 'agency-filings', `${right}s`],
    facts: [...factsOf(`${right}s`, noun), ...more],
    select: (q) => {
      const of = (outcome: string) => sql`count(*) filter (where f.outcome = ${sql.lit(outcome)})`;
      const extra =
        right === 'patent'
          ? sql`, count(*) filter (where f.abnormal)::float8 as "patents.abnormal", count(*) filter (where f.invention)::float8 as "patents.inventions",
              (100.0 * count(*) filter (where f.abnormal) / count(*))::float8 as "patents.abnormalRate",
              count(*) filter (where not (a.kinds && array['patent', 'patent-branch']) or coalesce(f.filed_on < a.licensed_on, false)
                or (a.status in ('revoked', 'deregistered') and coalesce(f.filed_on > a.status_on, false)))::float8 as "patents.unlicensed"`
          : sql`, count(*) filter (where a.kinds @> array['trademark'] and exists (select 1 from agencies.filing_period x where x.district = ${q.district} and x.agency_id = f.agency_id)
                and f.filed_on is not null and not exists (select 1 from agencies.filing_period x where x.district = ${q.district}
                and x.agency_id = f.agency_id and (x.filed_from is null or x.filed_from <= f.filed_on) and (x.filed_until is null or x.filed_until >= f.filed_on))
                and f.filed_on > (select max(x.filed_until) from agencies.filing_period x where x.district = ${q.district} and x.agency_id = f.agency_id))::float8
              as "trademarks.afterFilingEnded"`;
      return sql`
        select f.agency_id as subject_id, count(*)::float8 as ${name('filed')}, ${of('granted')}::float8 as ${name('granted')},
          ${of('refused')}::float8 as ${name('refused')}, ${of('withdrawn')}::float8 as ${name('withdrawn')},
          count(*) filter (where f.filed_on > (${q.asOf}::date - interval '12 months')::date)::float8 as ${name('filedIn12Months')},
          (100.0 * ${of('granted')} / nullif(count(*) filter (where f.outcome <> 'pending'), 0))::float8 as ${name('grantRate')} ${extra}
        from (${filedOn(q, right)}) f join agencies.agency a on a.district = ${q.district} and a.id = f.agency_id
        where true ${among(q, sql`f.agency_id`)}
        group by f.agency_id`;
    },
  };
}

export const agencyPatentGroup = groupOf(
  'patent',
  ['专利申请', 'patents'],
  [
    count('patents.inventions', '代理发明专利', 'Inventions filed', ['发明专利件数', 'Inventions']),
    count('patents.abnormal', '代理的非正常申请', 'Abnormal applications', [
      '专利申请中统计日被认定为非正常、尚未解除的',
      'Applications flagged as abnormal on the day',
    ]),
    rate('patents.abnormalRate', '非正常申请占比', 'Share of abnormal applications', [
      '经该机构代理的专利申请中非正常申请的百分比。',
      'Abnormal applications in percent of those filed through the agency.',
    ]),
    countFact(
      'patents.unlicensed',
      ['无资质代理的专利', 'Patents filed without a licence'],
      [
        '经该机构代理，而其在申请日不在专利代理机构名单、尚未取得许可或已被吊销、注销的专利件数；只凭登记簿，须核实。',
        'Patents filed through the agency on a day on which the register knows of no licence of it; to be verified.',
      ],
      { unit: PIECES, source: '专利代理条例第二十七条' },
    ),
  ],
);

export const agencyTrademarkGroup = groupOf(
  'trademark',
  ['商标申请', 'marks'],
  [
    countFact(
      'trademarks.afterFilingEnded',
      ['备案到期后代理的商标', 'Marks filed after the filing ended'],
      [
        '申请日晚于该机构最后一次商标代理备案有效期的商标件数（按类）。',
        'Marks filed after the last day of the agency’s last filing as trademark agency, per class.',
      ],
      { unit: PIECES, source: '商标代理监督管理规定' },
    ),
  ],
);

/** Whom an agency files for: linked parties and their towns, over patents and marks. */
export const agencyClientGroup: FactGroup = {
  subject: 'agency',
  name: 'ip-agencies.clients',
  registers: ['agencies', 'agency-filings', 'patents', 'trademarks', 'mentions', 'parties'],
  facts: [
    countFact(
      'clients',
      ['委托人', 'Clients'],
      [
        '经该机构申请过专利或商标、已认定的市场主体数，申请日不晚于统计日。',
        'Parties that filed through the agency by the day.',
      ],
      { unit: ['家', 'parties'] },
    ),
    countFact(
      'towns',
      ['服务的镇（街道）', 'Towns served'],
      ['委托人所在的镇（街道）数。', 'Towns of those parties.'],
      { unit: ['个', 'towns'] },
    ),
  ],
  select: (q) => {
    const part = (right: 'patent' | 'trademark') => sql`
      select f.agency_id, m.party_id, y.town_code from (${filedOn(q, right)}) f
      join ${sql.table(`ip_rights.${right}_holder`)} h on h.district = ${q.district} and ${sql.ref(`h.${right}_id`)} = f.id
      join parties.mention m on m.district = h.district and m.id = h.mention_id
      join parties.party y on y.district = m.district and y.id = m.party_id`;
    return sql`
      select k.agency_id as subject_id, count(distinct k.party_id)::float8 as "clients", count(distinct k.town_code)::float8 as "towns"
      from (${part('patent')} union all ${part('trademark')}) k where true ${among(q, sql`k.agency_id`)}
      group by k.agency_id`;
  },
};
