import data from '../../data/agencies/reports.json' with { type: 'json' };
import { readFields, readList, readNumber, readText, readTexts, requireUnique } from '../shape.ts';

type Bilingual = { zh: string; en: string };

export type ReportKind = { kind: string; label: Bilingual; help: Bilingual };

const LIMITS = [
  'reportsBeforeReview',
  'reportsPerAddressAndDay',
  'attachments',
  'attachmentMegabytes',
  'attachmentMegabytesPerAddressAndDay',
  'unpackedMegabytes',
  'archiveEntries',
  'wrongCodesPerAddressAndDay',
  'formHours',
  'statementCharacters',
] as const;

export type ReportSettings = {
  note: string;
  /** Who can be called instead. */
  hotline: string;
  /** Who receives reports. */
  office: string;
  kinds: ReportKind[];
  /** Bodies a report can be handed to. */
  receivers: string[];
  /** `reportsBeforeReview`: of one sender on one day, those after it wait together for one review. */
  limits: Record<(typeof LIMITS)[number], number>;
};

const readBilingual = (value: unknown, at: string): Bilingual => {
  const fields = readFields(value, at);
  return { zh: readText(fields.zh, `${at}.zh`), en: readText(fields.en, `${at}.en`) };
};

/** Throws PackDataError with the place of the first fault. */
function readReportSettings(value: unknown): ReportSettings {
  const root = readFields(value, 'reports');
  const limits = readFields(root.limits, 'reports.limits');
  const kinds = readList(root.kinds, 'reports.kinds', (one, at): ReportKind => {
    const fields = readFields(one, at);
    return {
      kind: readText(fields.kind, `${at}.kind`, /^[a-z][a-z-]*$/),
      label: readBilingual(fields.label, `${at}.label`),
      help: readBilingual(fields.help, `${at}.help`),
    };
  });
  requireUnique<ReportKind>(kinds, 'reports.kinds', (one) => one.kind);
  return {
    note: readText(root.note, 'reports.note'),
    hotline: readText(root.hotline, 'reports.hotline'),
    office: readText(root.office, 'reports.office'),
    kinds,
    receivers: readTexts(root.receivers, 'reports.receivers'),
    limits: Object.fromEntries(
      LIMITS.map((name) => [name, readNumber(limits[name], `reports.limits.${name}`)]),
    ) as ReportSettings['limits'],
  };
}

/** Kinds of reports the public can make, and limits against abuse. */
export const reportSettings: ReportSettings = readReportSettings(data);
