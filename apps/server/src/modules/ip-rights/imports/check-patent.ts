import { cleanText, parseIpc, parseLocarno } from '@jince/identifiers';
import type { CheckContext, CheckedRow } from '../../../platform/imports/import-kind.ts';
import { RowReader } from '../../../platform/imports/row-reader.ts';
import { addIssue } from './add-issue.ts';
import { placeOf, readHolders } from './read-holders.ts';
import { readCodes, readCount } from './read-list.ts';
import { type PatentNumbers, readPatentNumbers } from './read-patent-numbers.ts';
import { type PatentStatusWords, readPatentStatus } from './read-patent-status.ts';

type Values = Record<string, unknown>;

/** Leaves out what the row says nothing about. */
function say(values: Values, name: string, value: unknown): void {
  if (value !== undefined) values[name] = value;
}

/**
 * What one row says of one patent. Every field is flat and only there when the row states it, so that rows of several
 * files merge field by field: the application and the grant document of one application keep their own numbers and
 * dates, and each sort of event its own day.
 */
export function checkPatent(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const title = reader.text('title');
  if (title === undefined)
    addIssue(reader, 'patent.title-missing', 'refused', 'title', '缺少发明名称', 'The title is missing');
  const numbers = readPatentNumbers(reader);
  if (numbers === undefined || title === undefined) return { recordKey: undefined, values: {}, issues: reader.issues };

  const values: Values = { title: cleanText(title), country: numbers.country };
  say(values, 'applicationNo', numbers.applicationNo);
  say(values, 'kind', numbers.kind);
  say(values, 'publicationNo', numbers.publicationNo);
  say(values, 'grantNo', numbers.grantNo);
  readDates(reader, values, numbers);
  readClasses(reader, values);
  readPeople(reader, values);
  readStanding(reader, values);
  readCounts(reader, values);
  readScores(reader, values);
  const refused = reader.issues.some((issue) => issue.severity === 'refused');
  return { recordKey: refused ? undefined : numbers.recordKey, values, issues: reader.issues };
}

function readDates(reader: RowReader, values: Values, numbers: PatentNumbers): void {
  const filedOn = reader.date('filedOn', 'refused');
  if (filedOn !== undefined && filedOn > reader.context.today)
    addIssue(
      reader,
      'patent.filed-in-future',
      'refused',
      'filedOn',
      `申请日${filedOn}晚于今天`,
      `The filing date ${filedOn} lies in the future`,
    );
  const grants = numbers.document === 'grant';
  const documentOn = reader.date('publishedOn', grants ? 'refused' : 'warning');
  const grantedOn = reader.date('grantedOn', 'refused') ?? (grants ? documentOn : undefined);
  say(values, 'filedOn', filedOn);
  // The day of a grant document is no day of publication; a correction's or a partial invalidation's is neither.
  const published =
    numbers.document === 'application' || (numbers.document === undefined && numbers.publicationNo === undefined);
  if (published && documentOn !== grantedOn) say(values, 'publishedOn', documentOn);
  say(values, 'grantedOn', grantedOn);
  if (numbers.document === 'partial-invalidation') say(values, 'partlyInvalidatedOn', documentOn);
  say(values, 'examinedOn', reader.date('examinedOn'));
  if (filedOn !== undefined && grantedOn !== undefined && grantedOn < filedOn)
    addIssue(
      reader,
      'patent.granted-before-filed',
      'warning',
      'grantedOn',
      `授权日${grantedOn}早于申请日${filedOn}，请核对`,
      'The grant date is before the filing date',
    );
}

const symbols = new Map<string, { ipc?: string; locarno?: string }>();

function symbolOf(text: string): { ipc?: string; locarno?: string } {
  let symbol = symbols.get(text);
  if (symbol === undefined) {
    const ipc = parseIpc(text);
    const locarno = ipc.ok ? undefined : parseLocarno(text);
    symbol = ipc.ok ? { ipc: ipc.value } : locarno?.ok ? { locarno: locarno.value } : {};
    if (symbols.size > 100_000) symbols.clear();
    symbols.set(text, symbol);
  }
  return symbol;
}

/** Some senders write the Locarno class of designs into the IPC columns. */
function readClasses(reader: RowReader, values: Values): void {
  const ipc: string[] = [];
  const locarno: string[] = [];
  const unread: string[] = [];
  for (const text of [
    ...(readCodes(reader, 'ipcMain') ?? []),
    ...(readCodes(reader, 'ipc') ?? []),
    ...(readCodes(reader, 'locarno') ?? []),
  ]) {
    const symbol = symbolOf(text);
    if (symbol.ipc !== undefined) ipc.push(symbol.ipc);
    else if (symbol.locarno !== undefined) locarno.push(symbol.locarno);
    else unread.push(text);
  }
  if (unread.length > 0)
    addIssue(
      reader,
      'patent.class-unread',
      'warning',
      'ipc',
      `分类号“${unread.slice(0, 3).join('、')}”无法识别，未采用`,
      `Class symbols not understood: ${unread.slice(0, 3).join(', ')}`,
    );
  if (ipc.length > 0) {
    values.ipcMain = ipc[0];
    values.ipc = [...new Set(ipc)];
  }
  if (locarno.length > 0) values.locarno = [...new Set(locarno)];
  say(values, 'cpc', readCodes(reader, 'cpc'));
  const strategic = readCodes(reader, 'strategicIndustries')?.map((text) => /^\d+(?:\.\d+)*/.exec(text)?.[0] ?? text);
  say(values, 'strategicIndustries', strategic);
}

function readPeople(reader: RowReader, values: Values): void {
  const address = reader.text('address');
  const place = placeOf(address, reader.text('city') ?? reader.text('province'), reader.context);
  const owners = reader.text('holders');
  const applicants = reader.text('applicants') ?? reader.text('standardApplicants') ?? reader.text('firstApplicant');
  const main = values.ipcMain as string | undefined;
  const holders = readHolders(reader, owners ?? applicants, { place, address, ipc: main });
  if (holders.length > 0) values.holders = holders;
  else
    addIssue(
      reader,
      'patent.no-holder',
      'warning',
      'holders',
      '没有申请人或专利权人，无法归属到主体',
      'No applicant or holder is named',
    );
  say(values, 'address', address);
  say(values, 'townCode', place.townCode);
  say(values, 'inventors', readCodes(reader, 'inventors'));
  say(values, 'agency', reader.text('agency'));
  say(values, 'abstract', reader.text('abstract'));
  say(values, 'priorityNo', reader.text('priorityNo'));
}

const ENDED_ON = {
  invalidated: 'invalidatedOn',
  expired: 'expiredOn',
  abandoned: 'abandonedOn',
  lapsed: 'lapsedOn',
  rejected: 'rejectedOn',
  withdrawn: 'withdrawnOn',
  ceased: 'ceasedOn',
} as const;

function readStanding(reader: RowReader, values: Values): void {
  const texts = [reader.text('validity'), reader.text('legalStatus'), reader.text('legalEvent')];
  const said = [...new Set(texts.filter((text) => text !== undefined))];
  const words = readPatentStatus(texts);
  const statusOn = reader.date('legalStatusOn');
  const lapseOn = reader.date('lapseOn');
  const invalidatedOn = reader.date('invalidatedOn');
  if (said.length > 0) values.legalStatusText = said.join('；');
  say(values, 'legalStatusOn', statusOn);
  if (words.unknown.length > 0)
    addIssue(
      reader,
      'patent.status-unknown',
      'warning',
      'legalStatus',
      `法律状态“${words.unknown.join('、')}”无法识别，状态按各日期推算`,
      `Legal status "${words.unknown.join(', ')}" is not known; the status follows from the dates`,
    );
  const ending = words.ending ?? (invalidatedOn === undefined ? undefined : 'invalidated');
  say(values, 'standing', ending === undefined ? words.standing : 'ended');
  if (ending !== undefined) {
    const on = (ending === 'invalidated' ? invalidatedOn : undefined) ?? lapseOn ?? statusOn;
    if (on === undefined) values.undatedEnding = ending;
    else values[ENDED_ON[ending]] = on;
  } else if (lapseOn !== undefined) values.expiresOn = lapseOn;
  if (words.restored && ending === undefined) say(values, 'restoredOn', statusOn);
  readDealings(reader, values, words, statusOn);
  const marked = reader.text('abnormal');
  if (words.abnormal || (marked !== undefined && /^(?:是|y|yes|true|1|√)$/i.test(marked))) values.abnormal = true;
}

/** Transfers, licences and pledges: only with their day. A lone status word lends them the day of the status. */
function readDealings(reader: RowReader, values: Values, words: PatentStatusWords, statusOn: string | undefined): void {
  say(values, 'transferredOn', reader.date('transferredOn') ?? (words.transferred ? statusOn : undefined));
  const [from, to] = [reader.text('transferor'), reader.text('transferee')];
  if (from !== undefined && to !== undefined) values.transfer = `${from} → ${to}`;
  say(values, 'licensedOn', reader.date('licensedOn') ?? (words.licensed ? statusOn : undefined));
  say(values, 'pledgedOn', reader.date('pledgedOn') ?? (words.pledged ? statusOn : undefined));
  say(values, 'pledgee', reader.text('pledgee'));
}

const COUNTS = [
  'claimCount',
  'citedCount',
  'citingCount',
  'familySize',
  'transferCount',
  'licenceCount',
  'pledgeCount',
] as const;

function readCounts(reader: RowReader, values: Values): void {
  for (const field of COUNTS) say(values, field, readCount(reader, field));
  say(values, 'familyCountries', readCodes(reader, 'familyCountries'));
}

const SCORES = [
  [
    'scoresIncopat',
    'incoPat',
    [
      ['valueIncopat', '合享价值度'],
      ['stabilityIncopat', '技术稳定性'],
      ['advanceIncopat', '技术先进性'],
      ['scopeIncopat', '保护范围'],
    ],
  ],
  [
    'scoresPatsnap',
    '智慧芽',
    [
      ['valuePatsnap', '专利价值'],
      ['techPatsnap', '技术价值'],
      ['marketPatsnap', '市场价值'],
    ],
  ],
] as const;

/** Vendors' own scores stay apart and as written: they are no measure of ours. */
function readScores(reader: RowReader, values: Values): void {
  for (const [field, vendor, columns] of SCORES) {
    const scores = columns.flatMap(([column, name]) => {
      const value = reader.text(column);
      return value === undefined ? [] : [{ vendor, name, value }];
    });
    if (scores.length > 0) values[field] = scores;
  }
}
