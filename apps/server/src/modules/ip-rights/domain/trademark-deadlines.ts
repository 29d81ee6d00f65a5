import { addDays, addMonths, addYears, type DayBasis, type LocalDate, rollForwardIfKnown } from '@jince/calendar';
import { hasLaw, lawNumber, lawNumberAt } from '@jince/law';

export type OppositionPeriod = {
  months: number;
  /** Last day in the period, before any move to a working day. */
  endsOn: LocalDate;
  /** Last day on which an opposition is in time. */
  dueOn: LocalDate;
  dueOnBasis: DayBasis;
  /** The law changes inside the period and has no transitional clause: a person must check. */
  straddlesLawChange: boolean;
  /** Last day by the law that comes into force inside the period. */
  endsOnByNewLaw?: LocalDate;
  article: string;
  reasons: string[];
};

/**
 * Opposition period of a mark by the law of its preliminary publication (商标法2019 33: 3 months; 2026修订 36: 2 months for
 * publications from 2027-01-01).
 * @throws LawNotCoveredError before 1983-03-01
 */
export function oppositionPeriod(preliminarilyPublishedOn: LocalDate): OppositionPeriod {
  const key = 'trademark.opposition.months';
  const law = lawNumber(key, preliminarilyPublishedOn);
  const endsOn = addMonths(preliminarilyPublishedOn, law.value);
  const due = rollForwardIfKnown(endsOn);
  const lawAtEnd = lawNumber(key, endsOn);
  const straddles = lawAtEnd.value !== law.value;
  const reasons = [`初步审定公告日${preliminarilyPublishedOn}，异议期${law.value}个月，至${endsOn}（${law.article}）`];
  if (due.on !== endsOn) reasons.push(`${endsOn}为休息日，顺延至${due.on}`);
  if (due.basis !== 'working-day calendar') reasons.push('节假日安排尚未公布，期限未作顺延');
  if (straddles)
    reasons.push(`${lawAtEnd.from}起异议期为${lawAtEnd.value}个月（${lawAtEnd.article}），无过渡条款，须人工核实`);
  return {
    months: law.value,
    endsOn,
    dueOn: due.on,
    dueOnBasis: due.basis,
    straddlesLawChange: straddles,
    ...(straddles ? { endsOnByNewLaw: addMonths(preliminarilyPublishedOn, lawAtEnd.value) } : {}),
    article: law.article,
    reasons,
  };
}

export type RenewalWindow = {
  opensOn: LocalDate;
  expiresOn: LocalDate;
  /** Last day of the grace period; not renewed by then, the registration is removed. */
  graceEndsOn: LocalDate;
  feeFen: { paper: number; online: number };
  lateFeeFen: { paper: number; online: number };
  article: string;
  reasons: string[];
};

/**
 * When a registration can be renewed: 12 months before its last day, and 6 months of grace after (商标法2019 40; 2026修订
 * 44). Fees are per class, of the rates of the last day of the term.
 * @throws LawNotCoveredError before 2019-07-01, when the present fees began
 */
export function renewalWindow(expiresOn: LocalDate): RenewalWindow {
  const window = lawNumber('trademark.renewal.window-months', expiresOn);
  const grace = lawNumber('trademark.renewal.grace-months', expiresOn);
  const opensOn = addDays(addMonths(expiresOn, -window.value), 1);
  const graceEndsOn = addMonths(expiresOn, grace.value);
  return {
    opensOn,
    expiresOn,
    graceEndsOn,
    feeFen: feeOf('trademark.fee.renewal', expiresOn),
    lateFeeFen: feeOf('trademark.fee.renewal-late', expiresOn),
    article: window.article,
    reasons: [
      `有效期满日${expiresOn}，期满前${window.value}个月内可续展，自${opensOn}起（${window.article}）`,
      `宽展期${grace.value}个月，至${graceEndsOn}，另缴迟延费；仍未办理的，注销（${grace.article}）`,
    ],
  };
}

function feeOf(key: string, on: LocalDate): { paper: number; online: number } {
  return { paper: lawNumberAt(key, on, 'paper').value, online: lawNumberAt(key, on, 'online').value };
}

/** Last day of the term that begins on a day: 2013-05-21 → 2023-05-20. Undefined before the recorded law. */
export function trademarkTermEnd(startsOn: LocalDate): LocalDate | undefined {
  const key = 'trademark.term.years';
  if (!hasLaw(key, startsOn)) return undefined;
  return addDays(addYears(startsOn, lawNumber(key, startsOn).value), -1);
}

export type NonUseExposure = { exposedFrom: LocalDate; years: number; article: string; reasons: string[] };

/**
 * First day on which revocation for three years of non-use can be asked for (商标法2019 49; 2026修订 57): counted from the
 * registration, or from the last proven use where that is later.
 * @throws LawNotCoveredError before 1983-03-01
 */
export function nonUseExposure(registeredOn: LocalDate, lastUsedOn?: LocalDate | null): NonUseExposure {
  const countedFrom = lastUsedOn && lastUsedOn > registeredOn ? lastUsedOn : registeredOn;
  const years = lawNumber('trademark.non-use.years', countedFrom).value;
  const exposedFrom = addYears(countedFrom, years);
  const { article } = lawNumber('trademark.non-use.years', exposedFrom);
  const basis = countedFrom === registeredOn ? `注册公告日${registeredOn}` : `最近使用证据${countedFrom}`;
  return {
    exposedFrom,
    years,
    article,
    reasons: [`${basis}起满${years}年，${exposedFrom}起可被以连续三年不使用为由申请撤销（${article}）`],
  };
}
