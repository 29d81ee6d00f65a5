import type { Permission } from '../../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../../platform/errors/errors.ts';

export const WHAT_IF_RUN = 'policies.what-if.run';

export const whatIfPermissions: readonly Permission[] = [
  {
    code: WHAT_IF_RUN,
    label: { zh: '政策测算', en: 'Work out what policies would pay' },
    roles: ['ip-officer', 'director', 'reviewer', 'finance-officer', 'liaison'],
  },
];

export const whatIfErrors: ErrorCatalogue = {
  'policies.what-if.bad-change': {
    status: 400,
    zh: '有参数不能这样调整。{problem}。',
    en: 'A parameter cannot be moved like this. {problem}.',
  },
  'policies.what-if.bad-document': {
    status: 400,
    zh: '政策还有不完整或填写不正确的地方，无法测算。{problem}',
    en: 'Parts of the policy are missing or wrong; nothing can be worked out. {problem}',
  },
  'policies.what-if.bad-years': {
    status: 400,
    zh: '请选择 {from} 年至 {to} 年之间的年份，起始年不晚于终止年。',
    en: 'Choose years from {from} to {to}, the first no later than the last.',
  },
};
