import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const SIGNAL_READ = 'filing-supervision.signal.read';
export const SIGNAL_JUDGE = 'filing-supervision.signal.judge';
export const SIGNAL_SEARCH = 'filing-supervision.signal.search';

export const filingSupervisionPermissions: readonly Permission[] = [
  {
    code: SIGNAL_READ,
    label: { zh: '查看申请监管信号', en: 'See signals of abnormal filing' },
    roles: ['ip-officer', 'director', 'reviewer', 'enforcement-officer', 'liaison'],
  },
  {
    code: SIGNAL_JUDGE,
    label: { zh: '判定申请监管信号', en: 'Judge signals of abnormal filing' },
    roles: ['ip-officer', 'director'],
  },
  {
    code: SIGNAL_SEARCH,
    label: { zh: '检索申请监管信号', en: 'Search for signals of abnormal filing' },
    roles: ['ip-officer', 'director'],
  },
];

export const filingSupervisionErrors: ErrorCatalogue = {
  'filing-supervision.signal.gone': {
    status: 409,
    zh: '最近一次检索已不再发现该信号，不能据以作出新的判定。',
    en: 'The last search no longer finds this signal; it cannot be judged anew.',
  },
  'filing-supervision.signal.changed-meanwhile': {
    status: 409,
    zh: '该信号的证据在您打开后有变化，请刷新页面重新核对。',
    en: 'The evidence of this signal changed after you opened it; refresh the page and look again.',
  },
  'filing-supervision.signal.not-its-filings': {
    status: 400,
    zh: '所选的 {count} 件申请不属于该信号。',
    en: '{count} of the chosen applications do not belong to this signal.',
  },
  'filing-supervision.signal.no-filings': {
    status: 400,
    zh: '认定非正常申请至少要选一件申请；认为都正常的，请判定为“情况合理”。',
    en: 'Choose at least one application to hold abnormal; if all are in order, judge the signal as explained.',
  },
  'filing-supervision.signal.not-judged': {
    status: 409,
    zh: '该信号没有生效中的判定可以撤回。',
    en: 'This signal has no standing judgement to withdraw.',
  },
};

export const filingSupervisionActions: Readonly<Record<string, Bilingual>> = {
  [SIGNAL_JUDGE]: { zh: '判定申请监管信号', en: 'Judge a signal of abnormal filing' },
  'filing-supervision.signal.withdraw': { zh: '撤回信号判定', en: 'Withdraw the judgement of a signal' },
  [SIGNAL_SEARCH]: { zh: '检索申请监管信号', en: 'Search for signals of abnormal filing' },
};
