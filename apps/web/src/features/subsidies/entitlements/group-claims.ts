import type { EntitlementView } from '@jince/contract';

export interface ClaimGroup {
  readonly key: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly policyTitle: string;
  readonly example: boolean;
  readonly entitlements: readonly EntitlementView[];
  readonly fen: number;
}

/** One claim holds what one party is entitled to under one version of one policy. */
export function groupClaims(entitlements: readonly EntitlementView[]): ClaimGroup[] {
  const groups = new Map<string, EntitlementView[]>();
  for (const one of entitlements) {
    const key = `${one.party.id}/${one.policy.versionId}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].flatMap(([key, ones]) => {
    const [first] = ones;
    if (!first) return [];
    const { party, policy } = first;
    return [
      {
        key,
        partyId: party.id,
        partyName: party.name,
        policyTitle: policy.title,
        example: policy.example,
        entitlements: ones,
        fen: ones.reduce((sum, one) => sum + one.amountFen, 0),
      },
    ];
  });
}
