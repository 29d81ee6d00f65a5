import type { Bilingual } from '../../../platform/i18n/language.ts';

export const bodyKindLabels: Readonly<Record<string, Bilingual>> = {
  government: { zh: '政府', en: 'Government' },
  bureau: { zh: '主管局', en: 'Bureau' },
  section: { zh: '科室', en: 'Section' },
  branch: { zh: '分局', en: 'Branch' },
  'zone-committee': { zh: '区镇管委会', en: 'Zone committee' },
  'town-government': { zh: '镇（街道）', en: 'Town or sub-district' },
  partner: { zh: '协同部门', en: 'Partner department' },
};
