/** A kind of holder of a unified social credit code, by its first two characters (GB 32100-2015). */
export type UsccEntityType = { code: string; key: string; zh: string; en: string };

const ROWS: readonly [code: string, key: string, zh: string, en: string][] = [
  ['11', 'state-organ', '机关', 'State organ'],
  ['12', 'public-institution', '事业单位', 'Public institution'],
  ['13', 'mass-organisation', '编办管理的群众团体', 'Mass organisation'],
  ['19', 'establishment-other', '机构编制其他', 'Other (establishment office)'],
  ['31', 'law-practice', '律师执业机构', 'Law practice'],
  ['32', 'notary', '公证处', 'Notary office'],
  ['33', 'grassroots-legal-service', '基层法律服务所', 'Grassroots legal service'],
  ['34', 'forensic-institution', '司法鉴定机构', 'Forensic institution'],
  ['35', 'arbitration-commission', '仲裁委员会', 'Arbitration commission'],
  ['51', 'social-association', '社会团体', 'Social association'],
  ['52', 'social-service', '民办非企业单位（社会服务机构）', 'Private non-enterprise unit'],
  ['53', 'foundation', '基金会', 'Foundation'],
  ['59', 'civil-affairs-other', '民政其他', 'Other (civil affairs)'],
  ['81', 'trade-union', '基层工会', 'Grassroots trade union'],
  ['91', 'enterprise', '企业', 'Enterprise'],
  ['92', 'individual-business', '个体工商户', 'Individual business'],
  ['93', 'cooperative', '农民专业合作社', 'Farmers’ co-operative'],
  ['N1', 'collective-group', '组级集体经济组织', 'Collective economic organisation (group)'],
  ['N2', 'collective-village', '村级集体经济组织', 'Collective economic organisation (village)'],
  ['N3', 'collective-town', '乡镇级集体经济组织', 'Collective economic organisation (town)'],
  ['Y1', 'other', '其他', 'Other'],
];

/** Entity types keyed by the first two characters. */
export const USCC_ENTITY_TYPES: ReadonlyMap<string, UsccEntityType> = new Map(
  ROWS.map(([code, key, zh, en]) => [code, { code, key, zh, en }]),
);

/** Registering authority by the first character. */
export const USCC_AUTHORITIES: Readonly<Record<string, { zh: string; en: string }>> = {
  1: { zh: '机构编制', en: 'Establishment office' },
  2: { zh: '外交', en: 'Foreign affairs' },
  3: { zh: '司法行政', en: 'Justice' },
  4: { zh: '文化', en: 'Culture' },
  5: { zh: '民政', en: 'Civil affairs' },
  6: { zh: '旅游', en: 'Tourism' },
  7: { zh: '宗教', en: 'Religious affairs' },
  8: { zh: '工会', en: 'Trade unions' },
  9: { zh: '市场监督管理', en: 'Market regulation' },
  A: { zh: '中央军委改革和编制办公室', en: 'Military establishment office' },
  N: { zh: '农业农村', en: 'Agriculture and rural affairs' },
  Y: { zh: '其他', en: 'Other' },
};
