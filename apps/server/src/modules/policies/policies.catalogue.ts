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
  'policies.policy.incomplete': {
    status: 400,
    zh: '政策还有不完整或填写不正确的地方，没有保存。{problem}',
    en: 'Parts of the policy are missing or wrong; it was not saved. {problem}',
  },
  'policies.policy.prohibited': {
    status: 409,
    zh: '国家规定不允许这样给钱。{problem}。',
    en: 'National rules forbid giving money for this. {problem}.',
  },
  'policies.policy.blocked': {
    status: 409,
    zh: '检查发现必须先改正的问题，不能发布。{problem}。',
    en: 'The policy cannot be published before this is put right. {problem}.',
  },
  'policies.policy.example': {
    status: 409,
    zh: '这是示例政策，金额不是本区核定的，不能在正式环境发布。请核定各条金额，去掉“示例”标记后再发布。',
    en: 'This is an example whose amounts nobody decided; settle them and take the mark off before publishing.',
  },
  'policies.policy.apart': {
    status: 409,
    zh: '您修改过这份草稿，按岗位分离应由另一位负责人发布。',
    en: 'You changed this draft; another person must publish it.',
  },
  'policies.policy.not-draft': {
    status: 409,
    zh: '第 {version} 版已不是草稿，内容不再改动；要修改请建立新版本。',
    en: 'Version {version} is no longer a draft and does not change; begin a new version.',
  },
  'policies.policy.not-published': {
    status: 409,
    zh: '第 {version} 版不在发布状态，无需废止。',
    en: 'Version {version} is not published.',
  },
  'policies.policy.draft-exists': {
    status: 409,
    zh: '这项政策已有第 {version} 版草稿，请在其上修改。',
    en: 'Version {version} of this policy is a draft already; go on with that.',
  },
  'policies.policy.code-taken': {
    status: 409,
    zh: '代码“{code}”已用于另一项政策，请换一个。',
    en: 'The code "{code}" is taken by another policy.',
  },
  'policies.policy.code-fixed': {
    status: 409,
    zh: '政策代码“{code}”贯穿各版本，不能改动。',
    en: 'The code "{code}" runs through all versions and cannot change.',
  },
  'policies.policy.changed-meanwhile': {
    status: 409,
    zh: '在您修改期间，{by}已保存了这份草稿。您写的内容没有丢失，请对照后再保存。',
    en: '{by} saved this draft while you were editing. Nothing you wrote is lost: compare and save again.',
  },
};

export const policiesActions: Readonly<Record<string, Bilingual>> = {
  'policies.policy.sync': { zh: '按辖区包收入政策', en: 'Take policies in from the jurisdiction pack' },
  'policies.policy.create': { zh: '起草政策', en: 'Begin a policy' },
  'policies.policy.edit': { zh: '修改政策草稿', en: 'Change a draft policy' },
  'policies.policy.discard': { zh: '删除政策草稿', en: 'Discard a draft policy' },
  'policies.policy.publish': { zh: '发布政策', en: 'Publish a policy' },
  'policies.policy.retire': { zh: '废止政策', en: 'Retire a policy' },
};
