import data from '../../data/demo/reports.json' with { type: 'json' };
import { type Fields, readFields, readList, readNumber, readOneOf, readOptionalText, readText } from '../shape.ts';

export type DemoPublicReport = {
  daysAgo: number;
  /** Reports of one letter come from one sender. */
  sender: string;
  sort: 'tip' | 'complaint';
  kind: string;
  subject: string;
  town: string | null;
  statement: string;
  wish: string | null;
  name: string | null;
  phone: string | null;
  email: string | null;
  steps: { daysAgo: number; action: string; fields: Fields }[];
};
export type DemoPublicReports = {
  reports: DemoPublicReport[];
  /** Many of one sender; `{n}` in the statement is its number. */
  flood: { daysAgo: number; sender: string; count: number; kind: string; subject: string; statement: string };
};

function readReport(value: unknown, at: string): DemoPublicReport {
  const fields = readFields(value, at);
  const text = (name: string) => readOptionalText(fields[name], `${at}.${name}`) ?? null;
  return {
    daysAgo: readNumber(fields.daysAgo, `${at}.daysAgo`),
    sender: readText(fields.sender, `${at}.sender`),
    sort: readOneOf(fields.sort, `${at}.sort`, ['tip', 'complaint'] as const),
    kind: readText(fields.kind, `${at}.kind`),
    subject: readText(fields.subject, `${at}.subject`),
    town: text('town'),
    statement: readText(fields.statement, `${at}.statement`),
    wish: text('wish'),
    name: text('name'),
    phone: text('phone'),
    email: text('email'),
    steps: readList(fields.steps ?? [], `${at}.steps`, (one, step) => {
      const given = readFields(one, step);
      return {
        daysAgo: readNumber(given.daysAgo, `${step}.daysAgo`),
        action: readText(given.action, `${step}.action`),
        fields: readFields(given.fields ?? {}, `${step}.fields`),
      };
    }),
  };
}

/** Throws PackDataError with the place of the first fault. */
function readDemoReports(value: unknown): DemoPublicReports {
  const root = readFields(value, 'demo-reports');
  const flood = readFields(root.flood, 'demo-reports.flood');
  return {
    reports: readList(root.reports, 'demo-reports.reports', readReport),
    flood: {
      daysAgo: readNumber(flood.daysAgo, 'demo-reports.flood.daysAgo'),
      sender: readText(flood.sender, 'demo-reports.flood.sender'),
      count: readNumber(flood.count, 'demo-reports.flood.count'),
      kind: readText(flood.kind, 'demo-reports.flood.kind'),
      subject: readText(flood.subject, 'demo-reports.flood.subject'),
      statement: readText(flood.statement, 'demo-reports.flood.statement'),
    },
  };
}

/** Invented reports of the public, for the demonstration alone. */
export const demoReports: DemoPublicReports = readDemoReports(data);
