import type { RouteOutput, routes } from '@jince/contract';
import { amountDueOn } from '../domain/annuity-fees.ts';
import { type AnnuityEntry, annuityLedger } from '../domain/annuity-ledger.ts';
import { type AnnuityLine, ledgerInput } from '../history/annuity-lines.ts';
import { type StoredEvent, type StoredPeriod, statusAt } from '../history/patent-history.ts';
import type { PatentRecord } from '../repositories/patent-repository.ts';

type Shown = Pick<RouteOutput<(typeof routes)['getPatent']>, 'annuities' | 'annuityNote'>;

/** The annual fees of a patent by the law, with what senders report of payments; a note says where they cannot be told. */
export function showAnnuities(
  patent: PatentRecord,
  given: {
    periods: readonly StoredPeriod[];
    events: readonly StoredEvent[];
    lines: readonly AnnuityLine[];
    inForceOn: string | null;
    asOf: string;
  },
): Shown {
  const { asOf, lines } = given;
  const grantedOn = given.events.find((event) => event.kind === 'granted')?.on;
  if (patent.country !== 'CN') return { annuities: [], annuityNote: '外国专利，年费依当地法律，未推算。' };
  if (patent.filed_on === null) return { annuities: [], annuityNote: '申请日未知，无法推算年费。' };
  if (grantedOn === undefined || grantedOn < patent.filed_on)
    return { annuities: [], annuityNote: '尚未授权，没有年费。' };
  const terms = { kind: patent.kind, filedOn: patent.filed_on, grantedOn };
  const { entries, lapsedOn, remarks } = annuityLedger(ledgerInput(terms, lines, given.inForceOn), asOf);
  const status = statusAt(given.periods, asOf)?.status;
  const notes = [...remarks];
  if (lines.length === 0) notes.unshift('没有缴费记录：应缴日期和金额按法律推算，是否已缴以国家知识产权局为准。');
  if (lapsedOn !== null && status === 'granted')
    notes.unshift(`按缴费记录应已自${lapsedOn}起终止，但登记状态仍为有效，请核对。`);
  if (status !== undefined && status !== 'granted') notes.unshift('权利已终止，以下年费仅供查考。');
  const ended = given.periods.findLast((period) => period.status === 'granted')?.to ?? null;
  const owed = entries.filter((entry) => ended === null || entry.anniversaryOn <= ended);
  return {
    annuities: owed.map((entry) => showEntry(entry, asOf)),
    annuityNote: notes.length === 0 ? null : notes.join(''),
  };
}

function showEntry(entry: AnnuityEntry, asOf: string): Shown['annuities'][number] {
  const settled = entry.settledOn !== null;
  const total = settled ? entry.paidFen : (amountDueOn(entry, asOf)?.totalFen ?? entry.payableFen + entry.lateFeeFen);
  return {
    year: entry.patentYear,
    feeFen: entry.fullFen,
    payableFen: entry.payableFen,
    dueOn: entry.dueOn,
    dueOnBasis: entry.dueOnBasis,
    lateFeeFen: entry.lateFeeFen,
    totalFen: total === 0 ? entry.payableFen : total,
    paidOn: entry.settledOn,
    state: entry.state,
    reasons: entry.reasons.filter((reason) => reason !== ''),
    tiers: entry.lateTiers.map((tier) => ({
      from: tier.from,
      to: tier.to,
      ratePercent: tier.percent,
      lateFeeFen: tier.lateFeeFen,
    })),
  };
}
