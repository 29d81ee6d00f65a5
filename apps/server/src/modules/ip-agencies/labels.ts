import type { Bilingual } from '../../platform/i18n/language.ts';
import type { AgencyKind, AgencyStatus } from './domain/agency.ts';
import type { FilingStats } from './types.ts';

export const agencyKindLabels: Readonly<Record<AgencyKind, Bilingual>> = {
  patent: { zh: '专利代理', en: 'Patent agency' },
  'patent-branch': { zh: '专利代理分支', en: 'Branch of a patent agency' },
  trademark: { zh: '商标代理', en: 'Trademark agency' },
  'law-firm': { zh: '律师事务所', en: 'Law firm' },
  information: { zh: '信息服务', en: 'Information' },
  valuation: { zh: '评估', en: 'Valuation' },
  training: { zh: '培训', en: 'Training' },
  operation: { zh: '运营', en: 'Operation' },
  consulting: { zh: '咨询', en: 'Consulting' },
};

export const agencyStatusLabels: Readonly<Record<AgencyStatus, Bilingual>> = {
  active: { zh: '在业', en: 'Active' },
  suspended: { zh: '停业', en: 'Suspended' },
  revoked: { zh: '吊销', en: 'Revoked' },
  deregistered: { zh: '注销', en: 'Deregistered' },
  unknown: { zh: '状态不明', en: 'Unknown' },
};

export const filedRightLabels: Readonly<Record<FilingStats['right'], Bilingual>> = {
  invention: { zh: '发明', en: 'Inventions' },
  utility: { zh: '实用新型', en: 'Utility models' },
  design: { zh: '外观设计', en: 'Designs' },
  trademark: { zh: '商标', en: 'Marks' },
};

export const listLabels: Readonly<Record<string, Bilingual>> = {
  patent: { zh: '服务机构名单', en: 'List of agencies' },
  trademark: { zh: '商标代理备案名单', en: 'Trademark filings' },
  officer: { zh: '人工登记', en: 'Entered by an officer' },
};
