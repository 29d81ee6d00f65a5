import { sql } from 'kysely';
import { scopeFor } from '../../../platform/context/context.ts';
import type { FactContribution, FactGroup, FactSubject } from '../../../platform/facts/index.ts';
import { among, dateFact, flagFact, textFact } from '../../../platform/facts/state-fact.ts';
import { REGISTER } from '../commands/note-change.ts';
import { HAND_OVER_READ } from '../coordination.catalogue.ts';
import { handOverKindLabels } from '../domain/labels.ts';
import { overrunOn } from '../repositories/hand-over-repository.ts';

/** What was sent by the day; drafts hand nothing over. */
const handOverSubject: FactSubject = {
  subject: 'handover',
  label: { zh: '移送', en: 'Hand-over' },
  unit: { zh: '件', en: 'hand-overs' },
  permission: HAND_OVER_READ,
  ids: (q) => sql`select h.id as subject_id from coordination.hand_over h where h.district = ${q.district}
    and h.sent_on <= ${q.asOf}::date ${among(q, sql`h.id`)}`,
  visible: (ctx, id) => {
    const scope = scopeFor(ctx, HAND_OVER_READ);
    return scope.kind === 'district'
      ? sql`true`
      : sql`exists (select 1 from coordination.hand_over own_h join procedures.file own_f on own_f.district = own_h.district and own_f.id = own_h.file_id
          where own_h.district = ${ctx.district} and own_h.id = ${id} and own_f.organisations && ${scope.organisations}::text[])`;
  },
  describe: async (ctx, ids) => {
    const { rows } = await sql<{ id: string; title: string; number: string }>`select h.id, h.title, f.number
      from coordination.hand_over h join procedures.file f on f.district = h.district and f.id = h.file_id
      where h.district = ${ctx.district} and h.id = any(${ids}::uuid[]) and ${handOverSubject.visible(ctx, sql`h.id`)}`.execute(
      ctx.db,
    );
    return new Map(
      rows.map(({ id, title, number }) => [
        id,
        { label: `${number} ${title}`, href: `/coordination/hand-overs/${id}` },
      ]),
    );
  },
};

const SOURCE = '行政执法机关移送涉嫌犯罪案件的规定(2020)；公安机关受理行政执法机关移送涉嫌犯罪案件规定';

const handOverFacts: FactGroup = {
  subject: 'handover',
  name: 'coordination.hand-over',
  registers: [REGISTER],
  facts: [
    {
      ...textFact('kind', ['移送类别', 'Kind'], ['移送的类别。', 'Kind of what is handed over.'], {
        values: handOverKindLabels,
      }),
      nullable: false,
    },
    flagFact(
      'outward',
      ['由本局移送', 'By the bureau'],
      ['本局向协作单位的移送；来件为否。', 'By the bureau to a partner body; false for what came in.'],
    ),
    flagFact(
      'judicial',
      ['移送公检法', 'To police, court or procuratorate'],
      ['接收单位为公安机关、人民法院或者人民检察院。', 'The receiver is the police, a court or the procuratorate.'],
    ),
    dateFact('sentOn', ['移送日', 'Sent on'], ['发出移送的日期。', 'Day it was sent.']),
    dateFact(
      'answeredOn',
      ['答复日', 'Answered on'],
      ['收到答复的日期，不晚于统计日。', 'Day of the answer, on or before the day.'],
    ),
    flagFact('answered', ['已答复', 'Answered'], ['答复日不晚于统计日。', 'Was answered on or before the day.']),
    flagFact(
      'inTime',
      ['按期答复', 'Answered in time'],
      [
        '已答复，且受理、审查、答复各期限均未超过。',
        'Was answered and no time to accept, decide or answer was exceeded.',
      ],
      { source: SOURCE },
    ),
    flagFact(
      'overdue',
      ['超期未答复', 'Overdue'],
      ['统计日尚未答复，且有期限已过。', 'Not answered on the day although a time has run out.'],
      { source: SOURCE },
    ),
  ],
  select: (q) => {
    const answered = sql`coalesce(h.answered_on <= ${q.asOf}::date, false)`;
    const overrun = overrunOn(sql`${q.asOf}`);
    return sql`select h.id as subject_id, h.kind as "kind", h.direction = 'out' as "outward",
        h.judicial as "judicial", h.sent_on as "sentOn",
        case when ${answered} then h.answered_on end as "answeredOn", ${answered} as "answered", (${answered} and not ${overrun}) as "inTime",
        (not ${answered} and ${overrun}) as "overdue"
      from coordination.hand_over h join procedures.file f on f.district = h.district and f.id = h.file_id
      where h.district = ${q.district} and h.sent_on <= ${q.asOf}::date ${among(q, sql`h.id`)}`;
  },
};

/** What hand-overs say of themselves. */
export const coordinationContribution: FactContribution = { subjects: [handOverSubject], groups: [handOverFacts] };
