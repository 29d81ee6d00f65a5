import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const EVIDENCE_READ = 'evidence.item.read';
export const EVIDENCE_KEEP = 'evidence.item.keep';
export const EVIDENCE_LINK = 'evidence.item.link';
export const CUSTODY_RECORD = 'evidence.custody.record';
export const MEASURE_ORDER = 'evidence.measure.order';
export const MEASURE_EXTEND = 'evidence.measure.extend';
export const PACKAGE_SEAL = 'evidence.package.seal';

const both = (zh: string, en: string): Bilingual => ({ zh, en });
const HANDLERS = ['enforcement-officer', 'section-head'];

export const evidencePermissions: readonly Permission[] = [
  {
    code: EVIDENCE_READ,
    label: both('查看办件证据', 'See the evidence of files'),
    roles: [...HANDLERS, 'legal-reviewer', 'director', 'ip-officer', 'department'],
  },
  {
    code: EVIDENCE_KEEP,
    label: both('登记和说明证据', 'Keep and describe evidence'),
    roles: [...HANDLERS, 'ip-officer'],
  },
  { code: EVIDENCE_LINK, label: both('将证据用于其他办件', 'Use evidence in another file'), roles: HANDLERS },
  { code: CUSTODY_RECORD, label: both('登记证据和物品流转', 'Record custody'), roles: HANDLERS },
  { code: MEASURE_ORDER, label: both('登记保全和强制措施', 'Enter measures and disposals'), roles: HANDLERS },
  {
    code: MEASURE_EXTEND,
    label: both('延长强制措施期限', 'Extend measures'),
    roles: ['section-head', 'director'],
  },
  {
    code: PACKAGE_SEAL,
    label: both('封存证据包', 'Seal packages of evidence'),
    roles: [...HANDLERS, 'ip-officer', 'director'],
  },
];

export const evidenceActions: Readonly<Record<string, Bilingual>> = {
  [EVIDENCE_KEEP]: both('登记证据', 'Keep evidence'),
  [EVIDENCE_LINK]: both('将证据用于其他办件', 'Use evidence in another file'),
  'evidence.item.describe': both('修改证据说明', 'Describe evidence'),
  'evidence.item.set': both('证据不再使用', 'Set evidence aside'),
  'evidence.item.download': both('下载证据', 'Download evidence'),
  'evidence.item.stamp': both('为证据加盖时间戳', 'Time-stamp evidence'),
  'evidence.custody.verify': both('复核证据原始性', 'Verify evidence'),
  [CUSTODY_RECORD]: both('登记流转', 'Record custody'),
  [MEASURE_ORDER]: both('登记保全和强制措施', 'Enter a measure'),
  [MEASURE_EXTEND]: both('延长强制措施期限', 'Extend a measure'),
  'evidence.measure.pause': both('扣除检测鉴定期间', 'Leave out the time of a test'),
  'evidence.measure.end': both('结束保全和强制措施', 'End a measure'),
  'evidence.measure.dispose': both('登记物品处理', 'Dispose of a thing'),
  [PACKAGE_SEAL]: both('封存证据包', 'Seal a package'),
  'evidence.package.download': both('下载证据包', 'Download a package'),
};

const refusal = (status: number, zh: string, en: string) => ({ status, zh, en });

export const evidenceErrors: ErrorCatalogue = {
  'evidence.item.refused': refusal(422, '“{fileName}”没有收下：{reason}。', '"{fileName}" is not taken: {reason}.'),
  'evidence.item.changed': refusal(
    409,
    '“{title}”在文件库中的内容缺失或与登记时不一致，已停止下载，请立即报告系统管理员。',
    'The stored bytes of "{title}" are missing or not those of intake; the download was stopped. Tell the administrator at once.',
  ),
  'evidence.item.in-file': refusal(409, '该证据已在办件 {number} 中。', 'The evidence is in file {number} already.'),
  'evidence.item.set-aside': refusal(
    409,
    '该证据在本办件中已不再使用。',
    'The evidence is not used in this file any more.',
  ),
  'evidence.item.received-later': refusal(
    422,
    '收到时间不能晚于现在。',
    'The time of receipt cannot lie in the future.',
  ),
  'evidence.file.unknown': refusal(
    422,
    '没有找到办件 {number}，或您无权在其中登记证据。',
    'There is no file {number}, or you may not keep evidence in it.',
  ),
  'evidence.file.closed': refusal(
    409,
    '办件 {number} 已办结，不能再登记。',
    'File {number} is closed; nothing can be added.',
  ),
  'evidence.custody.wrong-hand': refusal(
    409,
    '上一次登记由“{holder}”保管，不能由“{from}”交出；请先补记之前的交接。',
    'By the last entry it is with "{holder}", so "{from}" cannot hand it on; record what came before first.',
  ),
  'evidence.custody.out-of-order': refusal(
    422,
    '交接时间须晚于上一次登记（{before}）且不晚于现在。',
    'The time must lie after the last entry ({before}) and not in the future.',
  ),
  'evidence.upload.gap': refusal(
    409,
    '上传从第 {received} 字节继续，收到的片段从第 {offset} 字节开始。',
    'The upload goes on from byte {received}; the piece began at {offset}.',
  ),
  'evidence.upload.too-long': refusal(
    422,
    '收到的内容超过申报的大小，该片段没有保存。',
    'More bytes came than were announced; the piece is not kept.',
  ),
  'evidence.upload.too-large': refusal(413, '单个文件不超过 {limit} MB。', 'A file may have at most {limit} MB.'),
  'evidence.upload.chunk-damaged': refusal(
    422,
    '片段在传输中损坏，请重新发送。',
    'The piece was damaged on its way; send it again.',
  ),
  'evidence.upload.unfinished': refusal(
    409,
    '文件还没有传完：已收到 {received}，共 {size} 字节。',
    'The file is not whole yet: {received} of {size} bytes.',
  ),
  'evidence.upload.damaged': refusal(
    422,
    '收到的文件与发送的文件哈希值不一致，没有登记；请重新上传。',
    'The file that arrived does not have the hash of the one sent; it was not kept. Upload it again.',
  ),
  'evidence.upload.other': refusal(
    409,
    '这个上传编号已用于另一个文件。',
    'That id of an upload belongs to another file.',
  ),
  'evidence.measure.stale': refusal(
    409,
    '措施已被他人更新，请刷新后再操作。',
    'The measure was changed meanwhile; look at it again.',
  ),
  'evidence.measure.no-things': refusal(422, '请列出至少一件物品。', 'List at least one thing.'),
  'evidence.measure.not-seized': refusal(
    409,
    '{number}没有转为查封、扣押，或者所选措施不是查封、扣押，不能接收它的物品。',
    'The things of {number} cannot be taken over: it did not end as seized, or this is no seizure.',
  ),
  'evidence.measure.carried': refusal(
    409,
    '{number}的物品已转入另一项查封、扣押。',
    'The things of {number} were taken over already.',
  ),
  'evidence.measure.ended': refusal(409, '措施 {number} 已结束。', 'Measure {number} has ended.'),
  'evidence.measure.late-reason': refusal(
    422,
    '补登过去日期的措施须说明原因。',
    'A measure entered later than it was taken needs a reason.',
  ),
  'evidence.measure.future': refusal(422, '日期不能晚于今天。', 'The day cannot lie in the future.'),
  'evidence.measure.before-start': refusal(
    422,
    '日期不能早于措施开始之日（{startedOn}）。',
    'The day cannot lie before the measure began ({startedOn}).',
  ),
  'evidence.measure.clock': refusal(422, '期限不能这样变更：{reason}。', 'The clock cannot be changed so: {reason}.'),
  'evidence.measure.outcome': refusal(422, '“{kind}”不能以“{outcome}”结束。', '"{kind}" cannot end as "{outcome}".'),
  'evidence.thing.too-much': refusal(
    422,
    '“{name}”现有 {held} {unit}，不能处理 {quantity} {unit}。',
    'Of "{name}" {held} {unit} are held; {quantity} {unit} cannot be disposed of.',
  ),
  'evidence.thing.witness': refusal(
    422,
    '返还须写明接收人，销毁、拍卖和移交须写明接收单位或见证人。',
    'A return needs who received it; destruction, auction and hand-over need a receiver or a witness.',
  ),
  'evidence.package.empty': refusal(422, '没有可以封存的证据或材料。', 'There is no evidence and no paper to seal.'),
  'evidence.package.not-ready': refusal(409, '证据包还没有做好。', 'The package is not ready.'),
};
