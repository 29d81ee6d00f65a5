import {
  formatPatentApplicationNumber,
  identifierProblemText,
  type PatentKind,
  parsePatentApplicationNumber,
  parsePublicationNumber,
  toHalfWidth,
} from '@jince/identifiers';
import type { RowReader } from '../../../platform/imports/row-reader.ts';
import { addIssue } from './add-issue.ts';

export interface PatentNumbers {
  readonly recordKey: string;
  readonly applicationNo: string | undefined;
  readonly country: string;
  /** Undefined when nothing in the row tells. */
  readonly kind: PatentKind | undefined;
  readonly publicationNo: string | undefined;
  readonly grantNo: string | undefined;
  /** The document of the row's publication proves a grant, an application, or neither (corrections, searches). */
  readonly document: 'application' | 'grant' | 'partial-invalidation' | undefined;
}

const OFFICES: Readonly<Record<string, string>> = {
  中国: 'CN',
  美国: 'US',
  日本: 'JP',
  韩国: 'KR',
  欧专局: 'EP',
  世界知识产权组织: 'WO',
};
const KIND_WORDS: readonly (readonly [RegExp, PatentKind])[] = [
  [/外观|design/i, 'design'],
  [/实用|utility model/i, 'utility'],
  [/发明|invention/i, 'invention'],
];

interface Publication {
  readonly value: string;
  readonly country: string;
  readonly number: string;
  readonly kind: PatentKind | undefined;
  readonly document: PatentNumbers['document'];
}

/**
 * Who the row speaks of. The key is the application number without dot; a foreign one has its country before it
 * (`US:13648029`). Senders without application numbers (PATENTSCOPE) are keyed by the publication number without its
 * kind (`US:pub:20050286606`), so that the A and B documents of one application meet.
 */
export function readPatentNumbers(reader: RowReader): PatentNumbers | undefined {
  const publication = readPublication(reader, 'publicationNo');
  const grant = readPublication(reader, 'grantNo');
  const country = countryOf(reader, publication ?? grant);
  const word = kindInWords(reader);
  const application = readApplication(reader, country, word);
  const recordKey = application?.key ?? publicationKey(publication ?? grant);
  if (recordKey === undefined) {
    if (!reader.issues.some((issue) => issue.severity === 'refused'))
      addIssue(
        reader,
        'patent.number-missing',
        'refused',
        'applicationNo',
        '缺少申请号，也没有可用的公开（公告）号，无法确定是哪件专利',
        'There is neither an application number nor a usable publication number',
      );
    return undefined;
  }
  const kind = application?.kind ?? publication?.kind ?? grant?.kind ?? word;
  if (application?.kind !== undefined && word !== undefined && word !== application.kind)
    addIssue(
      reader,
      'patent.kind-differs',
      'warning',
      'kind',
      `专利类型写作“${reader.text('kind')}”，与申请号的类型位不符，以申请号为准`,
      'The kind of patent contradicts the type digit of the application number, which is taken',
    );
  const granted = publication?.document === 'grant' || publication?.document === 'partial-invalidation';
  return {
    recordKey,
    applicationNo: application?.shown,
    country,
    kind,
    publicationNo: publication === undefined || granted ? undefined : publication.value,
    grantNo: grant?.value ?? (granted ? publication?.value : undefined),
    document: publication?.document,
  };
}

function countryOf(reader: RowReader, publication: Publication | undefined): string {
  if (publication !== undefined) return publication.country;
  const number = reader.text('applicationNo');
  const prefix = number === undefined ? undefined : /^\s*([A-Z]{2})[\s\d]/.exec(toHalfWidth(number).toUpperCase())?.[1];
  if (prefix !== undefined && prefix !== 'ZL') return prefix;
  const office = reader.text('country');
  return OFFICES[office ?? ''] ?? (/^[A-Z]{2}$/.test(office ?? '') ? (office as string) : 'CN');
}

function readApplication(
  reader: RowReader,
  country: string,
  word: PatentKind | undefined,
): { key: string; shown: string; kind: PatentKind | undefined } | undefined {
  const text = reader.text('applicationNo');
  if (text === undefined) return undefined;
  if (country !== 'CN') {
    const number = toHalfWidth(text)
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '')
      .replace(new RegExp(`^${country}`), '');
    return number === '' ? undefined : { key: `${country}:${number}`, shown: `${country}${number}`, kind: undefined };
  }
  const parsed = parsePatentApplicationNumber(text, { latestYear: Number(reader.context.today.slice(0, 4)) });
  if (parsed.ok) return { key: parsed.value, shown: formatPatentApplicationNumber(parsed.value), kind: parsed.type };
  const zh = `申请号“${text}”${identifierProblemText(parsed.problem, 'zh')}`;
  const en = `Application number "${text}": ${identifierProblemText(parsed.problem, 'en')}`;
  // A number that a spreadsheet has shortened or that is no number at all cannot name a record.
  const usable =
    parsed.suggestion !== undefined || parsed.problem === 'check-digit' || parsed.problem === 'missing-check-digit';
  if (!usable) {
    addIssue(reader, `patent.application-no.${parsed.problem}`, 'refused', 'applicationNo', zh, en);
    return undefined;
  }
  const suggestion = parsed.suggestion === undefined ? undefined : formatPatentApplicationNumber(parsed.suggestion);
  const hint = suggestion === undefined ? '' : `，应为 ${suggestion} 吗？`;
  addIssue(
    reader,
    `patent.application-no.${parsed.problem}`,
    'doubtful',
    'applicationNo',
    `${zh}${hint}`,
    en,
    suggestion,
  );
  return { key: parsed.value, shown: parsed.value, kind: parsed.type ?? word };
}

function readPublication(reader: RowReader, field: 'publicationNo' | 'grantNo'): Publication | undefined {
  const text = reader.text(field);
  if (text === undefined) return undefined;
  const kindCode = reader.text('documentKind');
  const complete =
    field === 'publicationNo' && /^\D{0,2}\d+$/.test(text) && kindCode !== undefined && /^[A-Z]\d?$/.test(kindCode);
  const parsed = parsePublicationNumber(complete ? `${text}${kindCode}` : /^\d/.test(text) ? `CN${text}` : text);
  if (!parsed.ok) {
    // Offices number in ways of their own (mxPA/a/2005/003863): what begins with a country is kept as it stands.
    const foreign = /^([A-Z]{2})([0-9A-Z]*\d{3}[0-9A-Z]*)$/.exec(parsed.value.replace(/[^0-9A-Z]/g, ''));
    if (foreign !== null && foreign[1] !== 'CN')
      return {
        ...foreignDocument(undefined, reader),
        value: foreign[0],
        country: foreign[1] as string,
        number: foreign[2] as string,
      };
    addIssue(
      reader,
      'patent.publication-no',
      'warning',
      field,
      `公开（公告）号“${text}”${identifierProblemText(parsed.problem, 'zh')}，未采用`,
      `Publication number "${text}" is not used: ${identifierProblemText(parsed.problem, 'en')}`,
    );
    return undefined;
  }
  if (parsed.country !== 'CN')
    return {
      ...foreignDocument(parsed.kind, reader),
      value: parsed.value,
      country: parsed.country,
      number: parsed.number,
    };
  const { document } = parsed;
  return {
    value: parsed.value,
    country: 'CN',
    number: parsed.number,
    kind: parsed.type,
    document:
      document === 'grant' || document === 'partial-invalidation'
        ? document
        : document === 'correction'
          ? undefined
          : field === 'grantNo'
            ? 'grant'
            : 'application',
  };
}

/** Kind codes of ST.16: B and C are granted patents nearly everywhere, S and D designs; Lens also says so in words. */
function foreignDocument(kind: string | undefined, reader: RowReader): Pick<Publication, 'kind' | 'document'> {
  const type = reader.text('kind');
  const granted =
    /granted|limited/i.test(type ?? '') || (!/application/i.test(type ?? '') && /^[BCS]/.test(kind ?? ''));
  const letter = kind?.[0];
  return {
    kind:
      letter === 'S' || letter === 'D' || /design/i.test(type ?? '')
        ? 'design'
        : letter === 'U' || letter === 'Y'
          ? 'utility'
          : 'invention',
    document: granted ? 'grant' : 'application',
  };
}

function publicationKey(publication: Publication | undefined): string | undefined {
  return publication === undefined ? undefined : `${publication.country}:pub:${publication.number}`;
}

function kindInWords(reader: RowReader): PatentKind | undefined {
  const text = reader.text('kind') ?? reader.text('documentKind');
  return text === undefined ? undefined : KIND_WORDS.find(([pattern]) => pattern.test(text))?.[1];
}
