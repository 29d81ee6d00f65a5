/** Columns of a market register as an office sends it, with all that facts ask of. */
export const REGISTER_HEADER = [
  '企业名称',
  '统一社会信用代码',
  '企业类型',
  '登记状态',
  '成立日期',
  '注销日期',
  '注册资本（万元）',
  '注册地址',
  '行业代码',
  '曾用名',
  '经营范围',
] as const;
