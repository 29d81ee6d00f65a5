import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { registerVersions } from '../../../platform/register-index/index.ts';
import { partingWords } from '../domain/parting-words.ts';
import { tellChange, wordsOfDay } from '../domain/tell-change.ts';
import { rulesOfCampaign, sentenceOf, subjectsOf } from '../queries/campaign-rules.ts';
import { type Explained, explainMany } from '../queries/explain-subjects.ts';
import { assignByTown } from '../repositories/assignee-repository.ts';
import {
  type CampaignRow,
  factsComputedAt,
  lockCampaign,
  updateCampaignRow,
} from '../repositories/campaign-repository.ts';
import { writeHistory } from '../repositories/history-repository.ts';
import {
  type CampaignRules,
  type DayReading,
  followTexts,
  hasProgress,
  insertArrivals,
  listPartings,
  type ReadTarget,
  readDay,
  rejoinReturned,
  updateOutcomes,
  writeProgress,
} from '../repositories/reading-repository.ts';

/** Changes are explained and written in portions of this size. */
const PORTION = 500;

export interface RefreshResult {
  readonly asOf: string;
  readonly arrived: number;
  readonly changed: number;
}

/** A campaign in the middle of a reading of one day. */
interface Turn {
  readonly ctx: Ctx;
  readonly tx: Tx;
  readonly campaign: CampaignRow;
  readonly rules: CampaignRules;
  readonly on: string;
  /** The day to ask facts for when explaining: absent as of now. */
  readonly asOf: string | undefined;
}

type Reasons = ReadonlyMap<string, Explained>;

/** Takes in whom the rule selects now, each with the reason; says which of them have succeeded already. */
async function takeIn(turn: Turn, arriving: DayReading['arriving']): Promise<ReadTarget[]> {
  const { tx, ctx, campaign, on } = turn;
  const succeeded = new Set(arriving.flatMap((one) => (one.succeeded ? [one.subjectId] : [])));
  const done: ReadTarget[] = [];
  for (let at = 0; at < arriving.length; at += PORTION) {
    const subjectIds = arriving.slice(at, at + PORTION).map((one) => one.subjectId);
    const part = await insertArrivals(tx, ctx, campaign, { on, subjectIds });
    const why = await explain(turn, 'target', part);
    await writeHistory(
      tx,
      ctx,
      part.map(({ id, subjectId }) => {
        const reason = why.get(subjectId);
        return {
          campaignId: campaign.id,
          targetId: id,
          kind: 'arrived',
          on,
          text: `基期之后符合对象规则，补入名单${reason === undefined ? '' : `：${reason.words}`}`,
          evidence: reason?.trace,
        };
      }),
    );
    done.push(...part.filter((one) => succeeded.has(one.subjectId)).map((one) => ({ ...FRESH, ...one })));
  }
  return done;
}

/** A target that has just come in and meets the success rule. */
const FRESH = { label: '', outcome: null, leftKind: null, present: true, stay: true, success: true, wanted: true };

async function explain(
  { ctx, rules, asOf }: Turn,
  rule: 'target' | 'success',
  targets: readonly { subjectId: string }[],
): Promise<Reasons> {
  const ids = targets.map((target) => target.subjectId);
  return ids.length === 0 ? new Map() : explainMany(ctx, rules[rule], ids, asOf);
}

/** Writes what changed; says of what kinds the changes were. */
async function applyPortion(turn: Turn, targets: readonly ReadTarget[]): Promise<string[]> {
  const { tx, ctx, campaign, rules, on } = turn;
  const leaving = targets.filter((target) => !target.present || target.stay === false);
  const why = await explain(
    turn,
    'success',
    targets.filter((target) => target.present),
  );
  const partings =
    rules.subject === 'enterprise' && leaving.length > 0
      ? await listPartings(
          tx,
          ctx.district,
          leaving.map((target) => target.id),
        )
      : new Map();
  const told = targets.flatMap((target) => {
    const parting = partingWords(
      target,
      partings.get(target.id),
      rules.stay === null ? null : sentenceOf(ctx, rules.stay),
    );
    const one = tellChange(target, { on, reason: why.get(target.subjectId), parting });
    return one === undefined ? [] : [one];
  });
  await updateOutcomes(
    tx,
    ctx.district,
    told.map((one) => one.change),
  );
  await writeHistory(
    tx,
    ctx,
    told.map(({ change, entry }) => ({ ...entry, campaignId: campaign.id, targetId: change.id, on })),
  );
  return told.map((one) => one.entry.kind);
}

/** One line for the campaign's own history: what the day brought. */
async function tellDay({ tx, ctx, campaign, on }: Turn, arrived: number, kinds: readonly string[]): Promise<void> {
  const text = wordsOfDay(arrived, kinds);
  if (text === null) return;
  await writeHistory(tx, ctx, [{ campaignId: campaign.id, targetId: null, kind: 'read', on, text }]);
}

/** Names, towns and ids of the targets follow the registers, when those have changed. Returns their state. */
async function followRegisters(tx: Tx, ctx: Ctx, campaign: CampaignRow): Promise<string> {
  const state = await registerVersions(tx, ctx.district, ['parties', 'mentions', 'patents', 'trademarks', 'madrid']);
  if (state === campaign.registers_at) return state;
  await rejoinReturned(tx, ctx.district, campaign);
  await followTexts(tx, ctx.district, campaign);
  return state;
}

/**
 * Reads one day of a running campaign inside the caller's transaction: who comes in, who succeeded, who no longer does,
 * who left and who returned, each with the facts that say so. Nothing else ever sets these states.
 * @param asOf a past day, computed from the registers; absent: the facts of now
 */
export async function readCampaign(
  tx: Tx,
  reader: Ctx,
  campaign: CampaignRow,
  asOf?: string | undefined,
): Promise<RefreshResult> {
  // Whoever set it off: what is read from the registers is the system's word.
  const ctx: Ctx = { ...reader, actor: systemActor };
  const rules = rulesOfCampaign(ctx, campaign);
  const factsAt = await factsComputedAt(tx, ctx.district, subjectsOf(rules));
  const registersAt = await followRegisters(tx, ctx, campaign);
  const { on, arriving, changing } = await readDay(tx, ctx, campaign.id, rules, asOf);
  const turn: Turn = { ctx, tx, campaign, rules, on, asOf };
  const all = [...changing, ...(await takeIn(turn, arriving))];
  const kinds: string[] = [];
  for (let at = 0; at < all.length; at += PORTION)
    kinds.push(...(await applyPortion(turn, all.slice(at, at + PORTION))));
  await tellDay(turn, arriving.length, kinds);
  if (campaign.assignment === 'town' && arriving.length > 0) await assignByTown(tx, ctx, campaign.id);
  if (arriving.length + kinds.length > 0 || !(await hasProgress(tx, ctx.district, campaign.id, on)))
    await writeProgress(tx, ctx.district, campaign.id, on);
  await updateCampaignRow(tx, ctx.district, campaign.id, {
    refreshed_on: on,
    refreshed_at: ctx.services.clock.now(),
    facts_at: asOf === undefined ? factsAt : null,
    registers_at: registersAt,
    problem: null,
  });
  return { asOf: on, arrived: arriving.length, changed: kinds.length };
}

/** {@link readCampaign} in a transaction of its own; undefined when the campaign does not run. */
export async function refreshCampaign(ctx: Ctx, id: string, asOf?: string): Promise<RefreshResult | undefined> {
  return inTransaction(ctx, async (tx) => {
    const campaign = await lockCampaign(tx, ctx.district, id);
    if (campaign?.state !== 'running') return undefined;
    return readCampaign(tx, ctx, campaign, asOf);
  });
}
