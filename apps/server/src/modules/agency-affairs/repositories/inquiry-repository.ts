import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { within } from './agency-repository.ts';
import { type MatterFilter, type MatterRow, matterTests, type PageRequest, selectPageOf } from './matter-repository.ts';

export interface InquiryRow extends MatterRow {
  readonly agency_id: string;
  readonly agency_name: string;
  readonly party_id: string | null;
  readonly title: string;
  readonly question: string;
  readonly basis: string | null;
  readonly sent_on: string;
  readonly conclusion: string | null;
  readonly due_on: string | null;
  readonly waiting: boolean;
  readonly answered_on: string | null;
  readonly late_days: number | null;
}

/** The last round of the time to answer. */
const clock = sql`left join lateral (select c.due_on, c.stopped_on from procedures.clock c
  where c.district = f.district and c.file_id = f.id and c.clock = 'answer' order by c.round desc limit 1) c on true`;
const last = sql`left join lateral (select x.answered_on, x.late_days from agency_affairs.answer x
  where x.district = m.district and x.inquiry_id = m.id order by x.round desc limit 1) x on true`;
const columns = sql`m.id, m.file_id, f.number, f.state, m.town_code, m.agency_id, m.agency_name, m.party_id, m.title, m.question, m.basis,
  m.sent_on, m.conclusion, c.due_on, (c.due_on is not null and c.stopped_on is null) as waiting, x.answered_on, x.late_days,
  (select max(l.at) from procedures.action_log l where l.district = f.district and l.file_id = f.id) as updated_at`;
const source = sql`agency_affairs.inquiry m join procedures.file f on f.district = m.district and f.id = m.file_id ${clock} ${last}`;

export async function findInquiry(
  db: Db,
  district: string,
  id: string,
  scope: Scope = { kind: 'district' },
): Promise<InquiryRow | undefined> {
  const { rows } = await sql<InquiryRow>`select ${columns} from ${source}
    where m.district = ${district} and m.id = ${id} and ${within(scope, 'm')}`.execute(db);
  return rows[0];
}

export interface InquiryFilter extends MatterFilter {
  readonly overdue?: boolean | undefined;
}

export function inquiryTests(
  district: string,
  scope: Scope,
  filter: InquiryFilter,
  today: string,
): RawBuilder<unknown>[] {
  const tests = matterTests(district, scope, { ...filter, q: undefined }, sql`m.agency_name`);
  const q = filter.q?.trim();
  if (q) tests.push(...matterTests(district, scope, { q }, sql`(m.agency_name || ' ' || m.title)`));
  const overdue = sql`coalesce(c.stopped_on is null and c.due_on < ${today}, false)`;
  if (filter.overdue !== undefined) tests.push(filter.overdue ? overdue : sql`not ${overdue}`);
  return tests;
}

const ORDERS: Readonly<Record<string, RawBuilder<unknown>>> = {
  number: sql`f.number`,
  agency: sql`m.agency_name`,
  title: sql`m.title`,
  state: sql`f.state`,
  sentOn: sql`m.sent_on`,
  dueOn: sql`c.due_on`,
  updatedAt: sql`updated_at`,
};

export const selectInquiries = (db: Db, tests: readonly RawBuilder<unknown>[], page: PageRequest) =>
  selectPageOf<InquiryRow>(db, { columns, source, tests, orders: ORDERS, page });

export interface NewInquiry {
  readonly id: string;
  readonly fileId: string;
  readonly agency: {
    readonly id: string;
    readonly name: string;
    readonly partyId: string;
    readonly townCode: string | null;
  };
  readonly title: string;
  readonly question: string;
  readonly basis: string | null;
}

export async function insertInquiry(tx: Tx, ctx: Ctx, inquiry: NewInquiry): Promise<void> {
  const { agency } = inquiry;
  await sql`insert into agency_affairs.inquiry (district, id, file_id, agency_id, agency_name, party_id, town_code, title, question, basis, sent_on, created_at)
    values (${ctx.district}, ${inquiry.id}, ${inquiry.fileId}, ${agency.id}, ${agency.name}, ${agency.partyId}, ${agency.townCode},
      ${inquiry.title}, ${inquiry.question}, ${inquiry.basis}, ${ctx.today}, ${ctx.now})`.execute(tx);
}

interface AnswerRow {
  readonly round: number;
  readonly text: string;
  readonly answered_on: string;
  readonly answered_by: string;
  readonly late_days: number | null;
}

export async function listAnswers(db: Db, district: string, inquiryId: string): Promise<AnswerRow[]> {
  const { rows } =
    await sql<AnswerRow>`select round, text, answered_on, answered_by, late_days from agency_affairs.answer
    where district = ${district} and inquiry_id = ${inquiryId} order by round`.execute(db);
  return rows;
}

export async function insertAnswer(
  tx: Tx,
  ctx: Ctx,
  inquiryId: string,
  answer: { readonly text: string; readonly dueOn: string | null; readonly lateDays: number | null },
): Promise<void> {
  await sql`insert into agency_affairs.answer (district, inquiry_id, round, text, answered_on, answered_by, due_on, late_days)
    select ${ctx.district}, ${inquiryId}, coalesce(max(round), 0) + 1, ${answer.text}, ${ctx.today}, ${ctx.actor.displayName}, ${answer.dueOn}, ${answer.lateDays}
    from agency_affairs.answer where district = ${ctx.district} and inquiry_id = ${inquiryId}`.execute(tx);
}

export async function setConclusion(tx: Tx, district: string, id: string, conclusion: string): Promise<void> {
  await sql`update agency_affairs.inquiry set conclusion = ${conclusion} where district = ${district} and id = ${id}`.execute(
    tx,
  );
}
