import type { Permission } from '../access/access.ts';
import type { ErrorCatalogue } from '../errors/errors.ts';

export const CATALOGUE_READ = 'facts.catalogue.read';
export const RULE_TRY = 'facts.rule.try';

const OFFICE = ['ip-officer', 'director', 'reviewer'];
/** Whoever is shown a figure may read what it means. */
const READERS = [...OFFICE, 'finance-officer', 'enforcement-officer', 'liaison'];

export const factPermissions: readonly Permission[] = [
  { code: CATALOGUE_READ, label: { zh: '查看事实目录', en: 'See the catalogue of facts' }, roles: READERS },
  { code: RULE_TRY, label: { zh: '试算规则', en: 'Try rules' }, roles: OFFICE },
];

export const factErrors: ErrorCatalogue = {
  'facts.rule.unfit': {
    status: 400,
    zh: '规则有误：{problem}',
    en: 'The rule cannot be used: {problem}',
  },
  'facts.subject.unknown': {
    status: 404,
    zh: '没有“{subject}”这种对象，请从事实目录中选择。',
    en: 'There is no subject "{subject}"; choose one of the catalogue of facts.',
  },
  'facts.fact.unknown': {
    status: 404,
    zh: '事实目录里没有“{name}”。它可能已改名或停用，请在目录中查找。',
    en: 'The catalogue has no fact "{name}". It may have been renamed or removed; look it up in the catalogue.',
  },
  'facts.fact.no-order': {
    status: 400,
    zh: '不能按“{name}”排序，请换一列。',
    en: 'Rows cannot be put in order of "{name}"; choose another column.',
  },
};
