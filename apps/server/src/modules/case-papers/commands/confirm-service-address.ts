import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { SERVICE_RECORD } from '../case-papers.catalogue.ts';
import { type AddressRow, insertAddress } from '../repositories/service-repository.ts';
import { changeCaseFile } from './change-case-file.ts';

export type ConfirmedAddress = Omit<AddressRow, 'id' | 'recordedBy'>;

/** Records a confirmed address for service. @throws AppError case-papers.address.no-electronic · 404 */
export async function confirmServiceAddress(ctx: Ctx, caseId: string, input: ConfirmedAddress): Promise<{ ok: true }> {
  if (input.electronicConsent && (input.electronicAddress ?? '') === '')
    throw new AppError('case-papers.address.no-electronic', {}, [{ path: 'electronicAddress', message: 'required' }]);
  const order = {
    caseId,
    permission: SERVICE_RECORD,
    action: 'case-papers.address.confirm',
    details: { electronicConsent: input.electronicConsent },
  };
  await changeCaseFile(ctx, order, (tx, at) => insertAddress(tx, at, caseId, { ...input, id: uuidv7() }));
  return { ok: true };
}
