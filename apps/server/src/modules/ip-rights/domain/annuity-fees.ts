import {
  addDays,
  addMonths,
  addYears,
  type DayBasis,
  type LocalDate,
  rollForwardIfKnown,
  type WorkingCalendar,
} from '@jince/calendar';
import type { PatentKind } from '@jince/identifiers';
import { hasLaw, lawNumber, lawNumberAt } from '@jince/law';

/** What an annual fee of one patent year costs and when; money in fen. */
export type AnnuityFee = {
  patentYear: number;
  /** Anniversary of filing: the legal due day, and the day from which the right ends if the fee is never paid. */
  anniversaryOn: LocalDate;
  /** Last day to pay without late period: the anniversary, moved to a working day. */
  dueOn: LocalDate;
  dueOnBasis: DayBasis;
  fullFen: number;
  reductionPercent: number;
  payableFen: number;
  lateTiers: LateTier[];
  /** Last day of the six months in which it can still be paid with a late fee. */
  graceEndsOn: LocalDate;
  reasons: string[];
};

/** One month of the late period. */
export type LateTier = {
  month: number;
  from: LocalDate;
  to: LocalDate;
  percent: number;
  lateFeeFen: number;
  totalFen: number;
};

export type AnnuityTerms = {
  kind: PatentKind;
  filedOn: LocalDate;
  grantedOn: LocalDate;
  /** Approved fee reduction: one applicant (single) or several (joint). */
  reduction?: 'single' | 'joint' | null;
  /** Periods of an open licence (专利法 51), last day included, null = open. */
  openLicences?: readonly { from: LocalDate; to: LocalDate | null }[];
  calendar?: WorkingCalendar;
};

const REDUCTION_NAMES = { single: '单个申请人', joint: '两个及以上申请人' } as const;

/** Patent year in which a day falls: year k runs from filing + (k−1) years up to the day before filing + k years. */
export function patentYearOf(filedOn: LocalDate, on: LocalDate): number {
  let year = Number(on.slice(0, 4)) - Number(filedOn.slice(0, 4)) + 1;
  if (addYears(filedOn, year - 1) > on) year--;
  return year;
}

/** Whether fee and late fee of that day are recorded in law/. */
export function isAnnuityLawRecorded(kind: PatentKind, anniversaryOn: LocalDate): boolean {
  return hasLaw(`patent.annuity.${kind}`, anniversaryOn) && hasLaw('patent.late-fee.percent', anniversaryOn);
}

/**
 * The fee of one patent year (专利法实施细则 114, 115): due on the anniversary, late fees in percent of the full fee by
 * months counted from the anniversary (the cautious reading; the register also ends rights on it).
 * @throws LawNotCoveredError for years whose fees are not recorded
 */
export function annuityFee(terms: AnnuityTerms, patentYear: number): AnnuityFee {
  const anniversaryOn = addYears(terms.filedOn, patentYear - 1);
  const law = lawNumberAt(`patent.annuity.${terms.kind}`, anniversaryOn, patentYear);
  const due = rollForwardIfKnown(anniversaryOn, terms.calendar);
  const reduction = bestReduction(terms, patentYear, anniversaryOn);
  const payableFen = Math.round((law.value * (100 - reduction.percent)) / 100);
  const { tiers, graceEndsOn, article } = lateTiers(anniversaryOn, law.value, payableFen, terms.calendar);
  const reasons = [
    `第${patentYear}年度年费应在申请日周年${anniversaryOn}当日或之前缴纳`,
    ...(due.on === anniversaryOn ? [] : [`${anniversaryOn}为休息日，顺延至${due.on}（专利法实施细则第5条）`]),
    ...(due.basis === 'working-day calendar' ? [] : ['当年节假日安排尚未公布，期限未作顺延']),
    `全额${yuan(law.value)}元（${law.article}）`,
    ...reduction.reasons,
    `逾期6个月内可补缴，滞纳金按全额计（${article}）`,
  ];
  return {
    patentYear,
    anniversaryOn,
    dueOn: due.on,
    dueOnBasis: due.basis,
    fullFen: law.value,
    reductionPercent: reduction.percent,
    payableFen,
    lateTiers: tiers,
    graceEndsOn,
    reasons,
  };
}

/** What has to be paid on a day in all: without late fee up to the due day; undefined when the late period is over. */
export function amountDueOn(
  fee: AnnuityFee,
  on: LocalDate,
): { totalFen: number; lateFeeFen: number; tier: LateTier | undefined } | undefined {
  if (on <= fee.dueOn) return { totalFen: fee.payableFen, lateFeeFen: 0, tier: undefined };
  if (on > fee.graceEndsOn) return undefined;
  const tier = fee.lateTiers.find((it) => on <= it.to)!;
  return { totalFen: tier.totalFen, lateFeeFen: tier.lateFeeFen, tier };
}

function lateTiers(
  anniversaryOn: LocalDate,
  fullFen: number,
  payableFen: number,
  calendar: WorkingCalendar | undefined,
) {
  const months = lawNumber('patent.late-fee.months', anniversaryOn);
  const graceEndsOn = rollForwardIfKnown(addMonths(anniversaryOn, months.value), calendar).on;
  const tiers: LateTier[] = [];
  for (let month = 1; month <= months.value; month++) {
    const { value: percent } = lawNumberAt('patent.late-fee.percent', anniversaryOn, month);
    const lateFeeFen = Math.round((fullFen * percent) / 100);
    const to = month === months.value ? graceEndsOn : addMonths(anniversaryOn, month);
    tiers.push({
      month,
      from: addDays(addMonths(anniversaryOn, month - 1), 1),
      to,
      percent,
      lateFeeFen,
      totalFen: payableFen + lateFeeFen,
    });
  }
  return { tiers, graceEndsOn, article: lawNumberAt('patent.late-fee.percent', anniversaryOn, 1).article };
}

/** Fee reduction and open licence do not add up; the better one counts (专利缴费服务指南). */
function bestReduction(terms: AnnuityTerms, patentYear: number, on: LocalDate): { percent: number; reasons: string[] } {
  const byReduction = feeReduction(terms, patentYear, on);
  const licensed = terms.openLicences?.some((period) => period.from <= on && (period.to === null || on <= period.to));
  if (!licensed || !hasLaw('patent.open-licence.annuity-percent', on)) return byReduction;
  const licence = lawNumber('patent.open-licence.annuity-percent', on);
  if (licence.value <= byReduction.percent) return byReduction;
  return {
    percent: licence.value,
    reasons: [...byReduction.reasons, `开放许可实施期间减免${licence.value}%（${licence.article}），不与费减叠加`],
  };
}

function feeReduction(
  { reduction, filedOn, grantedOn }: AnnuityTerms,
  patentYear: number,
  on: LocalDate,
): { percent: number; reasons: string[] } {
  if (!reduction) return { percent: 0, reasons: [] };
  if (!hasLaw('patent.fee-reduction.percent', on)) return { percent: 0, reasons: [`${on}的费减规定未收录，按全额计`] };
  const years = lawNumber('patent.fee-reduction.annuity-years', on);
  const first = patentYearOf(filedOn, grantedOn);
  const last = first + years.value - 1;
  if (patentYear > last)
    return {
      percent: 0,
      reasons: [`费减仅限第${first}至${last}年度（自授权当年起${years.value}年，${years.article}）`],
    };
  const { value: percent, article } = lawNumberAt('patent.fee-reduction.percent', on, reduction);
  return {
    percent,
    reasons: [`${REDUCTION_NAMES[reduction]}减缴${percent}%，限第${first}至${last}年度（${article}）`],
  };
}

/** Fen as yuan for a sentence: 30000 → `300`, 13550 → `135.5`. */
export function yuan(fen: number): string {
  return String(fen / 100);
}
