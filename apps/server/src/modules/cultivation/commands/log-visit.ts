import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { VISIT_LOG } from '../cultivation.catalogue.ts';
import { cleanText, requireDays, withoutNumbers } from '../domain/check-input.ts';
import { workOfVisits } from '../domain/work-of-visits.ts';
import { findCampaign } from '../repositories/campaign-repository.ts';
import { writeHistory } from '../repositories/history-repository.ts';
import { findTarget, lockTarget, type TargetRow, updateWork } from '../repositories/target-repository.ts';
import { findVisitOwner, insertVisit, listLog, type NewVisit } from '../repositories/visit-repository.ts';

export interface LogVisitInput {
  readonly id: string;
  readonly visitedOn: string;
  readonly channel: NewVisit['channel'];
  readonly person?: string | null | undefined;
  readonly summary: string;
  readonly result: NewVisit['result'];
  readonly step?: string | null | undefined;
  readonly nextStep?: string | null | undefined;
  readonly nextOn?: string | null | undefined;
}

const RESULT_WORDS = {
  contacted: '已联系',
  'in-progress': '办理中',
  declined: '不需要',
  'not-found': '未找到',
} as const;

async function checkStep(tx: Tx, ctx: Ctx, target: TargetRow, code: string | null): Promise<string | null> {
  if (code === null) return null;
  const campaign = await findCampaign(tx, ctx.district, target.campaign_id);
  const step = campaign?.steps.find((one) => one.code === code);
  if (step === undefined) throw new AppError('cultivation.visit.unknown-step', { step: code });
  if (step.fromRegister) throw new AppError('cultivation.visit.step-is-read', { step: step.label });
  return code;
}

/** Why a visit is kept but moves nothing; null for one that counts. */
function reasonNotToCount(target: TargetRow): string | null {
  if (target.campaign_state !== 'running') return '行动结束后补记，不影响行动成效';
  if (target.outcome === 'left') return '对象退出名单后补记，不影响名单状态';
  return null;
}

/** Whether the visit is there already: the same draft sent again. @throws AppError cultivation.visit.id-taken */
async function isRepeated(tx: Tx, ctx: Ctx, targetId: string, visitId: string): Promise<boolean> {
  const owner = await findVisitOwner(tx, ctx.district, visitId);
  if (owner === undefined) return false;
  if (owner.targetId !== targetId || owner.byId !== ctx.actor.userId) throw new AppError('cultivation.visit.id-taken');
  return true;
}

function toNewVisit(target: TargetRow, input: LogVisitInput, step: string | null): NewVisit {
  const note = reasonNotToCount(target);
  return {
    id: input.id,
    targetId: target.id,
    visitedOn: input.visitedOn,
    channel: input.channel,
    person: withoutNumbers(cleanText(input.person)),
    summary: cleanText(input.summary) ?? '',
    result: input.result,
    step,
    nextStep: cleanText(input.nextStep),
    nextOn: input.nextOn ?? null,
    note,
    counts: note === null,
  };
}

/**
 * Logs a visit. The id is made by the device: the same draft sent twice is logged once. Two people's visits of one day
 * are both kept. A draft that arrives after the end is kept with a note and moves nothing. Returns the visit's id.
 */
export async function logVisit(ctx: Ctx, targetId: string, input: LogVisitInput): Promise<string> {
  requireDays({ visitedOn: input.visitedOn, nextOn: input.nextOn });
  return inTransaction(ctx, async (tx) => {
    if ((await findTarget(tx, ctx, VISIT_LOG, targetId)) === undefined) throw new AppError('platform.not-found');
    if (input.visitedOn > ctx.today) throw new AppError('cultivation.visit.in-future', { visitedOn: input.visitedOn });
    await lockTarget(tx, ctx.district, targetId);
    if (await isRepeated(tx, ctx, targetId, input.id)) return input.id;
    // Read again under the lock: it may have left in between.
    const target = (await findTarget(tx, ctx, VISIT_LOG, targetId)) as TargetRow;
    const visit = toNewVisit(target, input, await checkStep(tx, ctx, target, cleanText(input.step)));
    if (!(await insertVisit(tx, ctx, visit))) throw new AppError('cultivation.visit.id-taken');
    await updateWork(tx, ctx.district, targetId, workOfVisits(await listLog(tx, ctx.district, targetId)));
    await writeHistory(tx, ctx, [
      {
        campaignId: target.campaign_id,
        targetId,
        kind: 'visited',
        on: visit.visitedOn,
        text: `走访（${visit.visitedOn}）：${RESULT_WORDS[visit.result]}${visit.note === null ? '' : `。${visit.note}`}`,
      },
    ]);
    await writeAudit(tx, ctx, {
      action: 'cultivation.visit.log',
      subject: { kind: 'target', id: targetId, label: target.label },
      details: { visit: visit.id, visitedOn: visit.visitedOn, channel: visit.channel, result: visit.result },
    });
    return visit.id;
  });
}
