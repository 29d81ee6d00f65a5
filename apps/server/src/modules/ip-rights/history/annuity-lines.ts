import { addYears, type LocalDate } from '@jince/calendar';
import type { PatentKind } from '@jince/identifiers';
import { hasLaw, lawNumber } from '@jince/law';
import { amountDueOn, annuityFee, isAnnuityLawRecorded } from '../domain/annuity-fees.ts';
import type { AnnuityInput, AnnuityPayment } from '../domain/annuity-ledger.ts';

/** One annuity line as a sender reports it. */
export interface AnnuityLine {
  readonly year: number;
  readonly paidOn: LocalDate | null;
  readonly amountFen: number | null;
  readonly reductionPercent: number | null;
  readonly dueOn: LocalDate | null;
  readonly statusText: string | null;
}

/** Whether the line says that its fee was paid: by a day of payment or by words that do not deny it. */
export function isPaid(line: AnnuityLine): boolean {
  if (line.paidOn !== null) return true;
  return (
    line.statusText !== null &&
    /已缴|已交|缴清|已支付|paid/i.test(line.statusText) &&
    !/未缴|未交|unpaid/i.test(line.statusText)
  );
}

/**
 * What the ledger needs, from the lines of senders. A fee reported as paid counts as paid in full: on its day, or on its
 * due day where the sender gives none. A paid year shows that the right stood when it was paid.
 * @param inForceOn a day on which a register showed the patent in force, if any
 */
export function ledgerInput(
  terms: { kind: PatentKind; filedOn: LocalDate; grantedOn: LocalDate },
  lines: readonly AnnuityLine[],
  inForceOn: LocalDate | null,
): AnnuityInput {
  const reduction = reductionOf(lines);
  const input = { ...terms, ...(reduction === null ? {} : { reduction }) };
  if (lines.length === 0) return { ...input, knownInForceOn: inForceOn };
  const payments: AnnuityPayment[] = [];
  let knownInForceOn = inForceOn;
  let unpaidFrom: LocalDate | null = null;
  for (const line of lines) {
    const anniversaryOn = addYears(terms.filedOn, line.year - 1);
    // A sender's slip may name a year beyond the term, for which no fee is set.
    if (!isAnnuityLawRecorded(terms.kind, anniversaryOn) || line.year > termYears(terms)) continue;
    // Even a year that was not paid is asked about only of a right that stood until it began.
    const paid = isPaid(line);
    const proof = paid ? (line.paidOn ?? anniversaryOn) : anniversaryOn;
    if (knownInForceOn === null || proof > knownInForceOn) knownInForceOn = proof;
    if (!paid) {
      if (unpaidFrom === null || anniversaryOn < unpaidFrom) unpaidFrom = anniversaryOn;
      continue;
    }
    const fee = annuityFee(input, line.year);
    const paidOn = line.paidOn ?? fee.dueOn;
    const needed = amountDueOn(fee, paidOn)?.totalFen ?? fee.payableFen;
    payments.push({ patentYear: line.year, paidOn, amountFen: Math.max(needed, line.amountFen ?? 0) });
  }
  // A year reported as unpaid is not presumed paid because a register still shows the right: registers lag behind.
  if (unpaidFrom !== null && knownInForceOn !== null && knownInForceOn > unpaidFrom) knownInForceOn = unpaidFrom;
  return { ...input, payments, knownInForceOn };
}

function termYears({ kind, filedOn }: { kind: PatentKind; filedOn: LocalDate }): number {
  const key = `patent.term.${kind}`;
  return hasLaw(key, filedOn) ? lawNumber(key, filedOn).value : 0;
}

/** 85 % is the reduction of a single applicant, 70 % that of several (专利收费减缴办法). */
function reductionOf(lines: readonly AnnuityLine[]): 'single' | 'joint' | null {
  const percents = new Set(lines.map((line) => line.reductionPercent));
  return percents.has(85) ? 'single' : percents.has(70) ? 'joint' : null;
}
