import { type FineAmounts, type FineRange, fineRange, type Penalty } from './fine-range.ts';
import { moneyEn, moneyZh, type Reason } from './reason.ts';

/** One text of the law on an offence; null where it knows no penalty for it. */
export interface LawVersion {
  readonly law: string;
  /** First and last day in force, `YYYY-MM-DD`; null: still in force. */
  readonly from: string;
  readonly to: string | null;
  readonly penalty: Penalty | null;
  /** Whether penalties besides the fine differ from the former text, so that a person must compare. */
  readonly otherwiseChanged: string | null;
}

export interface ChosenLaw {
  readonly version: LawVersion;
  readonly range: FineRange;
  /** The other text that was compared, if any. */
  readonly other: { readonly version: LawVersion; readonly range: FineRange } | null;
  readonly lighter: boolean;
  /** Something a person must still weigh. */
  readonly person: string | null;
  readonly steps: readonly Reason[];
}

const APL37 = '行政处罚法第37条';
const NO_FINE: FineRange = { minFen: 0, maxFen: 0, steps: [] };
const on = (versions: readonly LawVersion[], day: string) =>
  versions.find(({ from, to }) => from <= day && (to === null || day <= to));
const rangeOf = ({ penalty }: LawVersion, amounts: FineAmounts) =>
  penalty === null ? NO_FINE : fineRange(penalty, amounts);
const spanZh = ({ minFen, maxFen }: FineRange) =>
  maxFen === 0 ? '不处罚款' : minFen === maxFen ? moneyZh(maxFen) : `${moneyZh(minFen)}至${moneyZh(maxFen)}`;
const spanEn = ({ minFen, maxFen }: FineRange) =>
  maxFen === 0 ? 'no fine' : `${moneyEn(minFen)} to ${moneyEn(maxFen)}`;

/**
 * The text a case is decided under: that of the day the act ended, unless that of the day of the decision is lighter
 * (从旧兼从轻, 行政处罚法 37). Lighter is the lower ceiling, then the lower floor.
 * @param when days `YYYY-MM-DD`; an act that goes on counts with its last day
 * @throws RangeError when no text covers the day of the act
 */
export function lawInTime(
  versions: readonly LawVersion[],
  when: { readonly actOn: string; readonly decidedOn: string },
  amounts: FineAmounts,
): ChosenLaw {
  const old = on(versions, when.actOn);
  if (old === undefined) throw new RangeError(`No law on ${when.actOn}`);
  const now = on(versions, when.decidedOn) ?? old;
  const oldRange = rangeOf(old, amounts);
  const first: Reason = {
    zh: `违法行为终了于${when.actOn}，适用当时有效的${old.law}：${spanZh(oldRange)}`,
    en: `The act ended on ${when.actOn}, under ${old.law}: ${spanEn(oldRange)}`,
    article: APL37,
  };
  if (now === old)
    return {
      version: old,
      range: oldRange,
      other: null,
      lighter: false,
      person: null,
      steps: [first, ...oldRange.steps],
    };
  const nowRange = rangeOf(now, amounts);
  const lighter =
    nowRange.maxFen < oldRange.maxFen || (nowRange.maxFen === oldRange.maxFen && nowRange.minFen < oldRange.minFen);
  const second: Reason = lighter
    ? {
        zh: `作出决定时（${when.decidedOn}）的${now.law}处罚较轻（${spanZh(nowRange)}），从轻适用`,
        en: `${now.law}, in force on ${when.decidedOn}, is lighter (${spanEn(nowRange)}) and applies`,
        article: APL37,
      }
    : {
        zh: `作出决定时（${when.decidedOn}）的${now.law}不轻于前者（${spanZh(nowRange)}），仍适用${old.law}`,
        en: `${now.law}, in force on ${when.decidedOn}, is not lighter (${spanEn(nowRange)}): ${old.law} applies`,
        article: APL37,
      };
  const chosen = lighter ? now : old;
  const range = lighter ? nowRange : oldRange;
  return {
    version: chosen,
    range,
    other: lighter ? { version: old, range: oldRange } : { version: now, range: nowRange },
    lighter,
    person: now.otherwiseChanged,
    steps: [first, second, ...range.steps],
  };
}
