import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { CampaignSubject } from '../domain/fill-template.ts';

export interface CampaignStep {
  readonly code: string;
  readonly label: string;
  readonly text: string;
  readonly fromRegister: boolean;
}

export interface CampaignRow {
  readonly id: string;
  readonly template: string | null;
  readonly title: string;
  readonly clause: string;
  readonly subject: CampaignSubject;
  readonly purpose: string;
  readonly caution: string | null;
  readonly steps: readonly CampaignStep[];
  readonly questions: readonly string[];
  readonly responsible: string | null;
  readonly assignment: 'town' | 'none';
  readonly state: 'draft' | 'running' | 'closed';
  readonly from_on: string;
  readonly to_on: string;
  readonly baseline_on: string | null;
  readonly goal: number | null;
  readonly rule_version: number;
  readonly refreshed_on: string | null;
  readonly refreshed_at: string | null;
  readonly facts_at: string | null;
  readonly registers_at: string | null;
  readonly problem: string | null;
  readonly target_rule: string;
  readonly success_rule: string;
  readonly stay_rule: string | null;
}

export interface RuleTexts {
  readonly target: string;
  readonly success: string;
  readonly stay: string | null;
}

const columns = sql`c.id, c.template, c.title, c.clause, c.subject, c.purpose, c.caution, c.steps, c.questions, c.responsible,
  c.assignment, c.state, c.from_on, c.to_on, c.baseline_on, c.goal, c.rule_version, c.refreshed_on, c.refreshed_at, c.facts_at, c.registers_at, c.problem,
  r.target_rule, r.success_rule, r.stay_rule`;
const source = sql`cultivation.campaign c join cultivation.campaign_rule r
  on r.district = c.district and r.campaign_id = c.id and r.version = c.rule_version`;

export async function findCampaign(db: Db, district: string, id: string): Promise<CampaignRow | undefined> {
  const { rows } = await sql<CampaignRow>`select ${columns} from ${source}
    where c.district = ${district} and c.id = ${id}`.execute(db);
  return rows[0];
}

/**
 * The campaign, held against changes of rule, state and assignment and against a second reading until the transaction ends.
 * Not against whoever logs a visit: that one holds its target and must not wait for what waits for the target.
 */
export async function lockCampaign(tx: Tx, district: string, id: string): Promise<CampaignRow | undefined> {
  await sql`select 1 from cultivation.campaign where district = ${district} and id = ${id} for no key update`.execute(
    tx,
  );
  return findCampaign(tx, district, id);
}

/** Running ones first, then drafts, then closed ones; the newest first. */
export async function listCampaignRows(
  db: Db,
  district: string,
  filter: { state?: readonly string[] | undefined; clause?: readonly string[] | undefined },
): Promise<CampaignRow[]> {
  const tests: RawBuilder<unknown>[] = [sql`c.district = ${district}`];
  if (filter.state?.length) tests.push(sql`c.state = any(${filter.state}::text[])`);
  if (filter.clause?.length) tests.push(sql`c.clause = any(${filter.clause}::text[])`);
  const { rows } = await sql<CampaignRow>`select ${columns} from ${source} where ${sql.join(tests, sql` and `)}
    order by array_position(array['running', 'draft', 'closed'], c.state), c.from_on desc, c.created_at desc`.execute(
    db,
  );
  return rows;
}

export interface NewCampaign
  extends Pick<
    CampaignRow,
    | 'id'
    | 'template'
    | 'title'
    | 'clause'
    | 'subject'
    | 'purpose'
    | 'caution'
    | 'steps'
    | 'questions'
    | 'responsible'
    | 'assignment'
    | 'goal'
  > {
  readonly from: string;
  readonly to: string;
  readonly rules: RuleTexts;
}

export async function insertCampaign(tx: Tx, ctx: Ctx, campaign: NewCampaign): Promise<void> {
  const { id, template, title, clause, subject, purpose, caution, responsible, assignment, goal } = campaign;
  await sql`insert into cultivation.campaign (district, id, template, title, clause, subject, purpose, caution, steps, questions,
      responsible, assignment, state, from_on, to_on, goal, created_by, created_at)
    values (${ctx.district}, ${id}, ${template}, ${title}, ${clause}, ${subject}, ${purpose}, ${caution}, ${JSON.stringify(campaign.steps)},
      ${JSON.stringify(campaign.questions)}, ${responsible}, ${assignment}, 'draft', ${campaign.from}, ${campaign.to}, ${goal},
      ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
  await insertRule(tx, ctx, id, { version: 1, rules: campaign.rules, note: null });
}

/** Writes the rules as a version of the campaign and makes it the one that applies. */
export async function insertRule(
  tx: Tx,
  ctx: Ctx,
  campaignId: string,
  { version, rules, note }: { version: number; rules: RuleTexts; note: string | null },
): Promise<void> {
  await sql`insert into cultivation.campaign_rule (district, campaign_id, version, target_rule, success_rule, stay_rule, note, actor_name, at)
    values (${ctx.district}, ${campaignId}, ${version}, ${rules.target}, ${rules.success}, ${rules.stay}, ${note},
      ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
  await sql`update cultivation.campaign set rule_version = ${version}
    where district = ${ctx.district} and id = ${campaignId}`.execute(tx);
}

export type CampaignChange = Partial<{
  title: string;
  purpose: string;
  from_on: string;
  to_on: string;
  goal: number | null;
  state: CampaignRow['state'];
  baseline_on: string;
  started_at: Date;
  closed_at: Date;
  close_note: string;
  refreshed_on: string;
  refreshed_at: Date;
  facts_at: string | null;
  registers_at: string;
  problem: string | null;
}>;

export async function updateCampaignRow(tx: Tx, district: string, id: string, change: CampaignChange): Promise<void> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  const sets = given.map(([column, value]) => sql`${sql.id(column)} = ${value}`);
  await sql`update cultivation.campaign set ${sql.join(sets)} where district = ${district} and id = ${id}`.execute(tx);
}

/** When the facts of the subjects were last computed; null while they never were. */
export async function factsComputedAt(db: Db, district: string, subjects: readonly string[]): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`select max(refreshed_at) as at from facts.state
    where district = ${district} and subject = any(${subjects}::text[])`.execute(db);
  return rows[0]?.at ?? null;
}
