import { yuan } from '@jince/entitlements';

interface Compared {
  readonly lineId: string;
  readonly label: string;
  readonly amountFen: number;
  readonly refusals: readonly { readonly text: string }[];
}

/** What differs between two computations of the same lines, as sentences; empty when they agree to the fen. */
export function compareLines(before: readonly Compared[], after: readonly Compared[]): string[] {
  const known = new Map(before.map((line) => [line.lineId, line]));
  return after.flatMap((line) => {
    const was = known.get(line.lineId);
    if (was === undefined || was.amountFen === line.amountFen) return [];
    const why = line.refusals.map((one) => one.text).join('；');
    const reason = why === '' ? '' : `（${why}）`;
    return [`${line.label}：由${yuan(was.amountFen)}变为${yuan(line.amountFen)}${reason}`];
  });
}
