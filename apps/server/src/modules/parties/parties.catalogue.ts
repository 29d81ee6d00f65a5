import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

const BUSINESS = ['ip-officer', 'director', 'reviewer', 'finance-officer', 'enforcement-officer', 'liaison'];

export const partyPermissions: readonly Permission[] = [
  {
    code: 'parties.party.read',
    label: { zh: '查看企业', en: 'See enterprises' },
    roles: [...BUSINESS, 'enterprise', 'agency'],
  },
  {
    code: 'parties.party.unmask',
    label: { zh: '查看法定代表人姓名', en: 'See names of legal representatives' },
    roles: ['ip-officer', 'enforcement-officer'],
  },
  {
    code: 'parties.review.read',
    label: { zh: '查看匹配复核', en: 'See matching reviews' },
    roles: ['ip-officer', 'director', 'reviewer', 'liaison'],
  },
  { code: 'parties.review.judge', label: { zh: '判定匹配', en: 'Judge matches' }, roles: ['ip-officer', 'liaison'] },
  { code: 'parties.review.withdraw', label: { zh: '撤回匹配判定', en: 'Withdraw judgements' }, roles: ['ip-officer'] },
];

export const partyErrors: ErrorCatalogue = {
  'parties.judgement.already-same': {
    status: 409,
    zh: '{actor}已判定该名称就是“{name}”。如有误，请先在判定记录里撤回。',
    en: '{actor} has judged this name to be "{name}". Withdraw that judgement first if it is wrong.',
  },
  'parties.judgement.withdrawn': { status: 409, zh: '该判定已经撤回。', en: 'This judgement is already withdrawn.' },
};

export const partyActions: Readonly<Record<string, Bilingual>> = {
  'parties.review.judge': { zh: '判定匹配', en: 'Judge a match' },
  'parties.review.withdraw': { zh: '撤回匹配判定', en: 'Withdraw a judgement' },
};
