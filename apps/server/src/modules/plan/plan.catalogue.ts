import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

const READERS = ['ip-officer', 'director', 'reviewer', 'finance-officer', 'enforcement-officer', 'liaison'];
const OWNERS = ['ip-officer', 'director'];

export const planPermissions: readonly Permission[] = [
  { code: 'plan.home.read', label: { zh: '查看首页', en: 'See the home page' }, roles: READERS },
  { code: 'plan.plan.read', label: { zh: '查看规划', en: 'See the plan' }, roles: READERS },
  { code: 'plan.indicator.read', label: { zh: '查看指标', en: 'See indicators' }, roles: READERS },
  { code: 'plan.target.set', label: { zh: '设定年度目标', en: 'Set targets' }, roles: OWNERS },
  { code: 'plan.rule.edit', label: { zh: '修改指标规则', en: 'Change rules of indicators' }, roles: OWNERS },
  {
    code: 'plan.report.read',
    label: { zh: '查看年度报告', en: 'See annual reports' },
    roles: READERS.filter((role) => role !== 'liaison'),
  },
  { code: 'plan.report.make', label: { zh: '制作年度报告', en: 'Make annual reports' }, roles: OWNERS },
  { code: 'plan.inventory.read', label: { zh: '盘清家底', en: 'Explore the inventory' }, roles: READERS },
  {
    code: 'plan.data-quality.read',
    label: { zh: '查看数据质量', en: 'See data quality' },
    roles: ['ip-officer', 'director', 'reviewer'],
  },
  { code: 'plan.search.use', label: { zh: '全局搜索', en: 'Search everything' }, roles: [...READERS, 'enterprise'] },
];

export const planErrors: ErrorCatalogue = {
  'plan.inventory.cut-unfit': {
    status: 400,
    zh: '“{measure}”不能按这一项切分，请换一个维度。',
    en: '"{measure}" cannot be cut this way; choose another dimension.',
  },
  'plan.quality.unknown-check': { status: 404, zh: '没有“{check}”这项检查。', en: 'There is no check "{check}".' },
  'plan.clause.unknown': { status: 404, zh: '规划里没有“{code}”这一条。', en: 'The plan has no clause "{code}".' },
  'plan.indicator.unknown': { status: 404, zh: '没有“{code}”这个指标。', en: 'There is no indicator "{code}".' },
  'plan.indicator.not-counted': {
    status: 409,
    zh: '指标“{code}”目前不能计算，没有明细：所属模块未建成，或规则用到的事实已停用。',
    en: 'The indicator "{code}" cannot be counted now and has no rows: its module is not built, or a fact of its rule is gone.',
  },
  'plan.indicator.cut-unknown': {
    status: 400,
    zh: '“{label}”不能按“{cut}”切分，请从指标页给出的维度中选择。',
    en: '"{label}" cannot be cut by "{cut}"; choose one of the cuts on its page.',
  },
  'plan.target.no-direction': {
    status: 409,
    zh: '“{label}”供了解情况，没有升降方向，不设目标。',
    en: '"{label}" is for information; it has no direction and takes no target.',
  },
  'plan.target.not-own': {
    status: 404,
    zh: '“{label}”{year} 年没有本区自设的目标，无需撤回。',
    en: '"{label}" has no target of the district\'s own for {year}.',
  },
  'plan.rule.changed-meanwhile': {
    status: 409,
    zh: '在您修改期间，{by}已保存了第 {version} 版规则。您写的内容没有丢失，请对照新版后再保存。',
    en: '{by} saved version {version} of the rules while you were editing. Nothing you wrote is lost: compare and save again.',
  },
  'plan.report.no-such-year': {
    status: 400,
    zh: '只能制作 {first} 年至 {last} 年的报告。',
    en: 'Reports can be made of {first} to {last}.',
  },
  'plan.report.not-ready': {
    status: 409,
    zh: '这份报告还没有做好，或制作失败；请在报告页查看进度。',
    en: 'This report is not ready, or could not be made; see its progress on the page of reports.',
  },
  'plan.report.not-laid-out': {
    status: 500,
    zh: '报告排版失败，没有生成文件，数据没有改变。请把以下信息告诉管理员：{problem}',
    en: 'The report could not be laid out; no file was made and nothing changed. Tell the administrator: {problem}',
  },
};

export const planActions: Readonly<Record<string, Bilingual>> = {
  'plan.target.set': { zh: '设定年度目标', en: 'Set a target' },
  'plan.target.clear': { zh: '撤回年度目标', en: 'Take a target back' },
  'plan.rule.edit': { zh: '修改指标规则', en: 'Change rules of an indicator' },
  'plan.report.make': { zh: '制作年度报告', en: 'Make an annual report' },
  'plan.report.finish': { zh: '年度报告制成', en: 'Annual report made' },
};
