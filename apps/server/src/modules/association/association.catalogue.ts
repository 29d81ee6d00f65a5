import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const MEMBER_READ = 'association.member.read';
export const MEMBER_EDIT = 'association.member.edit';
export const DOCUMENT_PUBLISH = 'association.document.publish';
export const DOCUMENT_SIGN = 'association.document.sign';
export const COMPLAINT_READ = 'association.complaint.read';
export const COMPLAINT_FILE = 'association.complaint.file';
export const COMPLAINT_HANDLE = 'association.complaint.handle';
export const COMPLAINT_ANSWER = 'association.complaint.answer';
export const PENALTY_DECIDE = 'association.penalty.decide';
export const BRAND_AWARD = 'association.brand.award';
export const RATING_READ = 'association.rating.read';
export const RATING_GIVE = 'association.rating.give';
export const RATING_REMOVE = 'association.rating.remove';

const OFFICERS = ['ip-officer', 'director', 'reviewer', 'enforcement-officer', 'liaison'];
const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const associationPermissions: readonly Permission[] = [
  {
    code: MEMBER_READ,
    label: both('查看协会会员和公约', 'See members and the convention'),
    roles: [...OFFICERS, 'association', 'agency'],
  },
  { code: MEMBER_EDIT, label: both('维护协会会员', 'Keep members'), roles: ['association'] },
  {
    code: DOCUMENT_PUBLISH,
    label: both('发布公约和服务标准', 'Publish the convention and standards'),
    roles: ['association'],
  },
  {
    code: DOCUMENT_SIGN,
    label: both('签署公约和服务标准', 'Sign the convention and standards'),
    roles: ['association', 'agency'],
  },
  {
    code: COMPLAINT_READ,
    label: both('查看会员投诉', 'See complaints between members'),
    roles: ['ip-officer', 'director', 'association', 'agency'],
  },
  { code: COMPLAINT_FILE, label: both('提出会员投诉', 'Complain about a member'), roles: ['association', 'agency'] },
  { code: COMPLAINT_HANDLE, label: both('处理会员投诉', 'Handle complaints'), roles: ['association'] },
  { code: COMPLAINT_ANSWER, label: both('答辩会员投诉', 'Answer complaints'), roles: ['agency', 'association'] },
  { code: PENALTY_DECIDE, label: both('作出协会惩戒', 'Decide penalties of the association'), roles: ['association'] },
  { code: BRAND_AWARD, label: both('认定品牌服务机构', 'Award brand levels'), roles: ['association'] },
  {
    code: RATING_READ,
    label: both('查看客户评价', 'See ratings'),
    roles: [...OFFICERS, 'association', 'agency', 'enterprise'],
  },
  { code: RATING_GIVE, label: both('评价已办结事项', 'Rate finished matters'), roles: ['enterprise'] },
  { code: RATING_REMOVE, label: both('剔除客户评价', 'Remove ratings'), roles: ['association', 'ip-officer'] },
];

export const associationErrors: ErrorCatalogue = {
  'association.member.already': {
    status: 409,
    zh: '{name}已经是会员（{number}）。',
    en: '{name} is a member already ({number}).',
  },
  'association.member.none': {
    status: 409,
    zh: '{name}在 {on} 不是会员，不能办理。',
    en: '{name} is no member on {on}.',
  },
  'association.member.left-before-joined': {
    status: 422,
    zh: '退会日 {left} 早于入会日 {joined}。',
    en: 'The day of leaving {left} is before that of joining {joined}.',
  },
  'association.document.not-signable': {
    status: 409,
    zh: '“{title}”第 {version} 版已被更新的版本取代，请签署现行版本。',
    en: '"{title}", version {version}, was replaced: sign the present version.',
  },
  'association.document.signed': {
    status: 409,
    zh: '{name}已签署这一版本。',
    en: '{name} has signed this version already.',
  },
  'association.document.before-former': {
    status: 422,
    zh: '施行日 {on} 不得早于上一版的施行日 {former}。',
    en: 'The first day {on} is before that of the former version, {former}.',
  },
  'association.complaint.self': {
    status: 422,
    zh: '不能投诉自己。',
    en: 'A member cannot complain about itself.',
  },
  'association.penalty.unknown-sort': {
    status: 422,
    zh: '没有“{sort}”这种惩戒。',
    en: 'There is no penalty "{sort}".',
  },
  'association.penalty.needs-number': {
    status: 422,
    zh: '作出惩戒须填写决定文号。',
    en: 'A penalty needs the number of the decision.',
  },
  'association.penalty.number-taken': {
    status: 409,
    zh: '文号 {documentNo} 已经使用过。',
    en: 'The number {documentNo} is taken.',
  },
  'association.penalty.withdrawn': {
    status: 409,
    zh: '该惩戒已于 {on} 撤销。',
    en: 'The penalty was withdrawn on {on}.',
  },
  'association.brand.unknown-level': {
    status: 422,
    zh: '品牌阶梯中没有“{level}”。',
    en: 'The ladder has no level "{level}".',
  },
  'association.brand.conditions': {
    status: 409,
    zh: '{name}不符合“{level}”的条件：{why}',
    en: '{name} does not meet "{level}": {why}',
  },
  'association.brand.ended': {
    status: 409,
    zh: '该认定已经终止。',
    en: 'The award has ended already.',
  },
  'association.rating.not-finished': {
    status: 409,
    zh: '该事项不是贵单位委托本机构办理并已办结的事项，不能评价。',
    en: 'Only a finished matter of your own that an agency handled can be rated.',
  },
  'association.rating.once': {
    status: 409,
    zh: '{matterNo} 已于 {on} 评价过，一件只能评价一次。',
    en: '{matterNo} was rated on {on}; a matter is rated once.',
  },
  'association.rating.aspects': {
    status: 422,
    zh: '请对每一项打分：{aspects}。',
    en: 'Rate each aspect: {aspects}.',
  },
};

export const associationActions: Readonly<Record<string, Bilingual>> = {
  'association.member.admit': both('接纳会员', 'Admit a member'),
  'association.member.end': both('会员退会', 'End a membership'),
  [DOCUMENT_PUBLISH]: both('发布公约或服务标准', 'Publish a document'),
  [DOCUMENT_SIGN]: both('签署公约或服务标准', 'Sign a document'),
  [COMPLAINT_FILE]: both('提出会员投诉', 'File a complaint'),
  [PENALTY_DECIDE]: both('作出协会惩戒', 'Decide a penalty'),
  'association.penalty.withdraw': both('撤销协会惩戒', 'Withdraw a penalty'),
  [BRAND_AWARD]: both('认定品牌服务机构', 'Award a brand level'),
  'association.brand.withdraw': both('撤销品牌认定', 'Withdraw a brand level'),
  [RATING_GIVE]: both('评价已办结事项', 'Rate a matter'),
  [RATING_REMOVE]: both('剔除客户评价', 'Remove a rating'),
};
