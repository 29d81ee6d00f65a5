import { type RouteName, type RouteShape, routes } from '@jince/contract';
import { v7 as uuidv7 } from 'uuid';

const UNKNOWN = uuidv7();

/** Bodies that pass the schema and mean nothing that exists. */
const BODIES: Partial<Record<RouteName, object>> = {
  withdrawDatasetVersion: { reason: '数据有误' },
  revealReporter: { reason: '核实情况' },
  judgeReportGroup: { decision: 'set-aside', reason: '与本局职责无关' },
  signIn: { username: 'nobody', password: 'wrong' },
  changePassword: { current: 'wrong', next: 'wrong' },
  confirmTotp: { code: '000000' },
  disableTotp: { password: 'wrong' },
  createAccount: { username: 'someone.new', displayName: '新人', roles: [] },
  updateAccount: { displayName: '改名' },
  grantRoles: { roles: [] },
  setImportMapping: { kind: 'patents', sender: null, sheets: [] },
  decideImportRow: { decision: 'discard' },
  checkRule: { subject: 'none', text: 'true' },
  queryRule: { subject: 'none', text: 'true' },
  exportRule: { subject: 'none', text: 'true' },
  compareRules: { subject: 'none', before: 'true', after: 'true' },
  explainRule: { subject: 'none', text: 'true', id: UNKNOWN },
  decideAgencyName: { written: '无此名称', agencyId: null },
  decideIdentity: { a: UNKNOWN, b: UNKNOWN, verdict: 'same' },
  judgeMatch: { partyId: UNKNOWN, verdict: 'same' },
  previewCampaign: { targetRule: 'enterprise.active' },
  createCampaign: {
    title: '试行',
    clause: 'III.1',
    targetRule: 'no rule at all',
    successRule: 'enterprise.active',
    from: '2026-01-01',
    to: '2026-12-31',
  },
  closeCampaign: { note: '结束' },
  previewCampaignRule: { targetRule: 'enterprise.active' },
  changeCampaignRule: { targetRule: 'enterprise.active', note: '调整', version: 1 },
  assignWorkItems: { to: { none: true } },
  logVisit: { id: UNKNOWN, visitedOn: '2026-11-20', channel: 'phone', summary: '电话联系', result: 'contacted' },
  addPoolEntry: { trademarkId: UNKNOWN },
  updatePoolEntry: { version: 1 },
  setTarget: { value: 1, basis: 'district', note: '试行' },
  makeReport: { year: 2026 },
  handleAlert: { keys: ['none'] },
  performFileAction: { version: 1 },
  readNotices: { ids: [] },
  runWhatIf: { version: UNKNOWN },
  listWhatIfLines: { version: UNKNOWN },
  exportWhatIfLines: { version: UNKNOWN },
  explainWhatIf: { version: UNKNOWN, party: UNKNOWN },
  runWhatIfHistory: { version: UNKNOWN, from: 2023, to: 2024 },
  saveHolidayNotice: { year: 2027, title: '国务院办公厅通知', daysOff: { '2026-01-01': '元旦' }, workedWeekends: {} },
  checkPolicyDocument: { document: {} },
  createPolicyDraft: { from: UNKNOWN },
  savePolicyDraft: { document: {}, revision: 1 },
  publishPolicy: { revision: 1 },
  retirePolicy: { reason: '试行' },
  saveIndicatorRule: { note: '试行', version: 1 },
  appropriateBudget: { fund: '试行资金', year: 2026, amountFen: 0, docNo: '试行', reason: '试行' },
  createBatch: { payables: [UNKNOWN] },
  dissolveBatch: { reason: '试行' },
  downloadBatchFile: { batchId: UNKNOWN },
  resendPayable: { reason: '试行' },
  setPartyAccount: { accountName: '试行', number: '12345678', bankName: '试行' },
  enterReceipt: { voucherNo: '试行', amountFen: 1, receivedOn: '2026-11-20' },
  createProgramCall: {
    kind: 'strategy-project',
    title: '试行通知',
    number: '示例〔2026〕1号',
    guideline: '试行的申报指南，仅用于测试。',
    opensOn: '2026-01-01',
    closesOn: '2026-12-31',
    quota: 1,
    fund: '试行资金',
    fundYear: 2026,
    budgetFen: 100,
  },
  updateProgramCall: {
    kind: 'strategy-project',
    title: '试行通知',
    number: '示例〔2026〕1号',
    guideline: '试行的申报指南，仅用于测试。',
    opensOn: '2026-01-01',
    closesOn: '2026-12-31',
    quota: 1,
    fund: '试行资金',
    fundYear: 2026,
    budgetFen: 100,
    version: 1,
  },
  closeProgramCall: { note: '截止' },
  createProject: { title: '试行项目', leadPartyId: UNKNOWN },
  saveProject: {
    version: 1,
    title: '试行项目',
    consortium: [{ role: 'enterprise', partyId: null, name: '试行单位' }],
    team: [],
    budget: [],
    targets: [],
  },
  applyProjectChange: { kind: 'targets', targets: [{ label: '试行', unit: '件', goal: 1 }] },
  checkTargets: { kind: 'strategy-project', targets: [{ label: '专利申请量', unit: '件' }] },
  reportTargets: { items: [{ position: 0, reached: 1 }] },
  reportMilestone: { doneOn: null },
  assignExperts: { expertIds: [UNKNOWN] },
  withdrawReviewer: { reason: '回避' },
  scoreProject: { points: { basis: 80 } },
  createExpert: { name: '示例专家', employer: '示例单位' },
  updateExpert: { name: '示例专家', employer: '示例单位', version: 1 },
  declareConflict: { body: '示例单位', reason: '亲属任职' },
  createClaim: { partyId: UNKNOWN, versionId: UNKNOWN, lines: [{ item: 'none' }] },
  updateClaim: { version: 1 },
  switchClaimVersion: { versionId: UNKNOWN, reason: '试行', version: 1 },
  saveClaimTerm: { term: 'none', count: 5, from: '2026-12-01', note: '试行' },
  declineEntitlement: { reason: '不需要' },
  previewPublicityList: { claimIds: [UNKNOWN] },
  publishPublicityList: { claimIds: [UNKNOWN] },
  correctPublicityRow: { reason: '笔误', note: '更正' },
  registerObjection: { anonymous: true, text: '不符合条件' },
  proposeEntry: {
    list: 'dishonesty',
    subject: { kind: 'party', id: UNKNOWN },
    reason: '试行的事由',
    authority: '试行机关',
  },
  proposeResponsible: { personId: UNKNOWN, reason: '试行的事由' },
  createAgencyRequest: { kind: 'change', agencyId: UNKNOWN },
  saveAgencyRequest: { version: 1, values: {} },
  createAnnualReport: { agencyId: UNKNOWN, year: 2025 },
  saveAnnualReport: { version: 1, values: {} },
  createInquiry: { agencyId: UNKNOWN, title: '试行问询', question: '请说明情况。' },
  publishDisclosure: {
    after: 0,
    effectiveOn: '2026-12-01',
    services: [{ name: '试行服务', basis: '每件', fromFen: 1, toFen: 1 }],
  },
  createCensus: { title: '试行普查', fromOn: '2026-12-01', toOn: '2026-12-31' },
  closeCensus: { note: '结束' },
  recordCensusCheck: { id: UNKNOWN, checkedOn: '2026-11-20', result: 'found', answers: [] },
  answerObjection: { upheld: false, answer: '经核实符合' },
  revokeCreditEvent: { on: '2026-11-20', basis: '试行判决' },
  withdrawCreditEvent: { reason: '登记有误' },
  openCreditRound: { title: '试行评价', asOf: '2026-11-20', ruleSet: 'none' },
  objectToCredit: { text: '对初评结果有异议，请核实。' },
  requestCreditRepair: { text: '已经整改，申请信用修复。' },
  judgeSignal: { verdict: 'explained', reason: '系列产品' },
  withdrawSignalJudgement: { reason: '误判' },
};

/** Query strings that routes cannot do without. */
const QUERIES: Partial<Record<RouteName, string>> = {
  search: '?q=test',
  listDisciplineSubjects: '?kind=party&q=test',
  listDataQualityRows: '?check=none',
  downloadTemplateSample: '?format=pdf',
  getBudget: '?fund=none&year=2026',
  listPostings: '?fund=none&year=2026',
  listAnnualDuties: '?year=2025',
};

/** Parameters other than ids, where not every text will do. */
const PARAMS: Readonly<Record<string, string>> = {
  id: UNKNOWN,
  type: 'agency',
  documentId: UNKNOWN,
  expertId: UNKNOWN,
  changeId: UNKNOWN,
  position: '0',
  sha256: '0'.repeat(64),
  year: '2026',
  code: 'none',
  template: 'none',
};

const BOUNDARY = 'sample';
const MULTIPART = {
  headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  payload: [
    `--${BOUNDARY}`,
    'content-disposition: form-data; name="file"; filename="sample.bin"',
    'content-type: application/octet-stream',
    '',
    'sample',
    `--${BOUNDARY}--`,
    '',
  ].join('\r\n'),
};

export interface SampleRequest {
  readonly method: RouteShape['method'];
  readonly url: string;
  readonly payload?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A well-formed request to a route about something that does not exist. */
export function sampleRequest(name: RouteName): SampleRequest {
  const shape: RouteShape = routes[name];
  const path = shape.path.replace(/:(\w+)/g, (_, param: string) => PARAMS[param] ?? '1');
  const payload = BODIES[name] ?? (shape.method === 'GET' ? undefined : {});
  return {
    method: shape.method,
    url: `${path}${QUERIES[name] ?? ''}`,
    ...(shape.transport === 'multipart' ? MULTIPART : payload === undefined ? {} : { payload }),
  };
}
