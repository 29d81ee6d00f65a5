import type { Bilingual } from '../../../platform/i18n/language.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const entitlementStateLabels: Readonly<Record<string, Bilingual>> = {
  offered: both('可享', 'offered'),
  claimed: both('已申报', 'claimed'),
  declined: both('已放弃', 'declined'),
  expired: both('已失效', 'ended'),
  blocked: both('受限', 'blocked'),
};

/** Domain fact sheet §4.5. */
export const clawBackReasonLabels: Readonly<Record<string, Bilingual>> = {
  'false-material': both('虚报材料', 'False material'),
  'claimed-twice': both('重复申领', 'Claimed twice'),
  'abnormal-filing': both('非正常申请', 'Abnormal filings'),
  'not-accepted-project': both('项目未通过验收', 'Project not accepted'),
  'moved-out-early': both('迁出未满年限', 'Moved out too early'),
  other: both('其他', 'Other'),
};
