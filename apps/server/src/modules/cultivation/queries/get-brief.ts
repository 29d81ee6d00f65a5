import { sql } from 'kysely';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { factText, loadFacts, shownUnit, subjectEntry } from '../../../platform/facts/index.ts';
import { rightsOfParty } from '../../ip-rights/index.ts';
import { ADVICE_READ, CAMPAIGN_READ, TARGET_READ, VISIT_READ } from '../cultivation.catalogue.ts';
import { findCampaign } from '../repositories/campaign-repository.ts';
import { selectTargets, type TargetRow, targetTests } from '../repositories/target-repository.ts';
import { selectVisits, visitTests } from '../repositories/visit-repository.ts';
import { parsePart, sentenceOf } from './campaign-rules.ts';
import { getClassGap } from './class-gaps.ts';
import { explainMany } from './explain-subjects.ts';

const SHOWN_CLASSES = 4;
const SHOWN_VISITS = 3;
const SHOWN_QUESTIONS = 8;

/** What stands at the top of the page; facts that are unknown or simply not so are left out. */
const FACTS = [
  'status',
  'town',
  'zone',
  'industry',
  'establishedOn',
  'capitalFen',
  'highTech',
  'highTechUntil',
  'aboveScale',
  'revenueFen',
  'advantageLevel',
  'demonstrationLevel',
  'specialisedLevel',
  'listed',
  'exporter',
  'standard.valid',
  'standard.expiresOn',
];
const RIGHTS = [
  'patents.valid',
  'patents.invention.valid',
  'patents.pending',
  'patents.highValue.total',
  'patents.abnormal',
  'trademarks.valid',
  'trademarks.classCount',
  'trademarks.withUseEvidence',
  'madrid.registrations',
  'gi.authorised',
];

/** The enterprise of the brief: its own id, or that of a right on a worklist whose holder is visited. */
async function partyOf(ctx: Ctx, id: string): Promise<{ id: string; name: string; uscc: string | null }> {
  const scope = scopeFor(ctx, ADVICE_READ);
  const within = scope.kind === 'district' ? sql`true` : sql`p.town_code = any(${scope.towns}::text[])`;
  const { rows } = await sql<{
    id: string;
    name: string;
    uscc: string | null;
  }>`select p.id, p.name, p.uscc from parties.party p
    where p.district = ${ctx.district} and ${within} and p.id = coalesce(
      (select t.party_id from cultivation.target t where t.district = p.district and t.subject_id = ${id} limit 1), ${id})`.execute(
    ctx.db,
  );
  if (rows[0] === undefined) throw new AppError('platform.not-found');
  return rows[0];
}

async function factsOf(ctx: Ctx, partyId: string) {
  const { facts } = subjectEntry(ctx, 'enterprise');
  const known = (paths: readonly string[]) => paths.filter((path) => facts.has(path));
  const paths = [...known(FACTS), ...known(RIGHTS)];
  const { rows, freshness } = await loadFacts(ctx, { subject: 'enterprise', ids: [partyId], paths });
  const row = rows.get(partyId) ?? {};
  const spec = (path: string) => facts.get(path)!.spec;
  const value = (path: string) => row[path] as Parameters<typeof factText>[2];
  return {
    freshness,
    facts: known(FACTS).flatMap((path) => {
      const text = factText(ctx, spec(path), value(path));
      if (text === null || value(path) === false) return [];
      const unit = shownUnit(ctx, spec(path));
      return [{ label: spec(path).label[ctx.language], value: unit === null ? text : `${text} ${unit}` }];
    }),
    rights: known(RIGHTS).map((path) => ({
      label: spec(path).label[ctx.language],
      value: Number(value(path) ?? 0),
      unit: shownUnit(ctx, spec(path)) ?? '',
    })),
  };
}

/** Why the enterprise is on a campaign's list: what the rule met on the day it came in. */
async function whyOf(ctx: Ctx, target: TargetRow, ruleText: string): Promise<string> {
  const { rule } = parsePart(ctx, target.subject, 'targetRule', ruleText);
  if (rule === null) return '';
  const reason = (await explainMany(ctx, rule, [target.subject_id], target.entered_on)).get(target.subject_id);
  const met = reason === undefined ? '' : `（${reason.words}）`;
  return `${target.entered_on} 符合：${sentenceOf(ctx, rule)}${met}`;
}

async function campaignsOf(ctx: Ctx, partyId: string) {
  if (!may(ctx, TARGET_READ) || !may(ctx, CAMPAIGN_READ)) return { campaigns: [], questions: [] };
  const where = sql`${targetTests(ctx, TARGET_READ, { running: true })} and t.party_id = ${partyId}`;
  const { rows } = await selectTargets(ctx, where, 'campaign').execute(ctx.db);
  const campaigns: { title: string; why: string; state: TargetRow['state']; targetId: string }[] = [];
  const questions = new Set<string>();
  for (const target of rows) {
    const campaign = await findCampaign(ctx.db, ctx.district, target.campaign_id);
    if (campaign === undefined) continue;
    const title = target.subject === 'enterprise' ? campaign.title : `${campaign.title}：${target.label}`;
    campaigns.push({
      title,
      why: await whyOf(ctx, target, campaign.target_rule),
      state: target.state,
      targetId: target.id,
    });
    if (target.outcome === null || target.outcome === 'reverted')
      for (const question of campaign.questions) questions.add(question);
  }
  return { campaigns, questions: [...questions].slice(0, SHOWN_QUESTIONS) };
}

/** One page on an enterprise before a visit: facts, rights, what to do, campaigns and why, class advice, last visits, questions. */
export async function getBrief(ctx: Ctx, id: string) {
  const party = await partyOf(ctx, id);
  const { facts, rights, freshness } = await factsOf(ctx, party.id);
  const { nextSteps } = await rightsOfParty(ctx, party.id, ctx.today);
  const gap = await getClassGap(ctx, party.id);
  const visits = may(ctx, VISIT_READ)
    ? await selectVisits(ctx.db, visitTests(ctx, VISIT_READ, { party: party.id }), { limit: SHOWN_VISITS })
    : [];
  return {
    partyId: party.id,
    name: party.name,
    uscc: party.uscc,
    facts,
    rights,
    toDo: nextSteps.map(({ title, text, dueOn, level }) => ({ title, text, dueOn, level })),
    ...(await campaignsOf(ctx, party.id)),
    classAdvice: gap.advised
      .filter((one) => one.strength !== 'neighbour')
      .slice(0, SHOWN_CLASSES)
      .map(({ niceClass, label, reasons }) => ({ niceClass, label, reason: reasons[0]?.text ?? '' })),
    lastVisits: visits.map((row) => ({
      on: row.visited_on,
      by: row.by_name,
      summary: row.summary,
      nextStep: row.next_step,
    })),
    freshness,
  };
}
