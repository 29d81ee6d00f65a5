import type { Element } from './element.ts';
import { PATENT_COLUMNS, patentRows } from './patent-record.ts';
import { TRADEMARK_COLUMNS, trademarkRows } from './trademark-record.ts';

export interface XmlVocabulary {
  id: 'patent' | 'trademark';
  columns: string[];
  rows(record: Element): string[][];
  /** Elements (plain names) that are passed over: long and not used. */
  skip: ReadonlySet<string>;
}

const PATENT: XmlVocabulary = {
  id: 'patent',
  columns: PATENT_COLUMNS,
  rows: patentRows,
  skip: new Set(['description', 'drawings', 'referencescited', 'citation', 'figure', 'sequencelist']),
};
const TRADEMARK: XmlVocabulary = {
  id: 'trademark',
  columns: TRADEMARK_COLUMNS,
  rows: trademarkRows,
  skip: new Set([
    'markeventbag',
    'markeventdetails',
    'nationalcorrespondent',
    'representativedetails',
    'recordattorney',
    'nationalrepresentative',
  ]),
};

/** Element of one record → how to read it, by its local name as written. */
export const RECORD_ELEMENTS: ReadonlyMap<string, XmlVocabulary> = new Map([
  ['PatentDocumentAndRelated', PATENT],
  ['cn-patent-document', PATENT],
  ['cn-application-body', PATENT],
  ['us-patent-grant', PATENT],
  ['us-patent-application', PATENT],
  ['Trademark', TRADEMARK],
  // ST.66 keeps the applicants beside the trademark.
  ['TradeMarkTransactionBody', TRADEMARK],
]);

/** The vocabulary of the first record element in the beginning of a file, with the root for messages. */
export function findVocabulary(start: string): {
  root: string;
  vocabulary: XmlVocabulary | undefined;
  excel2003: boolean;
} {
  const tags = [...start.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)/g)].map(
    (match) => match[2]!,
  );
  const root = tags[0] ?? '';
  const excel2003 = root === 'Workbook' && start.includes('urn:schemas-microsoft-com:office:spreadsheet');
  const record = tags.slice(0, 200).find((tag) => RECORD_ELEMENTS.has(tag));
  return { root, vocabulary: record === undefined ? undefined : RECORD_ELEMENTS.get(record), excel2003 };
}
