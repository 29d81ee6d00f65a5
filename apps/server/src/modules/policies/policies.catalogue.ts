import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

const READERS = ['ip-officer', 'director', 'reviewer', 'finance-officer', 'enforcement-officer', 'liaison'];

export const policiesPermissions: readonly Permission[] = [
  { code: 'policies.policy.read', label: { zh: '查看政策', en: 'See policies' }, roles: READERS },
  { code: 'policies.policy.edit', label: { zh: '起草政策', en: 'Draft policies' }, roles: ['ip-officer', 'director'] },
  { code: 'policies.policy.publish', label: { zh: '发布政策', en: 'Publish policies' }, roles: ['director'] },
];

export const policiesErrors: ErrorCatalogue = {
  'policies.policy.unreadable': {
    status: 409,
    zh: '《{title}》第 {version} 版有规则不能读取（所用事实已停用），请先修改政策。',
    en: 'A rule of version {version} of "{title}" can no longer be read; change the policy first.',
  },
};

export const policiesActions: Readonly<Record<string, Bilingual>> = {
  'policies.policy.sync': { zh: '按辖区包收入政策', en: 'Take policies in from the jurisdiction pack' },
};
