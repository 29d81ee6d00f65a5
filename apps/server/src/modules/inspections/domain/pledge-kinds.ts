import type { PledgeKind } from '@jince/wujiang';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';

/** @throws AppError inspections.pledge.unknown-kind */
export function requireKind(ctx: Ctx, code: string): PledgeKind {
  const kind = ctx.services.jurisdiction.inspectionSettings.pledgeKinds.find((one) => one.code === code);
  if (kind === undefined) throw new AppError('inspections.pledge.unknown-kind', { kind: code });
  return kind;
}
