import data from '../../data/demo/funds.json' with { type: 'json' };
import { type Fields, readFields, readList, readNumber, readOptionalText, readText, readTexts } from '../shape.ts';

/** One sort of earlier payment: what it was for, how much, and the days of what it rewarded. */
export type DemoPayment = { item: string; yuan: number; from: string; to: string; rows: number };
export type DemoAppropriation = {
  year: number;
  item: string | null;
  itemLabel: string | null;
  amountFen: number;
  on: string;
  docNo: string;
  reason: string;
};
export type DemoFunds = {
  remark: string;
  fund: string;
  appropriations: DemoAppropriation[];
  bankName: string;
  legacy: {
    fileName: string;
    title: string;
    headers: string[];
    /** Month and day of each year's payment. */
    paidOn: string;
    /** With `{year}` for the year. */
    docNo: string;
    madrid: DemoPayment;
    standard: DemoPayment;
    patent: DemoPayment;
  };
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function readPayment(value: unknown, at: string): DemoPayment {
  const fields = readFields(value, at);
  return {
    item: readText(fields.item, `${at}.item`),
    yuan: readNumber(fields.yuan, `${at}.yuan`),
    from: readText(fields.from, `${at}.from`, DAY),
    to: readText(fields.to, `${at}.to`, DAY),
    rows: readNumber(fields.rows, `${at}.rows`),
  };
}

function readAppropriation(fields: Fields, at: string): DemoAppropriation {
  return {
    year: readNumber(fields.year, `${at}.year`),
    item: readOptionalText(fields.item, `${at}.item`) ?? null,
    itemLabel: readOptionalText(fields.itemLabel, `${at}.itemLabel`) ?? null,
    amountFen: readNumber(fields.amountFen, `${at}.amountFen`),
    on: readText(fields.on, `${at}.on`, DAY),
    docNo: readText(fields.docNo, `${at}.docNo`),
    reason: readText(fields.reason, `${at}.reason`),
  };
}

/** Throws PackDataError with the place of the first fault. */
function readDemoFunds(value: unknown): DemoFunds {
  const root = readFields(value, 'demo-funds');
  const legacy = readFields(root.legacy, 'demo-funds.legacy');
  return {
    remark: readText(root.remark, 'demo-funds.remark'),
    fund: readText(root.fund, 'demo-funds.fund'),
    appropriations: readList(root.appropriations, 'demo-funds.appropriations', (one, at) =>
      readAppropriation(readFields(one, at), at),
    ),
    bankName: readText(root.bankName, 'demo-funds.bankName'),
    legacy: {
      fileName: readText(legacy.fileName, 'demo-funds.legacy.fileName'),
      title: readText(legacy.title, 'demo-funds.legacy.title'),
      headers: readTexts(legacy.headers, 'demo-funds.legacy.headers'),
      paidOn: readText(legacy.paidOn, 'demo-funds.legacy.paidOn', /^-\d{2}-\d{2}$/),
      docNo: readText(legacy.docNo, 'demo-funds.legacy.docNo'),
      madrid: readPayment(legacy.madrid, 'demo-funds.legacy.madrid'),
      standard: readPayment(legacy.standard, 'demo-funds.legacy.standard'),
      patent: readPayment(legacy.patent, 'demo-funds.legacy.patent'),
    },
  };
}

/** An invented fund with its appropriations and earlier payments, marked as an example. */
export const demoFunds: DemoFunds = readDemoFunds(data);
