import type { SubjectCase, WhatIf } from '@jince/entitlements';

/** What a party gets by two policies. */
export interface PartySums {
  /** Position among the district's parties. */
  readonly subject: number;
  readonly beforeFen: number;
  readonly afterFen: number;
}

function addUp({ lines }: WhatIf, sums: Float64Array): Float64Array {
  for (const { subject, fen } of lines) sums[subject] = (sums[subject] as number) + fen;
  return sums;
}

/** Parties that get something by either policy, in the order of the district. */
export function comparePartySums(subjects: readonly SubjectCase[], before: WhatIf, after: WhatIf): PartySums[] {
  const [old, now] = [
    addUp(before, new Float64Array(subjects.length)),
    addUp(after, new Float64Array(subjects.length)),
  ];
  const sums: PartySums[] = [];
  for (let subject = 0; subject < subjects.length; subject++) {
    const [beforeFen, afterFen] = [old[subject] as number, now[subject] as number];
    if (beforeFen > 0 || afterFen > 0) sums.push({ subject, beforeFen, afterFen });
  }
  return sums;
}
