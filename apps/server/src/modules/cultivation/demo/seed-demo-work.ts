import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type Actor, type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { createCampaign } from '../commands/create-campaign.ts';
import { startCampaign } from '../commands/start-campaign.ts';
import { fillRule } from '../domain/fill-template.ts';
import { workOfVisits } from '../domain/work-of-visits.ts';
import { listAssigneeRows } from '../repositories/assignee-repository.ts';
import { writeHistory } from '../repositories/history-repository.ts';
import { insertPoolEntry, updatePoolRow } from '../repositories/pool-repository.ts';
import { updateWork } from '../repositories/target-repository.ts';
import { insertVisit, listLog } from '../repositories/visit-repository.ts';
import { type DemoTarget, type PlannedVisit, planVisits } from './plan-visits.ts';
import { randomFrom } from './random.ts';

const SEED = 20_260_101;
/** Visits are logged in the evening of their day, China time. */
const LOGGED_AT = 'T10:00:00Z';

/** Whether the district has any campaign yet. */
export async function hasCampaigns(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql`select 1 from cultivation.campaign where district = ${ctx.district} limit 1`.execute(
    ctx.db,
  );
  return rows.length > 0;
}

interface Opened {
  readonly id: string;
  readonly topic: string;
  readonly visits: number;
  readonly steps: readonly string[];
}

async function openCampaigns(ctx: Ctx): Promise<Opened[]> {
  const { demoWork, campaigns } = ctx.services.jurisdiction;
  const opened: Opened[] = [];
  for (const order of demoWork.campaigns) {
    const template = campaigns.templates.find((one) => one.code === order.template);
    if (template === undefined) continue;
    const id = await createCampaign(ctx, {
      template: template.code,
      title: `${order.from.slice(0, 4)}年${template.title}`,
      clause: template.clause,
      purpose: `${template.purpose}${demoWork.remark}`,
      targetRule: fillRule(template.target, order.from),
      successRule: fillRule(template.success, order.from),
      from: order.from,
      to: order.to,
      goal: order.goal,
      assignment: 'town',
    });
    await startCampaign(ctx, id);
    await sql`update cultivation.campaign set demo = true where district = ${ctx.district} and id = ${id}`.execute(
      ctx.db,
    );
    const steps = template.steps.filter((step) => !step.fromRegister).map((step) => step.code);
    opened.push({ id, topic: order.topic, visits: order.visits, steps });
  }
  return opened;
}

/** The demo officer works the towns for which the demo has no liaison account. */
async function takeTowns(tx: Tx, ctx: Ctx, officerId: string): Promise<void> {
  await sql`update cultivation.target set assignee_id = ${officerId} where district = ${ctx.district} and assignee_id is null
    and town_code = any(${ctx.services.jurisdiction.demoWork.officerTowns}::text[])`.execute(tx);
}

async function logDemoVisit(
  tx: Tx,
  ctx: Ctx,
  accounts: ReadonlyMap<string, Actor>,
  planned: PlannedVisit,
  campaignId: string,
) {
  const { assigneeId, ...visit } = planned;
  const actor = accounts.get(assigneeId);
  if (actor === undefined) return;
  const then: Ctx = { ...ctx, actor, now: new Date(`${visit.visitedOn}${LOGGED_AT}`) };
  await insertVisit(tx, then, { ...visit, id: uuidv7(), note: null, counts: true }, true);
  await updateWork(tx, ctx.district, visit.targetId, workOfVisits(await listLog(tx, ctx.district, visit.targetId)));
  await writeHistory(tx, then, [
    { campaignId, targetId: visit.targetId, kind: 'visited', on: visit.visitedOn, text: `走访（${visit.visitedOn}）` },
  ]);
}

async function seedVisits(ctx: Ctx, opened: readonly Opened[]): Promise<number> {
  const random = randomFrom(SEED);
  const accounts = new Map(
    (await listAssigneeRows(ctx.db, ctx)).map(({ id, name, username }): [string, Actor] => [
      id,
      { ...ctx.actor, userId: id, displayName: name, username },
    ]),
  );
  let logged = 0;
  await inTransaction(ctx, async (tx) => {
    const officer = [...accounts.values()].find((account) => account.username === 'officer');
    if (officer?.userId) await takeTowns(tx, ctx, officer.userId);
    for (const { id, topic: code, visits, steps } of opened) {
      const topic = ctx.services.jurisdiction.demoWork.topics.get(code);
      if (topic === undefined) continue;
      const { rows: targets } = await sql<DemoTarget>`select id, assignee_id as "assigneeId", entered_on as "enteredOn",
          succeeded_on as "succeededOn"
        from cultivation.target where district = ${ctx.district} and campaign_id = ${id} and assignee_id is not null
          and outcome is distinct from 'left' order by label limit 400`.execute(tx);
      const order = { count: visits, steps, today: ctx.today, random };
      for (const planned of planVisits(topic, targets, order)) {
        await logDemoVisit(tx, ctx, accounts, planned, id);
        logged += 1;
      }
    }
  });
  return logged;
}

/** Marks that were registered first and are held by parties of the district stand in the pool. */
async function seedPool(ctx: Ctx): Promise<void> {
  const { demoWork } = ctx.services.jurisdiction;
  const { rows: marks } = await sql<{ id: string; key: string; name: string }>`
    select distinct on (q.party_id) q.id, q.key, q.name from (
      select r.id, r.record_key as key, r.name, r.registered_on, m.party_id from ip_rights.trademark r
      join ip_rights.trademark_period t on t.district = r.district and t.trademark_id = r.id and t.status = 'registered'
        and t.valid_from <= ${ctx.today} and (t.valid_to is null or ${ctx.today} < t.valid_to)
      join ip_rights.trademark_holder h on h.district = r.district and h.trademark_id = r.id
      join parties.mention m on m.district = h.district and m.id = h.mention_id and m.party_id is not null
      where r.district = ${ctx.district} and r.country = 'CN' and r.registered_on is not null
      order by r.registered_on, r.record_key limit 40) q order by q.party_id, q.registered_on, q.key`.execute(ctx.db);
  await inTransaction(ctx, async (tx) => {
    for (const [at, entry] of demoWork.pool.entries()) {
      const mark = marks.toSorted((a, b) => (a.key < b.key ? -1 : 1))[at];
      if (mark === undefined) return;
      const id = uuidv7();
      const { stage, route, note } = entry;
      await insertPoolEntry(tx, ctx, {
        id,
        trademarkId: mark.id,
        key: mark.key,
        mark: mark.name,
        stage,
        route,
        note,
        demo: true,
      });
      const evidence = Object.fromEntries(entry.evidence.map((code) => [code, { have: true, note: null }]));
      await updatePoolRow(tx, ctx.district, id, { stage, route, note, evidence, removedOn: null });
    }
  });
}

/**
 * Starts the campaigns of the demo district on its imported registers, with invented visits by the demo accounts and a pool
 * of marks; all of it is marked as demo. Does nothing where a campaign is there already.
 * @param settle runs the jobs that follow
 * @returns how many campaigns and visits were made
 */
export async function seedDemoWork(
  ctx: Ctx,
  settle: () => Promise<void>,
): Promise<{ campaigns: number; visits: number }> {
  if (await hasCampaigns(ctx)) return { campaigns: 0, visits: 0 };
  const opened = await openCampaigns(ctx);
  await settle();
  const visits = await seedVisits(ctx, opened);
  await seedPool(ctx);
  return { campaigns: opened.length, visits };
}
