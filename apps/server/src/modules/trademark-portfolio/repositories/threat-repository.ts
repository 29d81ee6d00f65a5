import { type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { JudgedThreat } from '../domain/judge-threat.ts';

/** Found in the register, entered by a person, or handed over by the watch. */
export type ThreatSource = 'register' | 'by-hand' | 'watch';

export interface ThreatRow {
  readonly id: string;
  readonly source: ThreatSource;
  readonly published_no: string;
  readonly published_class: number;
  readonly published_name: string;
  readonly applicant: string | null;
  readonly published_on: string;
  readonly due_on: string;
  readonly own_trademark_id: string;
  readonly own_no: string;
  readonly own_class: number;
  readonly own_name: string;
  readonly holder: string | null;
  readonly party_id: string | null;
  readonly score: number;
  readonly level: string;
  readonly reasons_zh: string;
  readonly reasons_en: string;
  readonly goods_kind: string;
  readonly goods_zh: string;
  readonly goods_en: string;
  readonly decision: 'oppose' | 'not' | null;
  readonly reason: string | null;
  readonly decided_by_name: string | null;
  readonly decided_on: string | null;
}

/** Threats that pass a test on `e` and the own mark `r`: undecided first, the nearest last day that is not over first. */
export async function selectThreats(
  db: Db,
  ctx: Ctx,
  test: RawBuilder<unknown>,
  page: { limit: number; offset: number },
): Promise<{ rows: ThreatRow[]; total: number }> {
  const from = sql`from trademark_portfolio.threat e
    join ip_rights.trademark r on r.district = e.district and r.id = e.own_trademark_id
    left join lateral (
      select m.name as holder, m.party_id from ip_rights.trademark_holder h
      join parties.mention m on m.district = h.district and m.id = h.mention_id
      where h.district = r.district and h.trademark_id = r.id order by (m.party_id is null), h.position limit 1) o on true
    where e.district = ${ctx.district} and ${test}`;
  const { rows } = await sql<ThreatRow>`select e.*, r.name as own_name, o.holder, o.party_id ${from}
    order by (e.decision is not null), (e.due_on < ${ctx.today}), e.due_on, e.score desc, e.id limit ${page.limit} offset ${page.offset}`.execute(
    db,
  );
  const counted = await sql<{ n: number }>`select count(*)::int as n ${from}`.execute(db);
  return { rows, total: counted.rows[0]?.n ?? 0 };
}

export interface NewThreat {
  readonly source: ThreatSource;
  readonly publishedNo: string;
  readonly publishedClass: number;
  readonly publishedName: string;
  readonly publishedGroups: readonly string[];
  readonly applicant: string | null;
  readonly publishedOn: string;
  readonly dueOn: string;
  readonly own: { readonly id: string; readonly registrationNo: string; readonly niceClass: number };
  readonly judged: JudgedThreat;
}

/** Returns its id; undefined when this pair is there already, whatever was decided of it. */
export async function insertThreat(tx: Tx, ctx: Ctx, threat: NewThreat): Promise<string | undefined> {
  const { judged, own } = threat;
  const { rows } = await sql<{
    id: string;
  }>`insert into trademark_portfolio.threat (district, id, source, published_no, published_class, published_name,
      published_groups, applicant, published_on, due_on, own_trademark_id, own_no, own_class, score, level, reasons_zh, reasons_en, goods_kind, goods_zh,
      goods_en, found_on)
    values (${ctx.district}, ${uuidv7()}, ${threat.source}, ${threat.publishedNo}, ${threat.publishedClass}, ${threat.publishedName},
      ${[...threat.publishedGroups]}::text[], ${threat.applicant}, ${threat.publishedOn}, ${threat.dueOn}, ${own.id}, ${own.registrationNo}, ${own.niceClass},
      ${judged.likeness.score}, ${judged.likeness.level}, ${judged.likeness.reasons.zh}, ${judged.likeness.reasons.en}, ${judged.goods.kind},
      ${judged.goods.zh}, ${judged.goods.en}, ${ctx.today})
    on conflict (district, published_no, published_class, own_no, own_class) do nothing returning id`.execute(tx);
  return rows[0]?.id;
}

/** The id of a pair that is there already. */
export async function findThreatId(
  tx: Tx,
  ctx: Ctx,
  { publishedNo, publishedClass, own }: Pick<NewThreat, 'publishedNo' | 'publishedClass' | 'own'>,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from trademark_portfolio.threat where district = ${ctx.district}
    and published_no = ${publishedNo} and published_class = ${publishedClass} and own_no = ${own.registrationNo}
    and own_class = ${own.niceClass}`.execute(tx);
  return rows[0]?.id;
}

/** False when somebody else decided meanwhile. */
export async function setDecision(
  tx: Tx,
  ctx: Ctx,
  id: string,
  { decision, reason }: { decision: 'oppose' | 'not'; reason: string },
): Promise<boolean> {
  const { rows } = await sql`update trademark_portfolio.threat set decision = ${decision}, reason = ${reason},
      decided_by_name = ${ctx.actor.displayName}, decided_on = ${ctx.today}
    where district = ${ctx.district} and id = ${id} and decision is null returning id`.execute(tx);
  return rows.length > 0;
}
