import type { HandOverContent } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Standing } from '../../../platform/procedures/index.ts';
import { HAND_OVER_READ } from '../coordination.catalogue.ts';
import type { HandOverKind } from '../domain/labels.ts';

export interface HandOverRecord {
  readonly id: string;
  readonly file_id: string;
  readonly number: string;
  readonly procedure: string;
  readonly state: string;
  readonly organisations: readonly string[];
  readonly direction: 'out' | 'in';
  readonly kind: HandOverKind;
  readonly from_body: string;
  readonly to_body: string;
  readonly copy_bodies: readonly string[];
  readonly title: string;
  readonly facts: string;
  readonly request: string;
  readonly suspects: HandOverContent['suspects'];
  readonly amount_fen: number | null;
  readonly document_no: string | null;
  readonly case_id: string | null;
  readonly case_number: string | null;
  readonly clue_case_id: string | null;
  readonly clue_case_number: string | null;
  readonly revision: number;
  readonly saved_by_name: string;
  readonly saved_at: string;
  readonly sent_on: string | null;
  readonly received_on: string | null;
  readonly receipt_no: string | null;
  readonly receiver_name: string | null;
  readonly accepted_on: string | null;
  readonly answered_on: string | null;
  readonly answer: 'filed' | 'refused' | 'answered' | null;
  readonly answer_no: string | null;
  readonly answer_text: string | null;
  readonly on_paper: boolean;
  readonly objected_on: string | null;
  readonly closed_on: string | null;
  readonly clock: string | null;
  readonly clock_due: string | null;
  readonly overrun: boolean;
  readonly standing?: Standing;
}

/** Clocks of the receiver: whether it answered in time is read from them. */
export const ANSWER_CLOCKS = ['acceptance', 'decision', 'answer'];

/** A clock of the receiver that was not kept as of a day. Alias of the file: `f`. */
export const overrunOn = (on: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from procedures.clock o where o.district = f.district and o.file_id = f.id
    and o.clock = any(${ANSWER_CLOCKS}::text[]) and o.due_on < coalesce(o.stopped_on, ${on}::date))`;

const columns = (
  today: string,
) => sql`h.id, h.file_id, f.number, f.procedure, f.state, f.organisations, h.direction, h.kind, h.from_body, h.to_body,
  h.copy_bodies, h.title, h.facts, h.request, h.suspects, h.amount_fen::float8 as amount_fen, h.document_no, h.case_id, h.case_number, h.clue_case_id,
  h.clue_case_number, h.revision, h.saved_by_name, h.saved_at, h.sent_on, h.received_on, h.receipt_no, h.receiver_name, h.accepted_on,
  h.answered_on, h.answer, h.answer_no, h.answer_text, h.on_paper, h.objected_on, h.closed_on, k.clock, k.due_on as clock_due,
  ${overrunOn(sql`${today}`)} as overrun`;

const source = sql`coordination.hand_over h join procedures.file f on f.district = h.district and f.id = h.file_id
  left join lateral (select c.clock, c.due_on from procedures.clock c where c.district = f.district and c.file_id = f.id
    and c.stopped_on is null and c.due_on is not null order by c.due_on limit 1) k on f.closed_at is null`;

/** What the actor may read: the whole district, or what stands with one of the own bodies. Aliases `h`, `f`. */
export function handOversWithin(ctx: Ctx, permission = HAND_OVER_READ): RawBuilder<boolean> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return sql<boolean>`true`;
  return sql<boolean>`(f.organisations && ${scope.organisations}::text[])`;
}

export async function selectHandOvers(
  db: Db,
  ctx: Ctx,
  test: RawBuilder<unknown>,
  page: { readonly size: number; readonly skip: number } = { size: 500, skip: 0 },
): Promise<{ readonly rows: readonly HandOverRecord[]; readonly total: number }> {
  const { rows } =
    await sql<HandOverRecord>`select ${columns(ctx.today)} from ${source} where h.district = ${ctx.district} and ${test}
    order by (f.closed_at is null) desc, k.due_on nulls last, coalesce(h.sent_on, h.saved_at::date) desc, h.id
    limit ${page.size} offset ${page.skip}`.execute(db);
  const total = await sql<{
    n: number;
  }>`select count(*)::int as n from ${source} where h.district = ${ctx.district} and ${test}`.execute(db);
  return { rows, total: total.rows[0]?.n ?? 0 };
}

/** Whatever the actor may see: for steps and jobs that were authorised. */
export async function findHandOver(db: Db, ctx: Ctx, id: string): Promise<HandOverRecord | undefined> {
  return (await selectHandOvers(db, ctx, sql`h.id = ${id}`)).rows[0];
}

export interface NewHandOver {
  readonly id: string;
  readonly fileId: string;
  readonly direction: 'out' | 'in';
  readonly kind: HandOverKind;
  readonly fromBody: string;
  readonly toBody: string;
  readonly content: HandOverContent;
  readonly caseId?: string | null;
  readonly caseNumber?: string | null;
  readonly sentOn?: string | null;
}

export async function insertHandOver(tx: Tx, ctx: Ctx, one: NewHandOver): Promise<void> {
  const { content } = one;
  const { police, procuratorate, court } = ctx.services.jurisdiction.coordinationSettings;
  await sql`insert into coordination.hand_over (district, id, file_id, direction, kind, from_body, to_body, title, facts, request, suspects, amount_fen,
      case_id, case_number, judicial, saved_by_name, saved_at, prepared_by, sent_on)
    values (${ctx.district}, ${one.id}, ${one.fileId}, ${one.direction}, ${one.kind}, ${one.fromBody}, ${one.toBody}, ${content.title},
      ${content.facts}, ${content.request}, ${JSON.stringify(content.suspects)}, ${content.amountFen}, ${one.caseId ?? null},
      ${one.caseNumber ?? null}, ${[police, procuratorate, court].includes(one.toBody)}, ${ctx.actor.displayName}, ${ctx.now}, ${ctx.actor.userId}, ${one.sentOn ?? null})`.execute(
    tx,
  );
  await keepVersion(tx, ctx, { id: one.id, revision: 1, basedOn: 0, kept: true, content });
}

export type HandOverChange = Partial<
  Pick<
    HandOverRecord,
    | 'copy_bodies'
    | 'document_no'
    | 'clue_case_id'
    | 'clue_case_number'
    | 'sent_on'
    | 'received_on'
    | 'receipt_no'
    | 'receiver_name'
    | 'accepted_on'
    | 'answered_on'
    | 'answer'
    | 'answer_no'
    | 'answer_text'
    | 'on_paper'
    | 'objected_on'
    | 'closed_on'
  >
>;

export async function updateHandOver(tx: Tx, ctx: Ctx, id: string, change: HandOverChange): Promise<void> {
  const sets = Object.entries(change).map(([column, value]) => sql`${sql.id(column)} = ${value}`);
  await sql`update coordination.hand_over set ${sql.join(sets)} where district = ${ctx.district} and id = ${id}`.execute(
    tx,
  );
}

interface SavedVersion {
  readonly id: string;
  readonly revision: number;
  readonly basedOn: number;
  readonly kept: boolean;
  readonly content: HandOverContent;
}

export async function keepVersion(tx: Tx, ctx: Ctx, version: SavedVersion): Promise<void> {
  await sql`insert into coordination.hand_over_version (district, id, hand_over_id, revision, based_on, kept, content, saved_by_name, saved_at)
    values (${ctx.district}, ${uuidv7()}, ${version.id}, ${version.revision}, ${version.basedOn}, ${version.kept}, ${JSON.stringify(version.content)},
      ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
}

/** Writes the text if it is still the one the person saw; the new revision, or undefined where somebody was faster. */
export async function saveContent(
  tx: Tx,
  ctx: Ctx,
  id: string,
  basedOn: number,
  content: HandOverContent,
): Promise<number | undefined> {
  const { rows } = await sql<{
    revision: number;
  }>`update coordination.hand_over set title = ${content.title}, facts = ${content.facts},
      request = ${content.request}, suspects = ${JSON.stringify(content.suspects)}, amount_fen = ${content.amountFen}, revision = revision + 1,
      saved_by_name = ${ctx.actor.displayName}, saved_at = ${ctx.now}
    where district = ${ctx.district} and id = ${id} and revision = ${basedOn} returning revision`.execute(tx);
  return rows[0]?.revision;
}

export async function listVersions(db: Db, ctx: Ctx, id: string) {
  const { rows } = await sql<
    SavedVersion & { savedBy: string; savedAt: string }
  >`select id, revision, based_on as "basedOn", kept, content,
      saved_by_name as "savedBy", saved_at as "savedAt"
    from coordination.hand_over_version where district = ${ctx.district} and hand_over_id = ${id} order by saved_at desc, id desc`.execute(
    db,
  );
  return rows;
}
