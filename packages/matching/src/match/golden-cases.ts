import type { Decision } from '../types.ts';

export interface GoldenCase {
  name: string;
  address?: string;
  ipc?: string;
  uscc?: string;
  decision: Decision;
  /** registered name of the candidate, for auto and review. */
  to?: string;
  why: string;
}

const fibre = '吴江市恒力化纤有限公司';
const electronics = '苏州赛峨电子有限公司';
const optics = '江苏亨峰光电股份有限公司';
const moulds = '苏州天瑜精密模具有限公司';

/** Tricky spellings and what must become of them. */
export const goldenCases: GoldenCase[] = [
  { name: fibre, decision: 'auto', to: fibre, why: 'exact' },
  { name: '吴江市 恒力化纤（有限公司）', decision: 'auto', to: fibre, why: 'blanks and brackets' },
  { name: '吳江市恆力化纖有限公司', decision: 'auto', to: fibre, why: 'traditional' },
  { name: '吴江区恒力化纤有限公司', decision: 'auto', to: fibre, why: '2012: 吴江市 → 吴江区' },
  { name: '苏州市吴江区恒力化纤有限公司', decision: 'auto', to: fibre, why: 'longer place' },
  { name: '江苏省吴江市恒力化纤有限责任公司', decision: 'auto', to: fibre, why: 'place and form' },
  { name: '恒力化纤（吴江）有限公司', decision: 'auto', to: fibre, why: 'place moved into brackets' },
  { name: '吴江恒力化纤', decision: 'auto', to: fibre, why: 'form left out' },
  { name: '吴江市恒力化纤公司', decision: 'auto', to: fibre, why: 'form shortened' },
  { name: '吴江市恒利化纤有限公司', decision: 'auto', to: fibre, why: 'near sound' },
  { name: '吴江市恒力化纤有限公司.', decision: 'auto', to: fibre, why: 'stray punctuation' },
  { name: '吴江市恒力化纤有限公丝', decision: 'auto', to: fibre, why: 'slip in the form' },
  { name: '无锡市恒力化纤有限公司', decision: 'review', to: fibre, why: 'same brand and trade in another city' },
  { name: '吴江市恒力化纤厂', decision: 'review', to: fibre, why: 'another kind of party' },
  {
    name: '吴江市恒力化纤有限公司',
    address: '上海市浦东新区张江路1号',
    decision: 'auto',
    to: fibre,
    why: 'moved, exact name',
  },
  { name: '吴江市赛峨无线电厂', decision: 'auto', to: electronics, why: 'former name' },
  { name: '吴江赛峨无线电厂', decision: 'auto', to: electronics, why: 'former name, place shortened' },
  { name: '苏州赛娥电子有限公司', decision: 'auto', to: electronics, why: 'near shape and sound' },
  { name: '苏州塞峨电子有限公司', decision: 'auto', to: electronics, why: 'near sound in the brand' },
  { name: '江苏亨峰光电集团', decision: 'auto', to: optics, why: 'form variant' },
  { name: '亨峰光电', decision: 'auto', to: optics, why: 'brand and trade alone, unique' },
  { name: '亨峰', decision: 'review', to: optics, why: 'brand alone' },
  { name: '亨峰光电科技有限公司', decision: 'review', to: optics, why: 'more trade words: sister firm?' },
  { name: '双禾金属苏州有限公司', decision: 'auto', to: '双禾金属(苏州)有限公司', why: 'brackets lost' },
  { name: '苏州双禾金属有限公司', decision: 'auto', to: '双禾金属(苏州)有限公司', why: 'place in front' },
  {
    name: '苏州金弘建设集团有限公司吴江分公司',
    decision: 'auto',
    to: '苏州金弘建设集团有限公司吴江分公司',
    why: 'branch, registered',
  },
  {
    name: '苏州金弘建设集团有限公司昆山分公司',
    decision: 'review',
    to: '苏州金弘建设集团有限公司',
    why: 'branch, not registered',
  },
  { name: '天瑜精密模具有限公司', decision: 'review', to: moulds, why: 'namesakes in two cities' },
  {
    name: '天瑜精密模具有限公司',
    address: '苏州市吴江区同里镇屯村东路12号',
    decision: 'auto',
    to: moulds,
    why: 'address settles it',
  },
  { name: '苏州天瑜精密模具有限公司', decision: 'auto', to: moulds, why: 'place settles it' },
  { name: '南京天瑜精密模具有限公司', decision: 'review', to: moulds, why: 'third city' },
  { name: '苏州市第二印染厂', decision: 'auto', to: '苏州市第二印染厂', why: 'numeral, exact' },
  { name: '苏州市第四印染厂', decision: 'none', why: 'another numeral' },
  { name: '吴江市五金、交电公司', decision: 'auto', to: '吴江市五金、交电公司', why: 'separator inside a name' },
  {
    name: '昆山博鑫纺织有限公司',
    decision: 'review',
    to: '昆山博鑫纺织有限公司',
    why: 'struck off and living namesake',
  },
  {
    name: '昆山博鑫纺织有限公司',
    address: '昆山市周市镇青阳路',
    decision: 'auto',
    to: '昆山博鑫纺织有限公司',
    why: 'the town settles it',
  },
  { name: '吴江润洋食品有限公司', decision: 'auto', to: '吴江润洋食品有限公司', why: 'near-sounding neighbour, exact' },
  { name: '苏州东吴大学', decision: 'none', why: 'a university is no firm of its brand' },
  { name: '苏州东吴药业研究院', decision: 'none', why: 'an institute is no firm of its brand' },
  { name: '吴江市横扇供销社', decision: 'auto', to: '吴江市横扇供销合作社', why: 'co-operative shortened' },
  {
    name: '中国电信股份有限公司吴江盛泽营业厅',
    decision: 'auto',
    to: '中国电信股份有限公司吴江盛泽营业厅',
    why: 'outlet, exact',
  },
  {
    name: '吴江区大船港水产养殖专业合作社',
    decision: 'auto',
    to: '吴江区震泽镇大船港水产养殖专业合作社',
    why: 'town left out',
  },
  { name: '张伟', decision: 'none', why: 'person' },
  { name: '约翰·史密斯', decision: 'none', why: 'foreign person' },
  { name: 'ACME ROCKETS CO., LTD', decision: 'none', why: 'foreign firm' },
  { name: '北京字节云图信息技术有限公司', decision: 'none', why: 'not registered' },
  { name: '苏州菲谱生物科技有限公司', decision: 'none', why: 'not registered, common trade' },
  { name: '', decision: 'none', why: 'empty' },
];
