import type { Bilingual } from '../../../platform/i18n/language.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const sourceLabels: Readonly<Record<string, Bilingual>> = {
  complaint: both('投诉', 'Complaint'),
  report: both('举报', 'Report of the public'),
  inspection: both('监督检查', 'Inspection'),
  watch: both('商标监测', 'Watch of marks'),
  'hand-over': both('其他机关移送', 'Hand-over'),
  own: both('自行发现', 'Found by the office'),
};

export const trackLabels: Readonly<Record<string, Bilingual>> = {
  general: both('普通程序', 'General procedure'),
  summary: both('简易程序', 'Summary procedure'),
};

export const decisionLabels: Readonly<Record<string, Bilingual>> = {
  penalty: both('行政处罚', 'Penalty'),
  'no-penalty': both('不予行政处罚', 'No penalty'),
  'transfer-judicial': both('移送司法机关', 'Transfer to the police'),
  'transfer-elsewhere': both('移送其他部门', 'Transfer elsewhere'),
  cancelled: both('撤销案件', 'Cancelled'),
};

export const entryLabels: Readonly<Record<string, Bilingual>> = {
  clue: both('并入线索', 'Clue joined'),
  proposal: both('立案建议', 'Proposal to open'),
  exclusion: both('扣除期间', 'Days left out'),
  extension: both('延长期限', 'Extension'),
  filing: both('立案', 'Opened'),
  'not-filed': both('不予立案', 'Not opened'),
  suspension: both('中止调查', 'Suspended'),
  resumption: both('恢复调查', 'Resumed'),
  termination: both('终止调查', 'Terminated'),
  report: both('调查终结报告', 'Report of the investigation'),
  review: both('案件审核', 'Review'),
  'legal-review': both('法制审核', 'Legal review'),
  notice: both('处罚告知', 'Notice of the penalty'),
  service: both('送达', 'Service'),
  statement: both('陈述申辩', 'Statement'),
  'hearing-request': both('听证申请', 'Request for a hearing'),
  hearing: both('听证', 'Hearing'),
  discussion: both('集体讨论', 'Collective discussion'),
  transfer: both('移送决定', 'Decision on the transfer'),
  'transfer-answer': both('移送回复', 'Answer to the transfer'),
  payment: both('缴款', 'Payment'),
  deferral: both('延期、分期缴纳', 'Payment deferred'),
  demand: both('催告', 'Demand'),
  'court-request': both('申请强制执行', 'Request for enforcement'),
  publication: both('公示', 'Publication'),
  mediation: both('受理调解', 'Mediation'),
  'mediation-result': both('调解结果', 'Result of the mediation'),
  dispute: both('复议、诉讼', 'Reconsideration or suit'),
  'dispute-result': both('复议、诉讼结果', 'How it ended'),
  merger: both('当事人合并', 'Merger of a party'),
  recusal: both('回避', 'Recusal'),
  officers: both('办案人员', 'Officers'),
  organisation: both('办案机构', 'Body in charge'),
  reopening: both('恢复办理', 'Taken up again'),
  decision: both('处理决定', 'Decision'),
  closing: both('结案', 'Closed'),
  'back-dated': both('补录说明', 'Back-dated entry'),
};

export const clockLabels = {
  filing: both('立案决定期限', 'Decision whether to open'),
  decision: both('办案期限', 'Decision of the case'),
  review: both('审核期限', 'Review'),
  statement: both('陈述申辩期限', 'Statement'),
  'hearing-request': both('要求听证期限', 'Request for a hearing'),
  service: both('决定书送达期限', 'Service of the decision'),
  payment: both('缴纳罚款期限', 'Payment of the fine'),
  reconsideration: both('申请复议期限', 'Reconsideration'),
  suit: both('提起诉讼期限', 'Suit'),
  demand: both('催告履行期限', 'Demand'),
  enforcement: both('申请法院强制执行期限', 'Request for enforcement'),
  publication: both('公示期限', 'Publication'),
  closing: both('结案审批期限', 'Closing'),
} as const satisfies Record<string, Bilingual>;

/** Clocks that limit the office itself: the list shows the nearest of them. Those of the party are waited out. */
export const OWN_CLOCKS: readonly string[] = [
  'filing',
  'decision',
  'review',
  'service',
  'enforcement',
  'publication',
  'closing',
];
