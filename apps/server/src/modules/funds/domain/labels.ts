import type { Bilingual } from '../../../platform/i18n/language.ts';

/** What money moves for. */
export const originKindLabels: Readonly<Record<string, Bilingual>> = {
  'subsidies.claim-line': { zh: '奖补申请', en: 'Claim' },
  'programs.instalment': { zh: '项目拨款', en: 'Project instalment' },
  legacy: { zh: '历史奖补', en: 'Earlier payment' },
};

export const postingKindLabels: Readonly<Record<string, Bilingual>> = {
  appropriate: { zh: '安排', en: 'Appropriated' },
  'open-item': { zh: '设条款限额', en: 'Item ceiling set' },
  commit: { zh: '承诺', en: 'Committed' },
  cancel: { zh: '取消承诺', en: 'Commitment cancelled' },
  reduce: { zh: '核减释放', en: 'Reduced' },
  pay: { zh: '拨付', en: 'Paid' },
  return: { zh: '追回到账', en: 'Returned' },
};

export const accountLabels: Readonly<Record<string, Bilingual>> = {
  source: { zh: '预算来源', en: 'Budget source' },
  available: { zh: '可用', en: 'Available' },
  committed: { zh: '已承诺', en: 'Committed' },
  paid: { zh: '已拨付', en: 'Paid' },
  returned: { zh: '退回来源', en: 'Returned' },
  treasury: { zh: '缴回国库', en: 'To the treasury' },
};
