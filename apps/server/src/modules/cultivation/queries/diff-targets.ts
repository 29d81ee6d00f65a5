import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import {
  type CompiledRules,
  compileFor,
  diffRules,
  factRelation,
  factSource,
  needsOf,
  type Rule,
} from '../../../platform/facts/index.ts';
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
  return selectIds(db, ctx, rule, { asOf, ids, where: (compiled) => compiled.expressions[0] as RawBuilder<unknown> });
}

async function selectIds(db: Db, ctx: Ctx, rule: Rule, { asOf, ids, where }: Choice): Promise<ReadonlySet<string>> {
  const needs = { ...needsOf(rule.subject, [rule], [], asOf), ...(ids === undefined ? {} : { ids }) };
  const source = await factSource(db, ctx, needs);
  const compiled = compileFor([rule], source.freshness.asOf);
  const among: RawBuilder<unknown> = ids === undefined ? sql`true` : sql`s.subject_id = any(${ids}::uuid[])`;
  const { rows } = await sql<{ id: string }>`with ${source.relations} select s.subject_id as id
    from ${factRelation(rule.subject)} s ${compiled.joins} where ${where(compiled)} and ${among}`.execute(db);
  return new Set(rows.map((row) => row.id));
}

interface Choice {
  readonly asOf?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly where: (compiled: CompiledRules) => RawBuilder<unknown>;
}

/** Subjects of which a condition that `after` has and `before` had not is known not to hold now. */
async function failingAdded(
  db: Db,
  ctx: Ctx,
  { before, after }: RuleChange,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const old = new Set(before.conditions.map((condition) => condition.zh));
  const added = after.conditions.flatMap((condition, at) => (old.has(condition.zh) ? [] : [at]));
  if (added.length === 0 || ids.length === 0) return new Set();
  const where = ({ conditions }: CompiledRules) =>
    sql`(${sql.join(
      added.map((at) => sql`(${conditions[0]?.[at]}) is false`),
      sql` or `,
    )})`;
  return selectIds(db, ctx, after, { ids, where });
}

export interface RuleChange {
  readonly before: Rule;
  readonly after: Rule;
}

async function listAll(db: Db, district: string, campaignId: string): Promise<Target[]> {
  const { rows } = await sql<Target>`select id, subject_id as "subjectId", entered_on as "enteredOn", visits,
      outcome is not distinct from 'left' as gone, left_kind is not distinct from 'rule' as "byRule"
    from cultivation.target where district = ${district} and campaign_id = ${campaignId}`.execute(db);
  return rows;
}

/** Of some targets those for which a rule holds neither now nor held on the day they came in. */
async function never(db: Db, ctx: Ctx, rule: Rule, targets: readonly Target[]): Promise<Target[]> {
  const idsOf = (some: readonly Target[]) => some.map((target) => target.subjectId);
  const now = await holdingOn(db, ctx, rule, undefined, idsOf(targets));
  const left: Target[] = [];
  const rest = targets.filter((target) => !now.has(target.subjectId));
  for (const [day, entered] of Map.groupBy(rest, (target) => target.enteredOn)) {
    const then = await holdingOn(db, ctx, rule, day, idsOf(entered));
    left.push(...entered.filter((target) => !then.has(target.subjectId)));
  }
  return left;
}

/**
 * Whom a changed target rule adds and drops. A target stays when the rule holds for it now, or held on the day it came
 * in. Where the former rule holds no more either, because the target has succeeded since and files tell of it for days
 * gone by, it leaves only when a condition that is new is not met.
 */
export async function diffTargets(db: Db, ctx: Ctx, campaign: CampaignRow, change: RuleChange): Promise<TargetDiff> {
  if (campaign.state === 'draft') return diffOfDraft(ctx, campaign, change);
  const targets = await listAll(db, ctx.district, campaign.id);
  const wanted = await holdingOn(db, ctx, change.after, undefined);
  const known = new Set(targets.filter((target) => !target.gone || !target.byRule).map((target) => target.subjectId));
  const present = targets.filter((target) => !target.gone);
  const doubtful = await never(db, ctx, change.after, present);
  const unclear = await never(db, ctx, change.before, doubtful);
  const failing = await failingAdded(
    db,
    ctx,
    change,
    unclear.map((target) => target.subjectId),
  );
  const kept = new Set(unclear.filter((target) => !failing.has(target.subjectId)));
  const dropped = doubtful.filter((target) => !kept.has(target));
  return {
    added: [...wanted].filter((id) => !known.has(id)),
    dropped,
    unchanged: present.length - dropped.length,
  };
}

/** A draft has no targets yet: what its baseline would be by the one rule and by the other. */
async function diffOfDraft(ctx: Ctx, campaign: CampaignRow, { before, after }: RuleChange): Promise<TargetDiff> {
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
