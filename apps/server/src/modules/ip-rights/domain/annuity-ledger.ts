import { addDays, addMonths, addYears, daysBetween, type LocalDate } from '@jince/calendar';
import { hasLaw, lawNumber, lawNumbers } from '@jince/law';
import {
  type AnnuityFee,
  type AnnuityTerms,
  amountDueOn,
  annuityFee,
  isAnnuityLawRecorded,
  patentYearOf,
  yuan,
} from './annuity-fees.ts';

/** Money received for one patent year. */
export type AnnuityPayment = { patentYear: number; paidOn: LocalDate; amountFen: number };

/**
 * at-grant = paid with the registration · paid · paid-late · presumed-paid = no record, but the register shows the
 * patent in force after the late period · not-due · due = within the time of the first reminder · overdue = in the late period · lapsed = late
 * period over, unpaid · after-lapse = a year after an unpaid one · unknown = past, and payments were never reported
 */
export type AnnuityState =
  | 'at-grant'
  | 'paid'
  | 'paid-late'
  | 'presumed-paid'
  | 'not-due'
  | 'due'
  | 'overdue'
  | 'lapsed'
  | 'after-lapse'
  | 'unknown';

export type AnnuityEntry = AnnuityFee & {
  state: AnnuityState;
  paidFen: number;
  /** Day on which the fee with its late fee was complete. */
  settledOn: LocalDate | null;
  /** Late fee included in what was or now is to be paid. */
  lateFeeFen: number;
  /** Still to be paid if paid on `asOf`; 0 when settled, ended, not known or only later years are concerned. */
  owedFen: number;
};

export type AnnuityInput = AnnuityTerms & {
  /** Absent = nothing is known of payments; empty = known that none were made. */
  payments?: readonly AnnuityPayment[];
  /** A day on which the register showed the patent in force. */
  knownInForceOn?: LocalDate | null;
};

export type AnnuityLedger = {
  entries: AnnuityEntry[];
  /** The first entry that needs attention: overdue, due or the next one. */
  next: AnnuityEntry | undefined;
  /** Day as of which the right has ended for an unpaid fee. */
  lapsedOn: LocalDate | null;
  remarks: string[];
};

/**
 * The annual fees of a patent from the year of grant to the last of its term, judged on a day (专利法 44, 实施细则 114,
 * 115). Payments after `asOf` do not count. A shortfall has to be made good with the late fee of the day of the later
 * payment (专利审查指南 五部九章). Years whose law is not recorded are left out with a remark.
 */
export function annuityLedger(input: AnnuityInput, asOf: LocalDate): AnnuityLedger {
  const termKey = `patent.term.${input.kind}`;
  const remarks: string[] = [];
  const entries: AnnuityEntry[] = [];
  if (!hasLaw(termKey, input.filedOn)) {
    return { entries, next: undefined, lapsedOn: null, remarks: [`申请日${input.filedOn}的专利权期限未收录`] };
  }
  const first = patentYearOf(input.filedOn, input.grantedOn);
  const last = lawNumber(termKey, input.filedOn).value;
  let lapsedOn: LocalDate | null = null;

  for (let patentYear = first; patentYear <= last; patentYear++) {
    const anniversaryOn = addYears(input.filedOn, patentYear - 1);
    if (!isAnnuityLawRecorded(input.kind, anniversaryOn)) {
      remarks.push(`第${patentYear}年度（${anniversaryOn}）的年费标准未收录`);
      continue;
    }
    const entry = judge(annuityFee(input, patentYear), input, asOf, { atGrant: patentYear === first, lapsedOn });
    if (entry.state === 'lapsed') lapsedOn = entry.anniversaryOn;
    entries.push(entry);
  }
  const next = entries.find((entry) => entry.state === 'overdue' || entry.state === 'due' || entry.state === 'not-due');
  return { entries, next, lapsedOn, remarks };
}

type Settlement = { paidFen: number; settledOn: LocalDate | null; lateFeeFen: number };

function judge(
  fee: AnnuityFee,
  input: AnnuityInput,
  asOf: LocalDate,
  { atGrant, lapsedOn }: { atGrant: boolean; lapsedOn: LocalDate | null },
): AnnuityEntry {
  const settlement = settle(fee, input.payments ?? [], asOf);
  const entry = (state: AnnuityState, reason: string, more: Partial<AnnuityEntry> = {}): AnnuityEntry => ({
    ...fee,
    ...settlement,
    owedFen: 0,
    state,
    ...more,
    reasons: [...fee.reasons, reason],
  });

  if (atGrant) {
    const reasons = [
      '授权当年的年费在办理登记手续时缴纳（专利法实施细则第114条）',
      ...fee.reasons.filter((reason) => !reason.includes('周年') && !reason.includes('顺延')),
    ];
    return {
      ...entry('at-grant', ''),
      settledOn: input.grantedOn,
      dueOn: input.grantedOn,
      dueOnBasis: 'working-day calendar',
      lateTiers: [],
      reasons,
    };
  }
  if (settlement.settledOn) {
    const late = settlement.lateFeeFen > 0;
    return entry(
      late ? 'paid-late' : 'paid',
      `${settlement.settledOn}缴清${yuan(settlement.paidFen)}元${late ? `，含滞纳金${yuan(settlement.lateFeeFen)}元` : ''}`,
    );
  }
  if (lapsedOn) return entry('after-lapse', `专利权已自${lapsedOn}起终止`);
  if (input.knownInForceOn && input.knownInForceOn > fee.graceEndsOn) {
    return entry('presumed-paid', `没有缴费记录，但登记显示${input.knownInForceOn}仍有效，推定已缴`);
  }
  return unsettled(fee, { paidFen: settlement.paidFen, recorded: input.payments !== undefined, asOf }, entry);
}

function unsettled(
  fee: AnnuityFee,
  { paidFen, recorded, asOf }: { paidFen: number; recorded: boolean; asOf: LocalDate },
  entry: (state: AnnuityState, reason: string, more?: Partial<AnnuityEntry>) => AnnuityEntry,
): AnnuityEntry {
  const now = amountDueOn(fee, asOf);
  if (asOf > fee.dueOn && !recorded) return entry('unknown', '没有缴费记录，不能判断是否已缴');
  if (!now)
    return entry(
      'lapsed',
      `至${fee.graceEndsOn}未缴清，专利权自应缴年费期满之日${fee.anniversaryOn}起终止（专利法实施细则第115条）`,
    );
  const owedFen = now.totalFen - paidFen;
  if (now.tier) {
    const reason = `已过期限，处于第${now.tier.month}个月，滞纳金${now.tier.percent}%计${yuan(now.lateFeeFen)}元，现缴共${yuan(owedFen)}元`;
    return entry('overdue', reason, { lateFeeFen: now.lateFeeFen, owedFen });
  }
  const days = daysBetween(asOf, fee.dueOn);
  if (days > Math.max(...lawNumbers('patent.annuity.alert-days-before', fee.anniversaryOn).value))
    return entry('not-due', `距期限${days}天`);
  return entry('due', `距期限${days}天，应缴${yuan(owedFen)}元`, { owedFen });
}

/** Money is added up by day; the fee is settled on the first day on which the sum covers what that day costs. */
function settle(fee: AnnuityFee, payments: readonly AnnuityPayment[], asOf: LocalDate): Settlement {
  const own = payments.filter((payment) => payment.patentYear === fee.patentYear && payment.paidOn <= asOf);
  let paidFen = 0;
  for (const payment of own.toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : 1))) {
    paidFen += payment.amountFen;
    const needed = amountDueOn(fee, payment.paidOn);
    if (needed && paidFen >= needed.totalFen)
      return { paidFen, settledOn: payment.paidOn, lateFeeFen: needed.lateFeeFen };
  }
  return { paidFen, settledOn: null, lateFeeFen: 0 };
}

export type AnnuityAlert = {
  on: LocalDate;
  kind: 'before-due' | 'overdue' | 'late-fee-rises' | 'will-lapse';
  text: string;
};

/** The days on which an open entry has to be recalled: T−90/−60/−30/−7, the day after, each dearer tier, month five. */
export function annuityAlerts(entry: AnnuityFee): AnnuityAlert[] {
  const { patentYear, dueOn, anniversaryOn } = entry;
  const alerts = lawNumbers('patent.annuity.alert-days-before', anniversaryOn).value.map(
    (days): AnnuityAlert => ({
      on: addDays(dueOn, -days),
      kind: 'before-due',
      text: `第${patentYear}年度年费${yuan(entry.payableFen)}元将于${dueOn}到期（${days}天后）`,
    }),
  );
  alerts.push({
    on: addDays(dueOn, 1),
    kind: 'overdue',
    text: `第${patentYear}年度年费已过期限，${entry.graceEndsOn}前可补缴`,
  });
  for (const tier of entry.lateTiers) {
    if (tier.percent > 0)
      alerts.push({
        on: tier.from,
        kind: 'late-fee-rises',
        text: `滞纳金升至${tier.percent}%，共需${yuan(tier.totalFen)}元`,
      });
  }
  const warnOn = addMonths(anniversaryOn, lawNumber('patent.annuity.lapse-alert-months', anniversaryOn).value);
  alerts.push({
    on: warnOn,
    kind: 'will-lapse',
    text: `再不缴费，专利权将自${anniversaryOn}起终止（补缴截止${entry.graceEndsOn}）`,
  });
  return alerts.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
