import type { ParsedInput, routes } from '@jince/contract';
import { achievementOf } from '@jince/entitlements';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { getPolicyVersion } from '../../policies/index.ts';
import { CLAIM } from '../claim-procedure.ts';
import { claimStateLabel } from '../claim-states.ts';
import { openClaim } from '../queries/open-claim.ts';
import {
  freeLive,
  type LineRow,
  listLines,
  type NewLine,
  replaceLines,
  updateClaimRow,
} from '../repositories/claim-repository.ts';
import { lockClaim } from '../repositories/lock-claim.ts';
import { findApplicant } from '../repositories/party-repository.ts';
import { CLAIM_FILE } from '../subsidies.catalogue.ts';
import { draftLines } from './draft-lines.ts';

type Change = ParsedInput<(typeof routes)['updateClaim']>['body'];

const EDITABLE: readonly string[] = ['draft', 'supplementing'];

/** A line that stands for the same achievement keeps its id and the entitlement it came from. */
function keepIds(lines: readonly NewLine[], before: readonly LineRow[]): NewLine[] {
  const left = [...before];
  return lines.map((line) => {
    const at = left.findIndex((one) =>
      line.achievementKey === null || one.achievementKey === null
        ? one.item === line.item && JSON.stringify(one.declared) === JSON.stringify(line.declared)
        : achievementOf(one.achievementKey) === achievementOf(line.achievementKey),
    );
    const [same] = at < 0 ? [] : left.splice(at, 1);
    return same === undefined ? line : { ...line, id: same.id, entitlementId: same.entitlementId };
  });
}

/**
 * Changes a draft, or what was asked for while it is supplemented. Entitlements stay with the claim as long as it lives.
 * @throws AppError 409 subsidies.claim.not-editable, .changed-meanwhile
 */
export async function updateClaim(ctx: Ctx, id: string, change: Change): Promise<void> {
  const claim = await openClaim(ctx, id, CLAIM_FILE);
  if (!EDITABLE.includes(claim.state))
    throw new AppError('subsidies.claim.not-editable', { state: claimStateLabel(claim.state)[ctx.language] });
  const party = await findApplicant(ctx.db, ctx.district, { key: claim.partyKey });
  if (party === undefined) throw new AppError('platform.not-found');
  const wanted = change.lines;
  const version = await getPolicyVersion(ctx, claim.versionId);
  const lines = wanted === undefined ? undefined : await draftLines(ctx, version, party.id, wanted);
  await inTransaction(ctx, async (tx) => {
    const locked = await lockClaim(tx, ctx.district, id);
    if (locked.version !== change.version || locked.state !== claim.state)
      throw new AppError('subsidies.claim.changed-meanwhile');
    if (lines !== undefined) {
      const before = await listLines(tx, ctx.district, [id]);
      await freeLive(tx, ctx.district, id);
      await replaceLines(tx, ctx, id, keepIds(lines, before));
    }
    await updateClaimRow(tx, ctx.district, id, { contactName: change.contactName, contactPhone: change.contactPhone });
    await writeAudit(tx, ctx, {
      action: 'subsidies.claim.update',
      subject: { kind: CLAIM, id, label: `${claim.number} ${claim.partyName}` },
      details: { lines: lines?.length ?? null },
    });
  });
}
