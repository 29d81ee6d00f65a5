import {
  cleanText,
  identifierProblemText,
  parseNiceClass,
  parseNiceClasses,
  parseTrademarkNumber,
} from '@jince/identifiers';
import type { CheckContext, CheckedRow } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { parseDateRangeCell } from '../../../platform/imports/values/index.ts';
import { addIssue } from './add-issue.ts';
import { placeOf, readHolders } from './read-holders.ts';
import { readTrademarkStatus } from './read-trademark-status.ts';

/** What one row says of one mark in one class; flat, and only what the row states. */
export function checkTrademark(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const number = readNumber(reader);
  const niceClass = readClass(reader);
  const name = reader.text('name') ?? (reader.text('form') === undefined ? undefined : '（图形）');
  if (name === undefined)
    addIssue(
      reader,
      'trademark.name-missing',
      'refused',
      'name',
      '缺少商标名称（纯图形商标请在“商标形式”注明）',
      'The mark has neither a name nor a form',
    );
  const values = readValues(reader, name);
  const refused = reader.issues.some((issue) => issue.severity === 'refused');
  if (number === undefined || niceClass === undefined || refused)
    return { recordKey: undefined, values: {}, issues: reader.issues };
  return {
    recordKey: `${number.key}/${niceClass}`,
    values: { ...values, registrationNo: number.shown, niceClass, country: number.country },
    issues: reader.issues,
  };
}

function readNumber(reader: RowReader): { key: string; shown: string; country: string } | undefined {
  const text = reader.text('registrationNo') ?? reader.text('ownRegistrationNo');
  if (text === undefined) {
    addIssue(
      reader,
      'trademark.number-missing',
      'refused',
      'registrationNo',
      '缺少申请/注册号',
      'The number is missing',
    );
    return undefined;
  }
  const office = reader.text('office');
  if (office !== undefined && /^[A-Z]{2}$/.test(office) && office !== 'CN') {
    const digits = text.replace(/\s/g, '');
    return { key: `${office}:${digits}`, shown: `${office}${digits}`, country: office };
  }
  const parsed = parseTrademarkNumber(text);
  if (parsed.ok) return { key: parsed.value, shown: parsed.value, country: 'CN' };
  const severity = parsed.suggestion === undefined ? 'refused' : 'doubtful';
  const hint = parsed.suggestion === undefined ? '' : `，应为 ${parsed.suggestion} 吗？`;
  addIssue(
    reader,
    `trademark.number.${parsed.problem}`,
    severity,
    'registrationNo',
    `申请/注册号“${text}”${identifierProblemText(parsed.problem, 'zh')}${hint}`,
    `Number "${text}": ${identifierProblemText(parsed.problem, 'en')}`,
    parsed.suggestion,
  );
  return { key: parsed.value, shown: parsed.value, country: 'CN' };
}

/** A record is one class. A row that lists several cannot say which goods and groups belong to which class. */
function readClass(reader: RowReader): number | undefined {
  const text = reader.text('niceClass');
  if (text === undefined) {
    addIssue(
      reader,
      'trademark.class-missing',
      'refused',
      'niceClass',
      '缺少国际分类（1–45 类）',
      'The Nice class is missing',
    );
    return undefined;
  }
  const parsed = parseNiceClass(text);
  if (parsed.ok) return parsed.number;
  const several = parseNiceClasses(text);
  if (several.refused.length === 0 && several.classes.length === 1) return several.classes[0];
  if (several.refused.length === 0 && several.classes.length > 1)
    addIssue(
      reader,
      'trademark.several-classes',
      'refused',
      'niceClass',
      `一行列了第 ${several.classes.join('、')} 类。商标按“注册号＋类别”登记，请拆成每类一行（商品和类似群也按类填写）后重新上传`,
      `The row lists classes ${several.classes.join(', ')}; give each class a row of its own`,
    );
  else
    addIssue(
      reader,
      'trademark.class',
      'refused',
      'niceClass',
      `国际分类“${text}”不是 1–45 之间的类别`,
      `"${text}" is no Nice class between 1 and 45`,
    );
  return undefined;
}

function readValues(reader: RowReader, name: string | undefined): Record<string, unknown> {
  const address = reader.text('address');
  const place = placeOf(address, undefined, reader.context);
  const holders = readHolders(reader, reader.text('holders') ?? reader.text('holderEnglish'), { place, address });
  if (holders.length === 0)
    addIssue(
      reader,
      'trademark.no-holder',
      'warning',
      'holders',
      '没有申请人或注册人，无法归属到主体',
      'No holder is named',
    );
  const term = readTerm(reader);
  const filedOn = reader.date('filedOn');
  const registeredOn = reader.date('registeredOn', 'refused');
  if (filedOn !== undefined && registeredOn !== undefined && registeredOn < filedOn)
    addIssue(
      reader,
      'trademark.registered-before-filed',
      'warning',
      'registeredOn',
      `注册日${registeredOn}早于申请日${filedOn}，请核对`,
      'The registration date is before the filing date',
    );
  return definedValues({
    name: name === undefined ? undefined : cleanText(name),
    kind: kindOf(reader.text('markKind')),
    form: reader.text('form'),
    filedOn,
    preliminaryOn: reader.date('preliminaryOn'),
    preliminaryIssue: reader.text('preliminaryIssue'),
    registeredOn,
    registrationIssue: reader.text('registrationIssue'),
    termFrom: term.from,
    expiresOn: reader.date('expiresOn', 'refused') ?? term.to,
    goods: reader.list('goods'),
    similarGroups: reader.list('similarGroups', /[,，、\s]/),
    holders,
    address,
    townCode: place.townCode,
    agency: reader.text('agency'),
    ...readStanding(reader),
  });
}

function readTerm(reader: RowReader): { from?: string; to?: string } {
  const text = reader.text('term');
  if (text === undefined) return {};
  const parsed = parseDateRangeCell(text);
  if (parsed.kind === 'problem')
    addIssue(reader, parsed.problem.code, 'refused', 'term', parsed.problem.message.zh, parsed.problem.message.en);
  if (parsed.kind !== 'value') return {};
  const { from, to } = parsed.value;
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}

const ENDED_ON = {
  invalidated: 'invalidatedOn',
  revoked: 'revokedOn',
  cancelled: 'cancelledOn',
  refused: 'refusedOn',
  withdrawn: 'withdrawnOn',
  ceased: 'ceasedOn',
} as const;

function readStanding(reader: RowReader): Record<string, unknown> {
  const text = reader.text('legalStatus');
  const statusOn = reader.date('legalStatusOn');
  if (text === undefined) return { legalStatusOn: statusOn };
  const { ending, standing } = readTrademarkStatus(text);
  if (standing === undefined)
    addIssue(
      reader,
      'trademark.status-unknown',
      'warning',
      'legalStatus',
      `商标状态“${text}”无法识别，状态按各日期推算`,
      `Status "${text}" is not known; the status follows from the dates`,
    );
  const dated =
    ending === undefined ? {} : statusOn === undefined ? { undatedEnding: ending } : { [ENDED_ON[ending]]: statusOn };
  return { legalStatusText: text, legalStatusOn: statusOn, standing, ...dated };
}

function kindOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/集体/.test(text)) return 'collective';
  if (/证明/.test(text)) return 'certification';
  return /特殊/.test(text) ? 'special' : 'ordinary';
}
