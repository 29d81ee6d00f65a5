import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { compileFor, factSource, needsOf, type Rule } from '../../../platform/facts/index.ts';
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

/**
 * Stages, for this transaction, what the campaign's rules say of every subject of the district on a day (absent: as of
 * now), in `cultivation_reading`. Returns the day.
 */
export async function stageReading(tx: Tx, ctx: Ctx, rules: CampaignRules, asOf: string | undefined): Promise<string> {
  const { subject, target, success, stay } = rules;
  const all = stay === null ? [target, success] : [target, success, stay];
  const source = await factSource(tx, ctx, needsOf(subject, all, [], asOf));
  const { joins, expressions } = compileFor(all, source.freshness.asOf);
  await sql`drop table if exists cultivation_reading`.execute(tx);
  await sql`create temp table cultivation_reading on commit drop as with ${source.relations}
    select s.subject_id, (${expressions[0]}) as wanted, (${expressions[1]}) as success, (${expressions[2] ?? sql`true`}) as stay
    from ${sql.id(`f_${subject}`)} s ${joins}`.execute(tx);
  await sql`create unique index on cultivation_reading (subject_id)`.execute(tx);
  await sql`analyze cultivation_reading`.execute(tx);
  return source.freshness.asOf;
}

const wantedAndStaying = sql`r.wanted and r.stay is not false`;

/** Takes in every subject the target rule selects and that is no target yet; says who they are. */
export async function insertArrivals(
  tx: Tx,
  ctx: Ctx,
  campaign: { id: string; subject: CampaignSubject },
  entry: { late: boolean; on: string },
): Promise<{ id: string; subjectId: string }[]> {
  const only = sql`select r.subject_id from cultivation_reading r where ${wantedAndStaying} and not exists (
    select 1 from cultivation.target t where t.district = ${ctx.district} and t.campaign_id = ${campaign.id} and t.subject_id = r.subject_id)`;
  const { rows } = await sql<{ id: string; subjectId: string }>`
    insert into cultivation.target (district, id, campaign_id, subject_id, subject_key, label, party_id, town_code, late, entered_on)
    select ${ctx.district}, gen_random_uuid(), ${campaign.id}, s.id, s.key, s.label, s.party_id, s.town_code, ${entry.late}, ${entry.on}
    from (${subjectTexts(campaign.subject, ctx.district, only)}) s
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

export interface ReadTarget extends Reading {
  readonly id: string;
  readonly subjectId: string;
  readonly label: string;
  readonly partyId: string | null;
  readonly outcome: Outcome;
  readonly leftKind: LeftKind | null;
}

/** Every case in which `judgeTarget` answers with a change, as a condition; the rows it lets through are judged there. */
export const mayChange: RawBuilder<boolean> = sql`(case when t.outcome = 'left'
  then r.subject_id is not null and r.stay is not false and (t.left_kind <> 'rule' or r.wanted)
  else r.subject_id is null or r.stay is false or (r.success and t.outcome is distinct from 'succeeded')
    or (not r.success and t.outcome = 'succeeded') end)`;

/** Targets of which the staged reading says something new. */
export async function listChanging(tx: Tx, district: string, campaignId: string): Promise<ReadTarget[]> {
  const { rows } = await sql<ReadTarget>`
    select t.id, t.subject_id as "subjectId", t.label, t.party_id as "partyId", t.outcome, t.left_kind as "leftKind",
      r.subject_id is not null as present, r.stay, r.success, r.wanted
    from cultivation.target t left join cultivation_reading r on r.subject_id = t.subject_id
    where t.district = ${district} and t.campaign_id = ${campaignId} and ${mayChange} order by t.id`.execute(tx);
  return rows;
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
