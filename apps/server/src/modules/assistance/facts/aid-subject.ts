import { sql } from 'kysely';
import { scopeFor } from '../../../platform/context/context.ts';
import type { FactContribution, FactGroup, FactSubject } from '../../../platform/facts/index.ts';
import { among, dateFact, flagFact, numberFact } from '../../../platform/facts/state-fact.ts';
import { AID_READ } from '../assistance.catalogue.ts';
import { REGISTER } from '../commands/note-change.ts';
import { handledLate } from '../repositories/request-repository.ts';

const aidSubject: FactSubject = {
  subject: 'aidrequest',
  label: { zh: '维权援助申请', en: 'Request for rights aid' },
  unit: { zh: '件', en: 'requests' },
  permission: AID_READ,
  ids: (q) => sql`select r.id as subject_id from assistance.request r where r.district = ${q.district}
    and r.received_on <= ${q.asOf}::date ${among(q, sql`r.id`)}`,
  visible: (ctx, id) => {
    const scope = scopeFor(ctx, AID_READ);
    return scope.kind === 'district'
      ? sql`true`
      : sql`exists (select 1 from assistance.request own_r where own_r.district = ${ctx.district} and own_r.id = ${id}
          and own_r.party_id = any(${scope.parties}::uuid[]))`;
  },
  describe: async (ctx, ids) => {
    const { rows } = await sql<{ id: string; title: string; number: string }>`select r.id, r.title, f.number
      from assistance.request r join procedures.file f on f.district = r.district and f.id = r.file_id
      where r.district = ${ctx.district} and r.id = any(${ids}::uuid[]) and ${aidSubject.visible(ctx, sql`r.id`)}`.execute(
      ctx.db,
    );
    return new Map(
      rows.map(({ id, title, number }) => [id, { label: `${number} ${title}`, href: `/protection/rights-aid/${id}` }]),
    );
  },
};

const SOURCE = '维权援助工作指引（平台参数）';

const aidFacts: FactGroup = {
  subject: 'aidrequest',
  name: 'assistance.request',
  registers: [REGISTER],
  facts: [
    dateFact('receivedOn', ['收到日', 'Received on'], ['收到申请的日期。', 'Day the request came in.']),
    dateFact(
      'acceptedOn',
      ['受理日', 'Accepted on'],
      ['受理日，不晚于统计日。', 'Day of acceptance, on or before the day.'],
    ),
    flagFact('accepted', ['已受理', 'Accepted'], ['受理日不晚于统计日。', 'Was accepted on or before the day.']),
    flagFact(
      'answered',
      ['已出具意见', 'Answered'],
      ['出具援助意见的日期不晚于统计日。', 'The opinion was given on or before the day.'],
    ),
    flagFact(
      'inTime',
      ['按期办理', 'In time'],
      ['已出具意见，且受理、办理期限均未超过。', 'The opinion was given and neither time was exceeded.'],
      { source: SOURCE },
    ),
    flagFact(
      'overdue',
      ['超期未办', 'Overdue'],
      ['已受理、统计日尚未出具意见，且期限已过。', 'Accepted, not answered on the day although a time has run out.'],
      { source: SOURCE },
    ),
    numberFact('stars', ['满意度', 'Satisfaction'], ['申请人的评价，1—5 分。', 'Rating of the applicant, 1–5.'], {
      unit: ['分', 'stars'],
    }),
  ],
  select: (q) => {
    const accepted = sql`coalesce(r.accepted_on <= ${q.asOf}::date, false)`;
    const answered = sql`coalesce(r.opinion_on <= ${q.asOf}::date, false)`;
    const late = handledLate(sql`${q.asOf}`);
    return sql`select r.id as subject_id, r.received_on as "receivedOn", case when ${accepted} then r.accepted_on end as "acceptedOn",
        ${accepted} as "accepted", ${answered} as "answered", (${answered} and not ${late}) as "inTime",
        (${accepted} and not ${answered} and r.done_on is null and ${late}) as "overdue",
        case when r.rated_on <= ${q.asOf}::date then r.stars::float8 end as "stars"
      from assistance.request r join procedures.file f on f.district = r.district and f.id = r.file_id
      where r.district = ${q.district} and r.received_on <= ${q.asOf}::date ${among(q, sql`r.id`)}`;
  },
};

/** What requests for rights aid say of themselves. */
export const assistanceContribution: FactContribution = { subjects: [aidSubject], groups: [aidFacts] };
