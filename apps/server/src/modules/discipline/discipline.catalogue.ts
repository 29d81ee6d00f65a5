import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const ENTRY_READ = 'discipline.entry.read';
export const ENTRY_PROPOSE = 'discipline.entry.propose';
export const ENTRY_ANSWER = 'discipline.entry.answer';
export const ENTRY_DECIDE = 'discipline.entry.decide';
/** Of nobody: what has run out is noted by the system itself. */
export const ENTRY_CONCLUDE = 'discipline.entry.conclude';
export const LIST_READ = 'discipline.list.read';

const READERS = ['ip-officer', 'director', 'reviewer', 'finance-officer', 'enforcement-officer', 'liaison'];

export const disciplinePermissions: readonly Permission[] = [
  {
    code: ENTRY_READ,
    label: { zh: '查看惩戒记录', en: 'See entries of discipline' },
    roles: [...READERS, 'enterprise', 'agency'],
  },
  {
    code: ENTRY_PROPOSE,
    label: { zh: '提出列入惩戒名单', en: 'Propose entries of discipline' },
    roles: ['ip-officer'],
  },
  {
    code: ENTRY_ANSWER,
    label: { zh: '陈述申辩和申请修复', en: 'State a case and ask for repair' },
    roles: ['enterprise', 'agency', 'ip-officer'],
  },
  {
    code: ENTRY_DECIDE,
    label: { zh: '决定列入、修复和移出', en: 'Decide on entries of discipline' },
    roles: ['director'],
  },
  {
    code: ENTRY_CONCLUDE,
    label: { zh: '惩戒届满归档（系统）', en: 'Note that discipline has run out (the system)' },
    roles: [],
  },
  { code: LIST_READ, label: { zh: '查看惩戒名单和措施', en: 'See lists and effects of discipline' }, roles: READERS },
];

export const disciplineErrors: ErrorCatalogue = {
  'discipline.list.unknown': {
    status: 422,
    zh: '{on} 没有名为“{list}”的惩戒名单。',
    en: 'There is no list of discipline "{list}" on {on}.',
  },
  'discipline.list.wrong-subject': {
    status: 422,
    zh: '“{list}”不适用于这类对象。',
    en: '"{list}" is not for subjects of this kind.',
  },
  'discipline.entry.already-listed': {
    status: 409,
    zh: '{name}在“{list}”上已有未了结的记录 {number}，不重复列入。',
    en: '{name} already has an open entry {number} on "{list}".',
  },
  'discipline.entry.too-long': {
    status: 422,
    zh: '最后一日 {until} 晚于法定最长期限的 {lawful}（{article}），不能多列一天。',
    en: 'The last day {until} is after {lawful}, the longest the law allows ({article}).',
  },
  'discipline.entry.before-today': {
    status: 422,
    zh: '最后一日 {until} 早于今天，列入已无意义。',
    en: 'The last day {until} is before today: the entry would have no effect.',
  },
  'discipline.entry.needs-last-day': {
    status: 422,
    zh: '“{list}”由决定确定期限，请填写最后一日，不晚于 {lawful}。',
    en: 'The decision fixes the term on "{list}": give the last day, not after {lawful}.',
  },
  'discipline.entry.repair-too-early': {
    status: 409,
    zh: '列入满 {months} 个月后（{from} 起）方可申请修复（{article}）。',
    en: 'Repair can be asked for {months} months after the listing, from {from} on ({article}).',
  },
  'discipline.entry.not-in-force': {
    status: 409,
    zh: '惩戒已于 {until} 届满，不再有效，无须办理。',
    en: 'The entry ran out on {until} and has no effect any more.',
  },
  'discipline.chain.none': {
    status: 409,
    zh: '“{list}”没有规定责任人员一并惩戒，或本记录不是服务机构的记录。',
    en: '"{list}" has no chain of responsibility to persons, or the entry is none of an agency.',
  },
  'discipline.chain.not-of-agency': {
    status: 422,
    zh: '{on} 该人员不在这家机构执业，不能追及。',
    en: 'The person did not practise at the agency on {on}.',
  },
};

export const disciplineActions: Readonly<Record<string, Bilingual>> = {
  [ENTRY_PROPOSE]: { zh: '提出列入惩戒名单', en: 'Propose an entry of discipline' },
};
