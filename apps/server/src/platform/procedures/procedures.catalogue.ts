import type { Permission } from '../access/access.ts';
import type { ErrorCatalogue } from '../errors/errors.ts';
import type { Bilingual } from '../i18n/language.ts';

export const BUSINESS = [
  'ip-officer',
  'director',
  'reviewer',
  'finance-officer',
  'enforcement-officer',
  'section-head',
  'legal-reviewer',
  'liaison',
  'department',
  'enterprise',
  'agency',
  'association',
];

/** Each file is further limited by the permission and scope of its own procedure. */
export const procedurePermissions: readonly Permission[] = [
  { code: 'procedures.file.read', label: { zh: '查看办件', en: 'See files' }, roles: BUSINESS },
  { code: 'procedures.file.perform', label: { zh: '办理办件', en: 'Work on files' }, roles: BUSINESS },
  { code: 'procedures.document.attach', label: { zh: '添加材料', en: 'Add papers' }, roles: BUSINESS },
  {
    code: 'procedures.calendar.edit',
    label: { zh: '录入节假日安排', en: 'Enter holiday notices' },
    roles: ['ip-officer', 'director'],
  },
  {
    code: 'procedures.document.generate',
    label: { zh: '生成文书', en: 'Make official papers' },
    roles: BUSINESS.filter((role) => !['enterprise', 'liaison', 'agency', 'association'].includes(role)),
  },
  { code: 'procedures.document.withdraw', label: { zh: '撤回材料', en: 'Take papers back' }, roles: BUSINESS },
];

export const procedureErrors: ErrorCatalogue = {
  'procedures.procedure.unknown': {
    status: 409,
    zh: '这一办件的流程“{procedure}”已不在系统中，请联系系统管理员。',
    en: 'The procedure "{procedure}" of this file no longer exists; ask the system administrator.',
  },
  'procedures.action.unknown': {
    status: 404,
    zh: '没有“{action}”这一步。',
    en: 'There is no action "{action}".',
  },
  'procedures.action.not-available': {
    status: 409,
    zh: '办件现为“{state}”，不能“{action}”。',
    en: 'The file is in state "{state}", so "{action}" cannot be done.',
  },
  'procedures.action.not-permitted': {
    status: 403,
    zh: '“{action}”须由有“{permission}”权限的人办理。',
    en: '"{action}" needs the permission "{permission}".',
  },
  'procedures.action.apart': {
    status: 409,
    zh: '您已在本件办理“{earlier}”，按岗位分离要求不能再“{action}”，请由其他人办理。',
    en: 'You did "{earlier}" on this file; separation of duties forbids you to do "{action}".',
  },
  'procedures.action.missing-document': {
    status: 409,
    zh: '“{action}”前须有材料：{documents}。',
    en: 'Before "{action}" these papers must be there: {documents}.',
  },
  'procedures.action.clock-running': {
    status: 409,
    zh: '“{clock}”至 {dueOn} 届满，届满后才能“{action}”。',
    en: '"{clock}" ends on {dueOn}; "{action}" is possible after that day.',
  },
  'procedures.action.clock-expired': {
    status: 409,
    zh: '“{clock}”已于 {dueOn} 届满，不能再“{action}”。',
    en: '"{clock}" ended on {dueOn}; "{action}" is no longer possible.',
  },
  'procedures.action.stale': {
    status: 409,
    zh: '办件刚被他人办理，请刷新后再办；您的输入仍保留在页面上。',
    en: 'Someone else has just worked on this file; refresh and try again. Your input is kept on the page.',
  },
  'procedures.clock.rule-unknown': {
    status: 404,
    zh: '没有登记编号为“{rule}”的法定期限，请联系系统管理员。',
    en: 'No clock of the law has the id "{rule}"; ask the system administrator.',
  },
  'procedures.clock.refused': {
    status: 409,
    zh: '期限不能这样变动：{reason}。',
    en: 'The clock cannot be moved like this: {reason}.',
  },
  'procedures.document.kind': {
    status: 400,
    zh: '本流程没有“{kind}”这类材料。',
    en: 'This procedure has no papers of the kind "{kind}".',
  },
  'procedures.document.empty': {
    status: 400,
    zh: '“{fileName}”是空文件，请重新选择。',
    en: '"{fileName}" is empty; choose it again.',
  },
  'procedures.document.refused': {
    status: 400,
    zh: '“{fileName}”不能作为材料：{reason}',
    en: '"{fileName}" cannot be taken: {reason}',
  },
  'procedures.calendar.not-of-year': {
    status: 400,
    zh: '{day} 不是 {year} 年的日期。',
    en: '{day} is not a day of {year}.',
  },
  'procedures.calendar.contradiction': {
    status: 400,
    zh: '{day} 不能既放假又上班。',
    en: '{day} cannot be both a day off and a worked day.',
  },
  'procedures.calendar.year-missing': {
    status: 400,
    zh: '{year} 年之前尚有年份没有节假日安排，请按年份依次录入。',
    en: 'A year before {year} has no holiday notice yet; enter them in order.',
  },
  'procedures.template.unknown': {
    status: 404,
    zh: '本流程没有“{template}”这种文书。',
    en: 'This procedure has no paper "{template}".',
  },
  'procedures.template.not-offered': {
    status: 409,
    zh: '办件现为“{state}”，或您不办理有关环节，不能生成《{template}》。',
    en: 'The file is in state "{state}", or the step is not yours: "{template}" cannot be made.',
  },
  'procedures.file.closed': {
    status: 409,
    zh: '办件已办结，不能再增减材料。',
    en: 'The file is closed; papers can no longer be added or taken back.',
  },
};

/** Actions of files are audited under the names of their procedures; these are the platform's own. */
export const procedureActions: Readonly<Record<string, Bilingual>> = {
  'procedures.file.perform': { zh: '办理办件', en: 'Work on a file' },
  'procedures.calendar.edit': { zh: '录入节假日安排', en: 'Enter a holiday notice' },
  'procedures.document.attach': { zh: '添加材料', en: 'Add a paper' },
  'procedures.document.generate': { zh: '生成文书', en: 'Make an official paper' },
  'procedures.document.withdraw': { zh: '撤回材料', en: 'Take a paper back' },
};
