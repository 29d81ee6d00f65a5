import { AppError } from '../../../platform/errors/errors.ts';
import type { PolicyVersion } from '../../policies/index.ts';
import type { ClaimRow } from '../repositories/claim-repository.ts';

/** @throws AppError subsidies.claim.same-version */
export function requireOtherVersion(claim: ClaimRow, version: PolicyVersion): void {
  if (version.id === claim.versionId || version.code !== claim.policyCode || version.state !== 'published')
    throw new AppError('subsidies.claim.same-version');
}
