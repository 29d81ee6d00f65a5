import { yuan } from '@jince/entitlements';
import { v7 as uuidv7 } from 'uuid';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep } from '../../../platform/procedures/index.ts';
import { openReceivable } from '../../funds/index.ts';
import { splitDebt } from '../domain/split-debt.ts';
import { banUntil, banYearsFor } from '../queries/terms.ts';
import { insertBan } from '../repositories/ban-repository.ts';
import { updateLine } from '../repositories/claim-repository.ts';
import {
  type ClawBackRow,
  insertClawBack,
  insertSpotCheck,
  isDecisionNoTaken,
} from '../repositories/claw-back-repository.ts';
import { findApplicant } from '../repositories/party-repository.ts';
import { claimOfStep, originOf, type StepClaim } from './claim-of-step.ts';

interface ClawBackFields {
  readonly decisionNo: string;
  readonly reason: ClawBackRow['reason'];
  readonly statement: string;
  readonly amountFen: number;
  readonly instalments: readonly { readonly dueOn: string; readonly amountFen: number }[];
  readonly dishonesty: boolean;
  readonly banYears?: number | undefined;
}

/** @throws AppError where the amount is more than was paid, the instalments do not sum up, or the number is taken */
async function checkDecision({ tx, ctx, lines }: StepClaim, fields: ClawBackFields): Promise<void> {
  const paid = lines.reduce((sum, line) => sum + (line.paidFen ?? 0), 0);
  if (fields.amountFen > paid)
    throw new AppError('subsidies.claw-back.above-paid', { amount: yuan(fields.amountFen), paid: yuan(paid) });
  const sum = fields.instalments.reduce((total, one) => total + one.amountFen, 0);
  if (sum !== fields.amountFen)
    throw new AppError('subsidies.claw-back.instalments', { sum: yuan(sum), amount: yuan(fields.amountFen) });
  if (await isDecisionNoTaken(tx, ctx.district, fields.decisionNo))
    throw new AppError('subsidies.claw-back.number-taken', { number: fields.decisionNo });
}

/** Takes paid money back by a decision: what is owed stands in the books of funds, and a ban bars new claims. */
export async function clawBackStep(action: ActionStep): Promise<ActionEffect> {
  const step = await claimOfStep(action);
  const { tx, ctx, claim, lines } = step;
  const fields = action.fields as unknown as ClawBackFields;
  await checkDecision(step, fields);
  const party = await findApplicant(tx, ctx.district, { key: claim.partyKey });
  const paidLines = lines.map((line) => ({ id: line.id, paidFen: line.paidFen ?? 0 }));
  for (const debt of splitDebt(fields.amountFen, fields.instalments, paidLines)) {
    const line = lines.find((one) => one.id === debt.lineId);
    if (line === undefined) continue;
    await openReceivable(tx, ctx, {
      origin: originOf(claim, line),
      partyId: party?.id ?? claim.partyId,
      amountFen: debt.amountFen,
      decisionNo: fields.decisionNo,
      reason: fields.statement,
      instalments: debt.instalments,
    });
    await updateLine(tx, ctx.district, line.id, { clawBackFen: debt.amountFen });
  }
  const banYears = fields.banYears ?? (await banYearsFor(ctx, fields.reason));
  await insertClawBack(tx, ctx, { ...fields, id: uuidv7(), claimId: claim.id, banYears });
  if (banYears > 0)
    await insertBan(tx, ctx, {
      id: uuidv7(),
      partyId: claim.partyId,
      partyKey: claim.partyKey,
      partyName: claim.partyName,
      uscc: claim.uscc,
      townCode: claim.townCode,
      from: ctx.today,
      until: banUntil(ctx.today, banYears),
      reason: fields.reason,
      decisionNo: fields.decisionNo,
      claimId: claim.id,
    });
  return { record: { banYears } };
}

export async function spotCheckStep({ tx, ctx, file, fields }: ActionStep): Promise<ActionEffect> {
  await insertSpotCheck(tx, ctx, {
    id: uuidv7(),
    claimId: file.id,
    result: fields.result === 'problem' ? 'problem' : 'pass',
    findings: String(fields.findings ?? ''),
  });
  return { to: file.state };
}
