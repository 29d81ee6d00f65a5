import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Filings, Side } from '../domain/judge-helper.ts';

export interface ExpertRow {
  readonly id: string;
  readonly name: string;
  readonly employer: string;
  readonly employer_code: string | null;
  readonly employer_party_id: string | null;
  readonly fields: readonly string[];
  readonly title: string | null;
  readonly from_on: string;
  readonly until_on: string | null;
  readonly assigned: number;
}

/** Experts by name, employer or field; those who left are left out on request. */
export async function listExperts(db: Db, ctx: Ctx, q: string, activeOnly: boolean): Promise<readonly ExpertRow[]> {
  const like = containsPattern(q.trim());
  const { rows } =
    await sql<ExpertRow>`select e.id, e.name, e.employer, e.employer_code, e.employer_party_id, e.fields, e.title, e.from_on, e.until_on,
      (select count(*)::int from assistance.assignment a where a.district = e.district and a.expert_id = e.id and a.ended_on is null) as assigned
    from assistance.expert e where e.district = ${ctx.district} and (e.name ilike ${like} or e.employer ilike ${like} or array_to_string(e.fields, ' ') ilike ${like})
      and (${!activeOnly} or e.until_on is null or e.until_on > ${ctx.today}::date)
    order by e.until_on nulls first, e.name, e.id limit 200`.execute(db);
  return rows;
}

export interface NewExpert {
  readonly name: string;
  readonly employer: string;
  readonly employerCode: string | null;
  readonly fields: readonly string[];
  readonly title: string | null;
  readonly phone: string | null;
}

export async function insertExpert(tx: Tx, ctx: Ctx, expert: NewExpert): Promise<string> {
  const id = uuidv7();
  const employer = await findSide(tx, ctx, { name: expert.employer, code: expert.employerCode });
  await sql`insert into assistance.expert (district, id, name, employer, employer_code, employer_party_id, fields, title, phone, from_on, entered_by_name)
    values (${ctx.district}, ${id}, ${expert.name}, ${expert.employer}, ${expert.employerCode ?? employer.code}, ${employer.partyId},
      ${[...expert.fields]}::text[], ${expert.title}, ${expert.phone}, ${ctx.today}, ${ctx.actor.displayName})`.execute(
    tx,
  );
  return id;
}

export async function endExpert(tx: Tx, ctx: Ctx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`update assistance.expert set until_on = ${ctx.today}
    where district = ${ctx.district} and id = ${id} and until_on is null returning name`.execute(tx);
  return rows[0]?.name;
}

/** A side as the register knows it: by its code, else by its exact name when one party alone has it. */
export async function findSide(
  db: Db,
  ctx: Ctx,
  side: { readonly name: string; readonly code: string | null },
): Promise<Side> {
  const { rows } = await sql<{
    id: string;
    name: string;
    uscc: string | null;
  }>`select p.id, p.name, p.uscc from parties.party p
    where p.district = ${ctx.district} and (p.uscc = ${side.code} or (${side.code}::text is null and p.name = ${side.name.trim()})) limit 2`.execute(
    db,
  );
  const found = rows.length === 1 ? rows[0] : undefined;
  return { name: side.name, code: side.code ?? found?.uscc ?? null, partyId: found?.id ?? null };
}

/** Patents of a party that name a person as inventor. */
export async function countInventions(db: Db, ctx: Ctx, person: string, partyId: string | null): Promise<number> {
  if (partyId === null) return 0;
  const { rows } = await sql<{ n: number }>`select count(distinct p.id)::int as n from ip_rights.patent p
    join ip_rights.patent_holder h on h.district = p.district and h.patent_id = p.id
    join parties.mention m on m.district = h.district and m.id = h.mention_id
    where p.district = ${ctx.district} and m.party_id = ${partyId} and ${person} = any(p.inventors)`.execute(db);
  return rows[0]?.n ?? 0;
}

/** What agencies filed for a party, by agency. */
export async function countFilings(db: Db, ctx: Ctx, partyId: string): Promise<ReadonlyMap<string, Filings>> {
  const { rows } = await sql<{ agency_id: string; patents: number; trademarks: number }>`
    select x.agency_id, count(*) filter (where x.kind = 'patent')::int as patents, count(*) filter (where x.kind = 'mark')::int as trademarks from (
      select distinct a.agency_id, 'patent' as kind, a.patent_id as id from agencies.patent_agency a
        join ip_rights.patent_holder h on h.district = a.district and h.patent_id = a.patent_id
        join parties.mention m on m.district = h.district and m.id = h.mention_id
        where a.district = ${ctx.district} and m.party_id = ${partyId}
      union all
      select distinct a.agency_id, 'mark', a.trademark_id from agencies.trademark_agency a
        join ip_rights.trademark_holder h on h.district = a.district and h.trademark_id = a.trademark_id
        join parties.mention m on m.district = h.district and m.id = h.mention_id
        where a.district = ${ctx.district} and m.party_id = ${partyId}) x
    group by x.agency_id`.execute(db);
  return new Map(rows.map(({ agency_id, patents, trademarks }) => [agency_id, { patents, trademarks }]));
}
