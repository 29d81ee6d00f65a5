import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { compileFor, diffRules, factRelation, factSource, needsOf, type Rule } from '../../../platform/facts/index.ts';
import { baselineDay } from '../domain/baseline-day.ts';
import type { CampaignRow } from '../repositories/campaign-repository.ts';
import { subjectTexts } from '../repositories/subject-texts.ts';

export interface TargetDiff {
  /** Subjects that would come in. */
  readonly added: readonly string[];
  /** Targets that would leave. */
  readonly dropped: readonly { readonly id: string; readonly subjectId: string; readonly visits: number }[];
  readonly unchanged: number;
}

interface Target {
  readonly id: string;
  readonly subjectId: string;
  readonly enteredOn: string;
  readonly visits: number;
  readonly gone: boolean;
  readonly byRule: boolean;
}

/** Subjects for which a rule holds on a day; `ids` restricts to some, which spares computing the others on a past day. */
async function holdingOn(
  db: Db,
  ctx: Ctx,
  rule: Rule,
  asOf: string | undefined,
  ids?: readonly string[],
): Promise<ReadonlySet<string>> {
  const source = await factSource(db, ctx, {
    ...needsOf(rule.subject, [rule], [], asOf),
    ...(ids === undefined ? {} : { ids }),
  });
  const { joins, expressions } = compileFor([rule], source.freshness.asOf);
  const among: RawBuilder<unknown> = ids === undefined ? sql`true` : sql`s.subject_id = any(${ids}::uuid[])`;
  const { rows } = await sql<{ id: string }>`with ${source.relations} select s.subject_id as id
    from ${factRelation(rule.subject)} s ${joins} where ${expressions[0]} and ${among}`.execute(db);
  return new Set(rows.map((row) => row.id));
}

async function listAll(db: Db, district: string, campaignId: string): Promise<Target[]> {
  const { rows } = await sql<Target>`select id, subject_id as "subjectId", entered_on as "enteredOn", visits,
      outcome is not distinct from 'left' as gone, left_kind is not distinct from 'rule' as "byRule"
    from cultivation.target where district = ${district} and campaign_id = ${campaignId}`.execute(db);
  return rows;
}

/**
 * Whom a changed target rule adds and drops. A target stays when the rule holds for it now, or held on the day it came
 * in: who has succeeded since is not dropped for having succeeded.
 */
export async function diffTargets(
  db: Db,
  ctx: Ctx,
  campaign: CampaignRow,
  before: Rule,
  after: Rule,
): Promise<TargetDiff> {
  if (campaign.state === 'draft') return diffOfDraft(ctx, campaign, before, after);
  const targets = await listAll(db, ctx.district, campaign.id);
  const wanted = await holdingOn(db, ctx, after, undefined);
  const known = new Set(targets.filter((target) => !target.gone || !target.byRule).map((target) => target.subjectId));
  const added = [...wanted].filter((id) => !known.has(id));
  const doubtful = targets.filter((target) => !target.gone && !wanted.has(target.subjectId));
  const dropped: Target[] = [];
  for (const [day, entered] of Map.groupBy(doubtful, (target) => target.enteredOn)) {
    const ids = entered.map((target) => target.subjectId);
    const then = await holdingOn(db, ctx, after, day, ids);
    dropped.push(...entered.filter((target) => !then.has(target.subjectId)));
  }
  const present = targets.filter((target) => !target.gone).length;
  return { added, dropped, unchanged: present - dropped.length };
}

/** A draft has no targets yet: what its baseline would be by the one rule and by the other. */
async function diffOfDraft(ctx: Ctx, campaign: CampaignRow, before: Rule, after: Rule): Promise<TargetDiff> {
  const asOf = baselineDay(campaign.from_on, ctx.today);
  const all = { page: 1, pageSize: 1_000_000 };
  const diff = await diffRules(ctx, { subject: campaign.subject, before, after, asOf, everyone: true, ...all });
  return {
    added: diff.added.ids,
    dropped: diff.dropped.ids.map((id) => ({ id, subjectId: id, visits: 0 })),
    unchanged: diff.kept,
  };
}

/** Names and towns of some subjects, for a sample. */
export async function sampleOf(ctx: Ctx, campaign: Pick<CampaignRow, 'subject'>, ids: readonly string[]) {
  const texts = subjectTexts(campaign.subject, ctx.district, sql`select unnest(${ids}::uuid[])`);
  const { rows } = await sql<{ id: string; label: string; town_code: string | null }>`select s.id, s.label, s.town_code
    from (${texts}) s order by s.town_code, s.label`.execute(ctx.db);
  return rows.map(({ id, label, town_code }) => ({ id, label, town: ctx.services.places.townName(town_code) }));
}
