import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { compileFor, factRelation, factSource, needsOf, type Rule } from '../../../platform/facts/index.ts';
import type { CampaignSubject } from '../domain/fill-template.ts';
import type { LeftKind, Outcome, Reading } from '../domain/judge-target.ts';
import type { OutcomeChange } from '../domain/tell-change.ts';
import { subjectTable, subjectTexts } from './subject-texts.ts';

/** The rules of a campaign, checked. */
export interface CampaignRules {
  readonly subject: CampaignSubject;
  readonly target: Rule;
  readonly success: Rule;
  readonly stay: Rule | null;
}

export interface ReadTarget extends Reading {
  readonly id: string;
  readonly subjectId: string;
  readonly label: string;
  readonly outcome: Outcome;
  readonly leftKind: LeftKind | null;
}

export interface DayReading {
  /** Day of the facts. */
  readonly on: string;
  /** Subjects the target rule selects and that are no targets yet. */
  readonly arriving: readonly { readonly subjectId: string; readonly succeeded: boolean }[];
  /** Targets of which the rules say something new. */
  readonly changing: readonly ReadTarget[];
}

/** Every case in which `judgeTarget` answers with a change, as a condition; the rows it lets through are judged there. */
export const mayChange: RawBuilder<boolean> = sql`(case when t.outcome = 'left'
  then r.subject_id is not null and r.stay is not false and (t.left_kind <> 'rule' or r.wanted)
  else r.subject_id is null or r.stay is false or (r.success and t.outcome is distinct from 'succeeded')
    or (not r.success and t.outcome = 'succeeded') end)`;

const arrives = sql`r.wanted and r.stay is not false`;

/** What the rules say of every subject there is: `subject_id, wanted, success, stay`. */
async function outcomes(tx: Tx, ctx: Ctx, { subject, target, success, stay }: CampaignRules, asOf: string | undefined) {
  const all = stay === null ? [target, success] : [target, success, stay];
  const source = await factSource(tx, ctx, needsOf(subject, all, [], asOf));
  const { joins, expressions } = compileFor(all, source.freshness.asOf);
  const statement = sql`with ${source.relations} select s.subject_id, (${expressions[0]}) as wanted, (${expressions[1]}) as success,
      (${expressions[2] ?? sql`true`}) as stay from ${factRelation(subject)} s ${joins}`;
  return { statement, on: source.freshness.asOf };
}

/**
 * Evaluates the rules over the whole district on a day (absent: as of now) and says, in one statement, who comes in and of
 * which targets something changes.
 */
export async function readDay(
  tx: Tx,
  ctx: Ctx,
  campaignId: string,
  rules: CampaignRules,
  asOf: string | undefined,
): Promise<DayReading> {
  const { statement, on } = await outcomes(tx, ctx, rules, asOf);
  const { rows } = await sql<Omit<ReadTarget, 'id'> & { id: string | null }>`
    with r as (${statement}),
    t as (select id, subject_id, label, outcome, left_kind from cultivation.target
      where district = ${ctx.district} and campaign_id = ${campaignId})
    select t.id, coalesce(t.subject_id, r.subject_id) as "subjectId", t.label, t.outcome,
      t.left_kind as "leftKind", r.subject_id is not null as present, r.stay, r.success, r.wanted
    from r full join t on t.subject_id = r.subject_id
    where case when t.id is null then ${arrives} else ${mayChange} end`.execute(tx);
  return {
    on,
    arriving: rows.flatMap(({ id, subjectId, success }) =>
      id === null ? [{ subjectId, succeeded: success === true }] : [],
    ),
    changing: rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }])),
  };
}

type CampaignOf = { readonly id: string; readonly subject: CampaignSubject };

const insertion = (
  ctx: Ctx,
  campaign: CampaignOf,
  entry: { late: boolean; on: string },
  only: RawBuilder<unknown>,
) => sql`
  insert into cultivation.target (district, id, campaign_id, subject_id, subject_key, label, party_id, town_code, late, entered_on)
  select ${ctx.district}, gen_random_uuid(), ${campaign.id}, s.id, s.key, s.label, s.party_id, s.town_code, ${entry.late}, ${entry.on}
  from (${subjectTexts(campaign.subject, ctx.district, only)}) s`;

/** Fixes the baseline: everyone the target rule selects on a day. Returns how many they are. */
export async function insertBaseline(
  tx: Tx,
  ctx: Ctx,
  campaign: CampaignOf,
  rules: CampaignRules,
  on: string,
): Promise<number> {
  const { statement } = await outcomes(tx, ctx, rules, on);
  const only = sql`select r.subject_id from (${statement}) r where ${arrives}`;
  const { numAffectedRows } = await insertion(ctx, campaign, { late: false, on }, only).execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Takes in late entries; says which targets they became. */
export async function insertArrivals(
  tx: Tx,
  ctx: Ctx,
  campaign: CampaignOf,
  { on, subjectIds }: { on: string; subjectIds: readonly string[] },
): Promise<{ id: string; subjectId: string }[]> {
  const only = sql`select unnest(${subjectIds}::uuid[])`;
  const { rows } = await sql<{ id: string; subjectId: string }>`${insertion(ctx, campaign, { late: true, on }, only)}
    returning id, subject_id as "subjectId"`.execute(tx);
  return rows;
}

/** Targets whose subject returned to the register under another id are joined to it again by its key. */
export async function rejoinReturned(
  tx: Tx,
  district: string,
  campaign: { id: string; subject: CampaignSubject },
): Promise<void> {
  const register = subjectTable(campaign.subject);
  await sql`update cultivation.target t set subject_id = r.id, version = t.version + 1 from ${register} r
    where t.district = ${district} and t.campaign_id = ${campaign.id} and r.district = t.district and r.record_key = t.subject_key
      and r.id <> t.subject_id
      and not exists (select 1 from ${register} o where o.district = t.district and o.id = t.subject_id)
      and not exists (select 1 from cultivation.target u
        where u.district = t.district and u.campaign_id = t.campaign_id and u.subject_id = r.id)`.execute(tx);
}

/** Brings name, town and party of the targets in line with the registers; who is gone keeps the last ones. */
export async function followTexts(
  tx: Tx,
  district: string,
  campaign: { id: string; subject: CampaignSubject },
): Promise<void> {
  const only = sql`select o.subject_id from cultivation.target o where o.district = ${district} and o.campaign_id = ${campaign.id}`;
  await sql`update cultivation.target t set label = s.label, town_code = s.town_code, party_id = s.party_id
    from (${subjectTexts(campaign.subject, district, only)}) s
    where t.district = ${district} and t.campaign_id = ${campaign.id} and t.subject_id = s.id
      and (t.label, t.town_code, t.party_id) is distinct from (s.label, s.town_code, s.party_id)`.execute(tx);
}

/** Writes what was read of targets. Days are those of the present outcome alone: earlier ones stand in the history. */
export async function updateOutcomes(tx: Tx, district: string, changes: readonly OutcomeChange[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`update cultivation.target t set outcome = n.outcome, succeeded_on = n."succeededOn", reverted_on = n."revertedOn",
      left_on = n."leftOn", left_kind = n."leftKind", left_reason = n."leftReason", version = t.version + 1
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as n(id uuid, outcome text, "succeededOn" date, "revertedOn" date,
      "leftOn" date, "leftKind" text, "leftReason" text)
    where t.district = ${district} and t.id = n.id`.execute(tx);
}

/** Whether the figures of a day are kept already. */
export async function hasProgress(tx: Tx, district: string, campaignId: string, on: string): Promise<boolean> {
  const { rows } = await sql`select 1 from cultivation.progress
    where district = ${district} and campaign_id = ${campaignId} and on_day = ${on} limit 1`.execute(tx);
  return rows.length > 0;
}

/** Keeps the figures of the day by town; the last reading of a day stands. */
export async function writeProgress(tx: Tx, district: string, campaignId: string, on: string): Promise<void> {
  await sql`delete from cultivation.progress where district = ${district} and campaign_id = ${campaignId} and on_day = ${on}`.execute(
    tx,
  );
  await sql`insert into cultivation.progress (district, campaign_id, on_day, town_code, targets, succeeded, reverted)
    select ${district}, ${campaignId}, ${on}, coalesce(t.town_code, ''), count(*) filter (where t.outcome is distinct from 'left'),
      count(*) filter (where t.outcome = 'succeeded'), count(*) filter (where t.outcome = 'reverted')
    from cultivation.target t where t.district = ${district} and t.campaign_id = ${campaignId} group by 4`.execute(tx);
}

/** What the register says of parties that left, and who now bears the name of those that are gone. */
export async function listPartings(
  tx: Tx,
  district: string,
  targetIds: readonly string[],
): Promise<ReadonlyMap<string, { status: string | null; dissolvedOn: string | null; successor: string | null }>> {
  const { rows } = await sql<{
    id: string;
    status: string | null;
    dissolvedOn: string | null;
    successor: string | null;
  }>`select t.id, p.status, p.dissolved_on as "dissolvedOn", (
      select q.name from parties.party_name n join parties.party q on q.district = n.district and q.id = n.party_id
      where n.district = t.district and n.kind = 'former' and n.name = t.label and q.id <> t.subject_id limit 1) as successor
    from cultivation.target t left join parties.party p on p.district = t.district and p.id = t.subject_id
    where t.district = ${district} and t.id = any(${targetIds}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}
