import { addYears, daysBetween } from '@jince/calendar';
import type { AffairFinding } from '@jince/contract';
import type { AgencyField } from '@jince/wujiang';
import type { Language } from '../../../platform/i18n/language.ts';
import { problemOf, sameValue, type Values } from './values.ts';

interface LawTerm {
  readonly value: number;
  readonly article: string;
}

interface RequestToCheck {
  readonly kind: 'registration' | 'change';
  readonly fields: readonly AgencyField[];
  readonly given: Values;
  /** What the register says of the agency; empty for a new one. */
  readonly registered: Values;
  readonly effectiveOn: string | null;
  readonly today: string;
  readonly kinds: readonly string[];
  readonly towns: readonly string[];
  /** Other agencies of the register that bear the same code or name. */
  readonly twins: readonly { readonly name: string; readonly by: 'uscc' | 'agencyCode' | 'name' }[];
  readonly changeTerm: LawTerm;
  readonly filingYears: LawTerm;
  readonly language: Language;
}

function finder(language: Language) {
  const found: AffairFinding[] = [];
  const add = (
    level: AffairFinding['level'],
    code: string,
    words: { readonly zh: string; readonly en: string },
    at: { readonly field?: string; readonly article?: string } = {},
  ) => found.push({ code, level, field: at.field ?? null, text: words[language], article: at.article ?? null });
  return { found, add };
}
type Add = ReturnType<typeof finder>['add'];

function checkFields(request: RequestToCheck, add: Add): void {
  for (const field of request.fields) {
    const value = request.given[field.code] ?? null;
    if (value === null) {
      if (request.kind === 'registration' && field.required)
        add(
          'block',
          'missing',
          { zh: `请填写“${field.label}”`, en: `"${field.label}" is missing` },
          { field: field.code },
        );
      continue;
    }
    const problem = problemOf(field, value, request, request.language);
    if (problem !== undefined)
      add(
        'block',
        'invalid',
        { zh: `“${field.label}”：${problem}`, en: `"${field.label}": ${problem}` },
        { field: field.code },
      );
  }
}

/** What a patent agency and a trademark agency must give beside. */
function checkTrades(request: RequestToCheck, merged: Values, add: Add): void {
  // A change of the address does not wait for what the register has been missing all along.
  const touches = ['kinds', 'agencyCode', 'filingFrom', 'filingUntil'].some(
    (code) => request.given[code] !== undefined,
  );
  if (request.kind === 'change' && !touches) return;
  const kinds = Array.isArray(merged.kinds) ? merged.kinds : [];
  if (kinds.includes('patent') && (merged.agencyCode ?? null) === null)
    add(
      'block',
      'agency-code',
      { zh: '从事专利代理须填写专利代理机构代码', en: 'A patent agency has to give its code' },
      { field: 'agencyCode' },
    );
  const { filingFrom, filingUntil } = merged;
  if (kinds.includes('trademark') && (typeof filingFrom !== 'string' || typeof filingUntil !== 'string'))
    add(
      'block',
      'filing-period',
      { zh: '从事商标代理须填写备案起止日', en: 'A trademark agency has to give the term of its filing' },
      { field: 'filingFrom' },
    );
  if (typeof filingFrom !== 'string' || typeof filingUntil !== 'string') return;
  const touched = request.given.filingFrom !== undefined || request.given.filingUntil !== undefined;
  if (!touched) return;
  if (filingUntil < filingFrom)
    add(
      'block',
      'filing-reversed',
      { zh: '商标代理备案届满日早于起始日', en: 'The filing ends before it begins' },
      { field: 'filingUntil' },
    );
  const { value, article } = request.filingYears;
  if (filingUntil > addYears(filingFrom, value))
    add(
      'warn',
      'filing-long',
      {
        zh: `备案期 ${filingFrom} 至 ${filingUntil} 超过 ${value} 年，请核对`,
        en: `The filing from ${filingFrom} to ${filingUntil} is longer than ${value} years`,
      },
      { field: 'filingUntil', article },
    );
  if (filingUntil < request.today)
    add(
      'warn',
      'filing-over',
      { zh: `备案已于 ${filingUntil} 届满`, en: `The filing ended on ${filingUntil}` },
      { field: 'filingUntil' },
    );
}

function checkTwins(request: RequestToCheck, add: Add): void {
  for (const { name, by } of request.twins) {
    const field = by;
    if (by === 'name')
      add(
        'warn',
        'same-name',
        { zh: `登记簿中已有同名机构“${name}”，请核对是否同一家`, en: `An agency "${name}" is registered already` },
        { field },
      );
    else
      add(
        'block',
        'code-taken',
        { zh: `该代码已登记在“${name}”名下`, en: `The code is registered for "${name}"` },
        { field },
      );
  }
}

function checkChange(request: RequestToCheck, add: Add): void {
  const touched = request.fields.filter((field) => request.given[field.code] !== undefined);
  const changed = touched.filter(
    (field) => !sameValue(request.given[field.code] ?? null, request.registered[field.code] ?? null),
  );
  if (changed.length === 0)
    add('block', 'nothing', { zh: '没有任何一项与登记信息不同', en: 'Nothing differs from the register' });
  for (const field of touched)
    if (field.required && (request.given[field.code] ?? null) === null)
      add(
        'block',
        'missing',
        { zh: `“${field.label}”不能变更为空`, en: `"${field.label}" cannot be emptied` },
        { field: field.code },
      );
  const on = request.effectiveOn;
  if (on === null) {
    add(
      'block',
      'effective',
      { zh: '请填写变更发生日期', en: 'Say on which day it changed' },
      { field: 'effectiveOn' },
    );
    return;
  }
  if (on > request.today)
    add(
      'block',
      'future',
      { zh: `变更发生日期 ${on} 在今天之后`, en: `The day of the change ${on} is in the future` },
      { field: 'effectiveOn' },
    );
  const late = lateDaysOf(on, request.today, request.changeTerm.value);
  if (late !== null)
    add(
      'warn',
      'late',
      {
        zh: `变更发生于 ${on}，应在 ${request.changeTerm.value} 日内办理，已超过 ${late} 日`,
        en: `It changed on ${on}; ${request.changeTerm.value} days to file it passed ${late} days ago`,
      },
      { field: 'effectiveOn', article: request.changeTerm.article },
    );
}

/** Days by which a change filed on a day is late; null in time. */
export function lateDaysOf(effectiveOn: string, filedOn: string, termDays: number): number | null {
  const late = daysBetween(effectiveOn, filedOn) - termDays;
  return late > 0 ? late : null;
}

/** Everything rules find in a registration or a change; `block` hinders the filing. */
export function checkRequest(request: RequestToCheck): AffairFinding[] {
  const { found, add } = finder(request.language);
  checkFields(request, add);
  if (request.kind === 'change') checkChange(request, add);
  checkTrades(request, { ...request.registered, ...request.given }, add);
  checkTwins(request, add);
  return found;
}
