import type { Bilingual } from '../../platform/i18n/language.ts';

export const patentKindLabels: Readonly<Record<string, Bilingual>> = {
  invention: { zh: '发明', en: 'Invention' },
  utility: { zh: '实用新型', en: 'Utility model' },
  design: { zh: '外观设计', en: 'Design' },
};

export const patentStatusLabels: Readonly<Record<string, Bilingual>> = {
  pending: { zh: '审查中', en: 'Pending' },
  published: { zh: '已公开', en: 'Published' },
  granted: { zh: '有效', en: 'In force' },
  lapsed: { zh: '失效', en: 'Lapsed' },
  expired: { zh: '届满', en: 'Expired' },
  invalidated: { zh: '被宣告无效', en: 'Invalidated' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  rejected: { zh: '驳回', en: 'Rejected' },
  unknown: { zh: '未知', en: 'Unknown' },
};

export const trademarkStatusLabels: Readonly<Record<string, Bilingual>> = {
  applied: { zh: '申请中', en: 'Applied for' },
  preliminary: { zh: '初审公告', en: 'Published for opposition' },
  registered: { zh: '注册', en: 'Registered' },
  grace: { zh: '宽展期', en: 'In grace period' },
  lapsed: { zh: '注销或未续展', en: 'Lapsed' },
  revoked: { zh: '撤销', en: 'Revoked' },
  invalidated: { zh: '被宣告无效', en: 'Invalidated' },
  refused: { zh: '驳回', en: 'Refused' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  unknown: { zh: '未知', en: 'Unknown' },
};

export const trademarkKindLabels: Readonly<Record<string, Bilingual>> = {
  ordinary: { zh: '普通商标', en: 'Ordinary mark' },
  collective: { zh: '集体商标', en: 'Collective mark' },
  certification: { zh: '证明商标', en: 'Certification mark' },
  special: { zh: '特殊标志', en: 'Special sign' },
};

export const giChannelLabels: Readonly<Record<string, Bilingual>> = {
  product: { zh: '地理标志产品', en: 'Product of geographical indication' },
  'collective-mark': { zh: '地理标志集体商标', en: 'Collective mark' },
  'certification-mark': { zh: '地理标志证明商标', en: 'Certification mark' },
  agricultural: { zh: '农产品地理标志', en: 'Agricultural product' },
};

export const eventLabels: Readonly<Record<string, Bilingual>> = {
  filed: { zh: '申请', en: 'Filed' },
  published: { zh: '公布', en: 'Published' },
  examined: { zh: '实质审查生效', en: 'Substantive examination' },
  granted: { zh: '授权公告', en: 'Granted' },
  rejected: { zh: '驳回', en: 'Rejected' },
  withdrawn: { zh: '撤回或视为撤回', en: 'Withdrawn' },
  lapsed: { zh: '未缴年费终止', en: 'Lapsed for an unpaid fee' },
  abandoned: { zh: '放弃', en: 'Abandoned' },
  restored: { zh: '恢复权利', en: 'Restored' },
  expired: { zh: '期限届满', en: 'Expired' },
  invalidated: { zh: '宣告无效', en: 'Invalidated' },
  'partly-invalidated': { zh: '宣告部分无效', en: 'Invalidated in part' },
  ceased: { zh: '失效（原因未知）', en: 'Ceased, reason unknown' },
  transferred: { zh: '转让', en: 'Transferred' },
  licensed: { zh: '许可', en: 'Licensed' },
  pledged: { zh: '质押', en: 'Pledged' },
  'pledge-registered': { zh: '质押登记', en: 'Pledge registered' },
  'pledge-released': { zh: '质押解除', en: 'Pledge released' },
  awarded: { zh: '获奖', en: 'Awarded' },
  'flagged-abnormal': { zh: '通报为非正常申请', en: 'Notified as abnormal' },
  'abnormal-cleared': { zh: '解除非正常申请标记', en: 'Cleared of abnormality' },
  'found-abnormal': { zh: '核查认定为非正常申请', en: 'Found abnormal by the district' },
  'finding-withdrawn': { zh: '撤回非正常申请认定', en: 'Finding withdrawn' },
  'preliminarily-approved': { zh: '初步审定公告', en: 'Published for opposition' },
  registered: { zh: '注册公告', en: 'Registered' },
  refused: { zh: '驳回或不予注册', en: 'Refused' },
  cancelled: { zh: '注销', en: 'Cancelled' },
  revoked: { zh: '撤销', en: 'Revoked' },
};

export const highValueLabels: Readonly<Record<string, Bilingual>> = {
  strategic: { zh: '战略性新兴产业', en: 'Strategic emerging industry' },
  family: { zh: '海外有同族专利权', en: 'Family abroad' },
  longLived: { zh: '维持年限超过十年', en: 'Maintained over ten years' },
  pledged: { zh: '较高质押融资金额', en: 'Pledged for a high amount' },
  awarded: { zh: '国家科学技术奖或中国专利奖', en: 'State award or China patent award' },
};
