import type { Bilingual } from '../../../platform/i18n/language.ts';

/** Papers of a project's file; a jurisdiction says which of them a kind of project needs at which stage. */
export const projectPapers: readonly { readonly kind: string; readonly label: Bilingual }[] = [
  { kind: 'application', label: { zh: '项目申报书', en: 'Application' } },
  { kind: 'commitment', label: { zh: '诚信承诺书', en: 'Declaration of good faith' } },
  { kind: 'consortium-agreement', label: { zh: '联合体协议', en: 'Consortium agreement' } },
  { kind: 'agreement', label: { zh: '项目任务书', en: 'Project agreement' } },
  { kind: 'mid-term-report', label: { zh: '中期报告', en: 'Mid-term report' } },
  { kind: 'acceptance-report', label: { zh: '验收申请和总结报告', en: 'Final report' } },
  { kind: 'final-account', label: { zh: '经费决算或审计报告', en: 'Final account' } },
  { kind: 'approval-notice', label: { zh: '立项通知书', en: 'Notice of approval' } },
  { kind: 'acceptance-opinion', label: { zh: '验收意见书', en: 'Opinion of acceptance' } },
  { kind: 'other', label: { zh: '其他材料', en: 'Other papers' } },
];

export const paperLabel = (kind: string, language: 'zh' | 'en'): string =>
  projectPapers.find((paper) => paper.kind === kind)?.label[language] ?? kind;
