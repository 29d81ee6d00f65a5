import type { Bilingual } from '../../../platform/i18n/language.ts';

export const partyKindLabels: Readonly<Record<string, Bilingual>> = {
  enterprise: { zh: '企业', en: 'Enterprise' },
  'individual-business': { zh: '个体工商户', en: 'Individual business' },
  'co-operative': { zh: '农民专业合作社', en: "Farmers' co-operative" },
  university: { zh: '高等院校', en: 'University' },
  institute: { zh: '科研院所', en: 'Institute' },
  school: { zh: '学校', en: 'School' },
  hospital: { zh: '医院', en: 'Hospital' },
  agency: { zh: '服务机构', en: 'Service agency' },
  bank: { zh: '银行', en: 'Bank' },
  insurer: { zh: '保险公司', en: 'Insurer' },
  government: { zh: '机关', en: 'Government body' },
  association: { zh: '社会团体', en: 'Association' },
  other: { zh: '其他', en: 'Other' },
};

export const partyStatusLabels: Readonly<Record<string, Bilingual>> = {
  active: { zh: '存续', en: 'Active' },
  deregistered: { zh: '注销', en: 'Deregistered' },
  revoked: { zh: '吊销', en: 'Licence revoked' },
  'moved-out': { zh: '迁出', en: 'Moved out' },
  unknown: { zh: '未知', en: 'Unknown' },
};

export const membershipKindLabels: Readonly<Record<string, Bilingual>> = {
  'high-tech': { zh: '高新技术企业', en: 'High-tech enterprise' },
  'above-scale': { zh: '规上工业', en: 'Above-scale industrial' },
  'standard-certified': { zh: '贯标', en: 'IP-standard certified' },
  advantage: { zh: '知识产权优势企业', en: 'IP advantage enterprise' },
  demonstration: { zh: '知识产权示范企业', en: 'IP demonstration enterprise' },
  listed: { zh: '上市公司', en: 'Listed company' },
  exporter: { zh: '出口企业', en: 'Exporter' },
  specialised: { zh: '专精特新', en: 'Specialised and innovative' },
  dishonesty: { zh: '严重违法失信', en: 'Serious dishonesty' },
  'abnormal-operation': { zh: '经营异常', en: 'Abnormal operation' },
  'ip-penalty': { zh: '知识产权行政处罚', en: 'Penalty about intellectual property' },
};

/** Lists nobody wants to be on: no qualification, counted apart. */
export const ADVERSE_LISTS = ['dishonesty', 'abnormal-operation', 'ip-penalty'] as const;
