import type { InstalmentStage } from '@jince/wujiang';

export interface GrantPart {
  readonly stage: InstalmentStage;
  readonly percent: number;
}

/** A grant in parts by percent, each rounded down to whole yuan; the last one takes what is left. */
export function splitGrant<P extends GrantPart>(
  grantFen: number,
  parts: readonly P[],
): readonly (P & { readonly amountFen: number })[] {
  let left = grantFen;
  return parts.map((part, at) => {
    const share = Math.floor((grantFen * part.percent) / 10_000) * 100;
    const amountFen = at === parts.length - 1 ? left : share;
    left -= amountFen;
    return { ...part, amountFen };
  });
}
