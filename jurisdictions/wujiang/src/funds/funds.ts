import data from '../../data/funds.json' with { type: 'json' };
import { readFields, readList, readOneOf, readText, readTexts, requireUnique } from '../shape.ts';

/** What earlier lists call a thing money was given for. */
export type LegacyItem = {
  trigger: string;
  /** Kind of thing its number stands for, as keys of achievements name it: `madrid`, `patent`, `claim`. */
  subject: string;
  label: string;
  /** Paid once in each year: its keys end with the year. */
  yearly: boolean;
  /** Any of them in the item's words says that it is this one; the first item that fits is taken. */
  words: string[];
};
export type FundPack = {
  note: string;
  /** What becomes of money that comes back: on to the treasury, or available again. */
  returnedMoney: { rule: 'treasury' | 'available'; text: string; source: string };
  legacyItems: LegacyItem[];
};

const CODE = /^[a-z][a-z-]*$/;

/** Throws PackDataError with the place of the first fault. */
export function readFunds(value: unknown): FundPack {
  const root = readFields(value, 'funds');
  const returned = readFields(root.returnedMoney, 'funds.returnedMoney');
  const legacyItems = readList(root.legacyItems, 'funds.legacyItems', (one, at): LegacyItem => {
    const fields = readFields(one, at);
    return {
      trigger: readText(fields.trigger, `${at}.trigger`, CODE),
      subject: readText(fields.subject, `${at}.subject`, CODE),
      label: readText(fields.label, `${at}.label`),
      yearly: fields.yearly === true,
      words: readTexts(fields.words, `${at}.words`),
    };
  });
  requireUnique<LegacyItem>(legacyItems, 'funds.legacyItems', (one) => one.trigger);
  return {
    note: readText(root.note, 'funds.note'),
    returnedMoney: {
      rule: readOneOf(returned.rule, 'funds.returnedMoney.rule', ['treasury', 'available'] as const),
      text: readText(returned.text, 'funds.returnedMoney.text'),
      source: readText(returned.source, 'funds.returnedMoney.source'),
    },
    legacyItems,
  };
}

/** Rules of the fund, and the words of earlier lists. */
export const fundRules: FundPack = readFunds(data);
