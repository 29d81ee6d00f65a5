import type { ClaimState, ClaimSummary } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { claimClockLabels, claimStanding, claimStateLabel } from '../claim-states.ts';
import type { ClaimRow, LineRow } from '../repositories/claim-repository.ts';

interface OfPolicy {
  readonly versionId: string;
  readonly policyCode: string;
  readonly policyVersion: number;
  readonly policyTitle: string;
  readonly example: boolean;
}

export const policyOf = (row: OfPolicy): ClaimSummary['policy'] => ({
  versionId: row.versionId,
  code: row.policyCode,
  version: row.policyVersion,
  title: row.policyTitle,
  example: row.example,
});

interface OfParty {
  readonly partyId: string;
  readonly partyName: string;
  readonly uscc: string | null;
  readonly townCode: string | null;
}

export const partyOf = (ctx: Ctx, row: OfParty): ClaimSummary['party'] => ({
  id: row.partyId,
  name: row.partyName,
  uscc: row.uscc,
  town: ctx.services.places.townName(row.townCode),
  townCode: row.townCode,
});

export type ListedClaim = ClaimRow & { readonly dueOn?: string | null; readonly dueClock?: string | null };

export function toClaimSummary(ctx: Ctx, row: ListedClaim, lines: readonly LineRow[]): ClaimSummary {
  return {
    id: row.id,
    number: row.number,
    state: row.state as ClaimState,
    stateLabel: claimStateLabel(row.state)[ctx.language],
    standing: claimStanding(row.state),
    version: row.version,
    party: partyOf(ctx, row),
    policy: policyOf(row),
    items: [...new Set(lines.map((line) => line.itemName))],
    lines: lines.length,
    origin: row.origin,
    claimedFen: row.claimedFen,
    approvedFen: row.approvedFen,
    paidFen: lines.reduce((sum, line) => sum + (line.paidFen ?? 0), 0),
    openedAt: row.openedAt,
    submittedAt: row.submittedAt,
    dueOn: row.dueOn ?? null,
    dueLabel: row.dueClock ? (claimClockLabels[row.dueClock]?.[ctx.language] ?? null) : null,
  };
}
