import type { CustodyAct, EvidenceKind } from '@jince/contract';
import type { Bilingual } from '../../../platform/i18n/language.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

/** Kinds of evidence of 行政处罚法 46. */
export const KINDS: Readonly<Record<EvidenceKind, Bilingual>> = {
  document: both('书证', 'Document'),
  photo: both('照片', 'Photo'),
  video: both('视听资料', 'Recording'),
  object: both('物证', 'Object'),
  electronic: both('电子数据', 'Electronic data'),
  statement: both('陈述、证言', 'Statement'),
  record: both('笔录', 'Record'),
  opinion: both('鉴定意见', 'Expert opinion'),
};

export const ACTS: Readonly<Record<CustodyAct, Bilingual>> = {
  intake: both('收入', 'Taken in'),
  link: both('用于其他办件', 'Used in another file'),
  describe: both('修改说明', 'Described anew'),
  'set-aside': both('不再使用', 'Set aside'),
  verify: both('复核原始性', 'Verified'),
  stamp: both('加盖时间戳', 'Time-stamped'),
  seal: both('封入证据包', 'Sealed into a package'),
  register: both('登记', 'Registered'),
  'hand-over': both('移交', 'Handed over'),
  store: both('入库', 'Put into store'),
  lend: both('借出', 'Lent'),
  return: both('归还', 'Given back'),
  examine: both('送检测、鉴定', 'Sent for examination'),
  dispose: both('处理', 'Disposed of'),
};

export const MEASURES: Readonly<Record<string, Bilingual>> = {
  preservation: both('先行登记保存', 'Registration and preservation'),
  sealing: both('查封', 'Sealing'),
  detention: both('扣押', 'Detention'),
};

export const OUTCOMES: Readonly<Record<string, Bilingual>> = {
  released: both('解除，退还', 'Released and given back'),
  seized: both('转为查封、扣押', 'Turned into a seizure'),
  confiscated: both('没收', 'Confiscated'),
  'handed-over': both('移送', 'Handed over'),
  destroyed: both('销毁', 'Destroyed'),
};

export const WAYS: Readonly<Record<string, Bilingual>> = {
  returned: both('退还', 'Returned'),
  confiscated: both('没收', 'Confiscated'),
  destroyed: both('销毁', 'Destroyed'),
  auctioned: both('拍卖、变卖', 'Auctioned'),
  'handed-over': both('移送', 'Handed over'),
  tested: both('检测消耗', 'Used up in testing'),
  'carried-over': both('转入其他措施', 'Carried over'),
};
