import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { LetterSource, MatterSort, PersonKind } from '../domain/letter.ts';
import type { RouteStep } from '../domain/route-letter.ts';
import type { Sameness } from '../domain/same-matter.ts';

/** A matter with its letter and the file of its procedure. */
export interface MatterRow {
  readonly id: string;
  readonly letterId: string;
  readonly sort: MatterSort;
  readonly number: string;
  readonly state: string;
  readonly procedure: string;
  readonly closedAt: string | null;
  readonly organisationCode: string;
  readonly route: readonly RouteStep[];
  readonly joinedTo: string | null;
  readonly joinedReason: Sameness | null;
  readonly partedReason: string | null;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly caseOutcome: string | null;
  readonly acceptedOn: string | null;
  readonly outcome: string | null;
  readonly ground: string | null;
  readonly result: string | null;
  readonly agreedFen: number | null;
  readonly decidedOn: string | null;
  readonly answeredOn: string | null;
  readonly receiver: string | null;
  readonly noticeNumbers: Readonly<Record<string, string>>;
  readonly source: LetterSource;
  readonly sourceKey: string | null;
  readonly sourceHref: string | null;
  readonly receivedOn: string;
  readonly enteredAt: string;
  readonly enteredByName: string;
  readonly backDatedReason: string | null;
  readonly personKind: PersonKind;
  readonly personLabel: string;
  readonly personKey: string | null;
  readonly subjectName: string;
  readonly subjectUscc: string | null;
  readonly subjectNatural: boolean;
  readonly partyId: string | null;
  readonly address: string | null;
  readonly townCode: string | null;
  readonly rightKind: 'trademark' | 'patent' | 'gi' | null;
  readonly rightNumber: string | null;
  readonly rightHolder: string | null;
  readonly behaviourRow: number | null;
  readonly happenedOn: string | null;
  readonly stage: string | null;
  readonly electronic: boolean;
  readonly title: string;
  readonly statement: string;
  readonly wish: string | null;
  readonly statedDueOn: string | null;
}

export const MATTER_COLUMNS = sql`m.id, m.letter_id as "letterId", m.sort, f.number, f.state, f.procedure, f.closed_at as "closedAt",
  m.organisation_code as "organisationCode", m.route, m.joined_to as "joinedTo", m.joined_reason as "joinedReason",
  m.parted_reason as "partedReason", m.case_id as "caseId", m.case_number as "caseNumber", m.case_outcome as "caseOutcome",
  m.accepted_on as "acceptedOn", m.outcome, m.ground, m.result, m.agreed_fen::float8 as "agreedFen", m.decided_on as "decidedOn",
  m.answered_on as "answeredOn", m.receiver, m.notice_numbers as "noticeNumbers", l.source, l.source_key as "sourceKey",
  l.source_href as "sourceHref", l.received_on as "receivedOn", l.entered_at as "enteredAt", l.entered_by_name as "enteredByName",
  l.back_dated_reason as "backDatedReason", l.person_kind as "personKind", l.person_label as "personLabel", l.person_key as "personKey",
  l.subject_name as "subjectName", l.subject_uscc as "subjectUscc", l.subject_natural as "subjectNatural", l.party_id as "partyId",
  l.address, l.town_code as "townCode", l.right_kind as "rightKind", l.right_number as "rightNumber", l.right_holder as "rightHolder",
  l.behaviour_row as "behaviourRow", l.happened_on as "happenedOn", l.stage, l.electronic, l.title, l.statement, l.wish,
  l.stated_due_on as "statedDueOn"`;

export const MATTER_FROM = sql`complaints.matter m join complaints.letter l on l.district = m.district and l.id = m.letter_id
  join procedures.file f on f.district = m.district and f.id = m.id`;

/** Matters within a scope, as a predicate over `complaints.matter m`: of the district, or of the bodies they were sent to. */
export const mattersWithin = (scope: Scope): RawBuilder<boolean> =>
  scope.kind === 'district'
    ? sql<boolean>`true`
    : sql<boolean>`m.organisation_code = any(${[...scope.organisations]}::text[])`;

export async function selectMatters(db: Db, district: string, rest: RawBuilder<unknown>): Promise<MatterRow[]> {
  const { rows } =
    await sql<MatterRow>`select ${MATTER_COLUMNS} from ${MATTER_FROM} where m.district = ${district} and ${rest}`.execute(
      db,
    );
  return rows;
}

export async function findMatter(db: Db, district: string, id: string): Promise<MatterRow | undefined> {
  return (await selectMatters(db, district, sql`m.id = ${id}`))[0];
}

/** Letters on the same business in the days before a day, the earliest first; those that were joined stand with their first. */
export const listNear = (
  db: Db,
  district: string,
  one: { readonly subjectKey: string; readonly subjectUscc: string | null; readonly from: string; readonly to: string },
): Promise<MatterRow[]> =>
  selectMatters(
    db,
    district,
    sql`(l.subject_key = ${one.subjectKey} or l.subject_uscc = ${one.subjectUscc}) and l.received_on between ${one.from} and ${one.to}
      order by l.received_on, l.entered_at, m.id limit 200`,
  );

export const listJoinedTo = (db: Db, district: string, id: string): Promise<MatterRow[]> =>
  selectMatters(db, district, sql`m.joined_to = ${id} order by l.received_on, m.id`);

export async function insertMatter(
  tx: Tx,
  ctx: Ctx,
  one: {
    readonly id: string;
    readonly letterId: string;
    readonly sort: MatterSort;
    readonly organisationCode: string;
    readonly route: readonly RouteStep[];
    readonly splitFrom: string | null;
  },
): Promise<void> {
  await sql`insert into complaints.matter (district, id, letter_id, sort, organisation_code, route, split_from)
    values (${ctx.district}, ${one.id}, ${one.letterId}, ${one.sort}, ${one.organisationCode}, ${JSON.stringify(one.route)}, ${one.splitFrom})`.execute(
    tx,
  );
}

const COLUMNS = {
  organisationCode: 'organisation_code',
  joinedTo: 'joined_to',
  partedReason: 'parted_reason',
  caseId: 'case_id',
  caseNumber: 'case_number',
  caseOutcome: 'case_outcome',
  acceptedOn: 'accepted_on',
  outcome: 'outcome',
  ground: 'ground',
  result: 'result',
  agreedFen: 'agreed_fen',
  decidedOn: 'decided_on',
  answeredOn: 'answered_on',
  receiver: 'receiver',
} as const;
const JSON_COLUMNS = { route: 'route', joinedReason: 'joined_reason' } as const;

export type MatterChange = Partial<Record<keyof typeof COLUMNS, string | number | null>> &
  Partial<Pick<MatterRow, 'route' | 'joinedReason'>>;

/** Writes what is named of a matter. */
export async function updateMatter(tx: Tx, district: string, id: string, change: MatterChange): Promise<void> {
  const sets = Object.entries(change).map(([name, value]) =>
    name in JSON_COLUMNS
      ? sql`${sql.id(JSON_COLUMNS[name as keyof typeof JSON_COLUMNS])} = ${value === null ? null : JSON.stringify(value)}::jsonb`
      : sql`${sql.id(COLUMNS[name as keyof typeof COLUMNS])} = ${value}`,
  );
  if (sets.length === 0) return;
  await sql`update complaints.matter set ${sql.join(sets, sql`, `)} where district = ${district} and id = ${id}`.execute(
    tx,
  );
}

export async function saveNoticeNumber(
  tx: Tx,
  district: string,
  id: string,
  paper: string,
  number: string,
): Promise<void> {
  await sql`update complaints.matter set notice_numbers = notice_numbers || ${JSON.stringify({ [paper]: number })}::jsonb
    where district = ${district} and id = ${id}`.execute(tx);
}
