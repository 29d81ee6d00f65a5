import { type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { takeAuditTurn } from '../../../platform/audit/index.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { type Balances, changeOf, type Side } from '../domain/ledger.ts';

export interface Fund {
  readonly fund: string;
  readonly year: number;
}

/** Whom and what money moves for. */
export interface Origin {
  /** What it is, as the module that owns it says: `subsidies.claim-line`. */
  readonly kind: 'subsidies.claim-line' | 'programs.instalment' | 'legacy';
  readonly id: string;
  readonly label: string;
  /** Where the console shows it. */
  readonly href?: string | null | undefined;
}

export interface LineRow {
  readonly fund: string;
  readonly year: number;
  /** Empty: the whole fund. */
  readonly item: string;
  readonly label: string | null;
  readonly appropriated_fen: number;
  readonly available_fen: number;
  readonly committed_fen: number;
  readonly paid_fen: number;
  readonly returned_fen: number;
  readonly surrendered_fen: number;
  readonly example: boolean;
}

export type PostingKind = 'appropriate' | 'open-item' | 'commit' | 'cancel' | 'reduce' | 'pay' | 'return';

export interface Posting extends Fund {
  readonly kind: PostingKind;
  readonly reason: string;
  readonly documentNo?: string | null | undefined;
  readonly origin?: Origin | undefined;
  /** Day it counts for; absent: today. */
  readonly onDay?: string | undefined;
  /** Sides by line: the item, or empty for the whole fund. */
  readonly lines: readonly { readonly item: string; readonly sides: readonly Side[] }[];
}

/**
 * First statement of whatever moves money: movements of a district happen one after the other. The turn is that of the
 * log, because callers may have written their entry already and would wait for us while we wait for them.
 */
export const takeTurn = takeAuditTurn;

const LINE = sql`fund, year, item, label, appropriated_fen, available_fen, committed_fen, paid_fen, returned_fen, surrendered_fen, example`;

export async function findLine(db: Db, district: string, at: Fund, item: string): Promise<LineRow | undefined> {
  const { rows } = await sql<LineRow>`select ${LINE} from funds.line
    where district = ${district} and fund = ${at.fund} and year = ${at.year} and item = ${item}`.execute(db);
  return rows[0];
}

export async function listLines(db: Db, district: string, at: Partial<Fund>): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`select ${LINE} from funds.line where district = ${district}
    and (${at.fund ?? null}::text is null or fund = ${at.fund ?? null}) and (${at.year ?? null}::int is null or year = ${at.year ?? null})
    order by year desc, fund, item`.execute(db);
  return rows;
}

/** Makes the line if it is not there. */
export async function openLine(
  tx: Tx,
  ctx: Ctx,
  line: Fund & { readonly item: string; readonly label?: string | null | undefined; readonly example: boolean },
): Promise<void> {
  await sql`insert into funds.line (district, fund, year, item, label, example, opened_at)
    values (${ctx.district}, ${line.fund}, ${line.year}, ${line.item}, ${line.label ?? null}, ${line.example}, ${ctx.now})
    on conflict do nothing`.execute(tx);
}

const moved = (column: string, by: number): RawBuilder<unknown> => sql`${sql.ref(column)} = ${sql.ref(column)} + ${by}`;
const enough = (column: string, by: number): RawBuilder<unknown> => sql`${sql.ref(column)} + ${by} >= 0`;

/** One conditional update: the check and the change are the same statement. False when a balance would fall below 0. */
async function moveLine(tx: Tx, district: string, at: Fund, item: string, by: Balances): Promise<boolean> {
  const columns = [
    ['appropriated_fen', by.appropriated],
    ['available_fen', by.available],
    ['committed_fen', by.committed],
    ['paid_fen', by.paid],
    ['returned_fen', by.returned],
    ['surrendered_fen', by.surrendered],
  ] as const;
  const { numAffectedRows } = await sql`update funds.line set ${sql.join(columns.map(([c, n]) => moved(c, n)))}
    where district = ${district} and fund = ${at.fund} and year = ${at.year} and item = ${item}
      and ${sql.join(
        columns.map(([c, n]) => enough(c, n)),
        sql` and `,
      )}`.execute(tx);
  return numAffectedRows === 1n;
}

/**
 * Moves the lines and writes the posting with its entries. Call {@link takeTurn} first.
 * @returns the item of the line that has not enough, in which case nothing may be kept; undefined when all went well
 */
export async function post(tx: Tx, ctx: Ctx, posting: Posting): Promise<{ readonly shortOf: string } | undefined> {
  // The whole fund first, then items by name: always the same order.
  const lines = posting.lines.toSorted((a, b) => (a.item < b.item ? -1 : 1));
  for (const line of lines) {
    const done = await moveLine(tx, ctx.district, posting, line.item, changeOf(line.sides));
    if (!done) return { shortOf: line.item };
  }
  const id = uuidv7();
  const entries = lines.flatMap((line) => line.sides.map((side) => ({ item: line.item, ...side })));
  await sql`with posting as (
      insert into funds.posting (district, id, kind, fund, year, reason, document_no, origin_kind, origin_id, origin_label, actor_id,
        actor_name, at, on_day)
      values (${ctx.district}, ${id}, ${posting.kind}, ${posting.fund}, ${posting.year}, ${posting.reason}, ${posting.documentNo ?? null},
        ${posting.origin?.kind ?? null}, ${posting.origin?.id ?? null}, ${posting.origin?.label ?? null}, ${ctx.actor.userId},
        ${ctx.actor.displayName}, ${ctx.now}, ${posting.onDay ?? ctx.today}))
    insert into funds.entry (district, posting_id, position, item, account, amount_fen)
    select ${ctx.district}, ${id}, e.ordinality, e.line->>'item', e.line->>'account', (e.line->>'amountFen')::bigint
    from jsonb_array_elements(${JSON.stringify(entries)}::jsonb) with ordinality e(line, ordinality)`.execute(tx);
  return undefined;
}
