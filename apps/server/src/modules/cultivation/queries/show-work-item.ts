import type { TraceNode } from '@jince/contract';
import { maskPersonalInformation } from '@jince/law';
import { sql } from 'kysely';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { Rule } from '../../../platform/facts/index.ts';
import { TARGET_READ, VISIT_LOG } from '../cultivation.catalogue.ts';
import { type CampaignRow, findCampaign } from '../repositories/campaign-repository.ts';
import { listTargetHistory, toHistoryLine } from '../repositories/history-repository.ts';
import { findTarget, selectTargets, type TargetRow, targetTests } from '../repositories/target-repository.ts';
import { selectVisits, visitTests } from '../repositories/visit-repository.ts';
import { parsePart } from './campaign-rules.ts';
import { explainMany } from './explain-subjects.ts';
import { toVisit } from './list-visits.ts';
import { toWorkItem } from './list-work-items.ts';

const SHOWN_VISITS = 200;

async function contactOf(ctx: Ctx, partyId: string | null) {
  const { rows } = await sql<{
    address: string | null;
    phone: string | null;
  }>`select p.address, p.contact_phone as phone
    from parties.party p where p.district = ${ctx.district} and p.id = ${partyId}`.execute(ctx.db);
  const { address = null, phone = null } = rows[0] ?? {};
  if (phone === null || may(ctx, 'parties.party.unmask')) return { address, contact: phone };
  return { address, contact: maskPersonalInformation('phone', phone, ctx.today) };
}

/** Trace of a rule for the target; says that it cannot be told when the subject is gone or the rule faulty. */
async function traceOf(ctx: Ctx, target: TargetRow, rule: Rule | null, asOf?: string): Promise<TraceNode> {
  const unknown = (sentence: string): TraceNode => ({ sentence, outcome: 'unknown', inputs: [], parts: [] });
  if (rule === null) return unknown('规则有误，无法判断');
  const reason = (await explainMany(ctx, rule, [target.subject_id], asOf)).get(target.subject_id);
  return reason?.trace ?? unknown(target.left_reason ?? '该对象不在登记中');
}

/** Why it was put on the list: as of the day it came in, for what held then may hold no longer. */
async function whyOf(ctx: Ctx, campaign: CampaignRow, target: TargetRow): Promise<TraceNode> {
  const { rule } = parsePart(ctx, campaign.subject, 'targetRule', campaign.target_rule);
  return traceOf(ctx, target, rule, target.entered_on);
}

async function othersOf(ctx: Ctx, target: TargetRow) {
  if (target.party_id === null) return [];
  const where = sql`${targetTests(ctx, TARGET_READ, {})} and t.party_id = ${target.party_id} and t.id <> ${target.id}`;
  const { rows } = await selectTargets(ctx, where, 'campaign').execute(ctx.db);
  return rows.map((row) => ({ id: row.id, title: row.campaign_title, state: row.state }));
}

/** One target: why it is on the list, what is missing to success, its visits and what happened to it. */
export async function getWorkItem(ctx: Ctx, id: string) {
  const target = await findTarget(ctx.db, ctx, TARGET_READ, id);
  if (target === undefined) throw new AppError('platform.not-found');
  const campaign = (await findCampaign(ctx.db, ctx.district, target.campaign_id)) as CampaignRow;
  const success = parsePart(ctx, campaign.subject, 'successRule', campaign.success_rule).rule;
  const visits = await selectVisits(ctx.db, visitTests(ctx, TARGET_READ, { target: id }), { limit: SHOWN_VISITS });
  const history = await listTargetHistory(ctx.db, ctx.district, id);
  const mayLog = may(ctx, VISIT_LOG) && (await findTarget(ctx.db, ctx, VISIT_LOG, id)) !== undefined;
  return {
    ...toWorkItem(ctx, target),
    ...(await contactOf(ctx, target.party_id)),
    why: await whyOf(ctx, campaign, target),
    success: await traceOf(ctx, target, success),
    steps: [...campaign.steps],
    visitLog: visits.map(toVisit),
    timeline: history.map(toHistoryLine),
    otherCampaigns: await othersOf(ctx, target),
    mayLog,
  };
}
