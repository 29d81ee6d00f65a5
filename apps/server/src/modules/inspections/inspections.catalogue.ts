import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const TASK_READ = 'inspections.task.read';
export const TASK_WORK = 'inspections.task.work';
export const TASK_ASSIGN = 'inspections.task.assign';
export const TASK_FOLLOW = 'inspections.task.follow';
export const CORRECTION_EXTEND = 'inspections.correction.extend';
export const RECORD_RESOLVE = 'inspections.record.resolve';
export const CAMPAIGN_EDIT = 'inspections.campaign.edit';
export const DRAW_RUN = 'inspections.draw.run';
export const PRINTER_READ = 'inspections.printer.read';
export const PRINTER_EDIT = 'inspections.printer.edit';
export const LEDGER_KEEP = 'inspections.ledger.keep';
export const OWN_READ = 'inspections.own.read';
export const ORDER_ANSWER = 'inspections.order.answer';
export const PLEDGE_READ = 'inspections.pledge.read';
export const PLEDGE_FILE = 'inspections.pledge.file';
export const PLEDGE_RECOMMEND = 'inspections.pledge.recommend';
export const PLEDGE_REVIEW = 'inspections.pledge.review';

const both = (zh: string, en: string): Bilingual => ({ zh, en });
const ENFORCERS = ['enforcement-officer', 'section-head'];
const OFFICE = [...ENFORCERS, 'ip-officer', 'director'];

export const inspectionPermissions: readonly Permission[] = [
  { code: TASK_READ, label: both('查看监督检查', 'See inspections'), roles: [...OFFICE, 'legal-reviewer'] },
  { code: TASK_WORK, label: both('实施现场检查', 'Inspect on the spot'), roles: ENFORCERS },
  { code: TASK_ASSIGN, label: both('安排检查任务', 'Order and assign checks'), roles: ['section-head', 'ip-officer'] },
  { code: TASK_FOLLOW, label: both('随案件结果流转检查', 'Move checks on by what their case says'), roles: [] },
  {
    code: CORRECTION_EXTEND,
    label: both('批准延长改正期限', 'Grant longer time to correct'),
    roles: ['section-head', 'director'],
  },
  {
    code: RECORD_RESOLVE,
    label: both('处理冲突的检查记录', 'Decide on records in conflict'),
    roles: ['section-head', 'director'],
  },
  {
    code: CAMPAIGN_EDIT,
    label: both('组织专项行动', 'Organise special actions'),
    roles: ['section-head', 'ip-officer', 'director'],
  },
  { code: DRAW_RUN, label: both('组织双随机抽取', 'Run double-random draws'), roles: ['section-head', 'director'] },
  { code: PRINTER_READ, label: both('查看商标印制企业', 'See mark printers'), roles: [...OFFICE, 'enterprise'] },
  {
    code: PRINTER_EDIT,
    label: both('登记商标印制企业', 'Keep the register of mark printers'),
    roles: [...ENFORCERS, 'ip-officer'],
  },
  {
    code: LEDGER_KEEP,
    label: both('登记商标印制台账', 'Keep the ledgers of mark printers'),
    roles: [...ENFORCERS, 'ip-officer', 'enterprise'],
  },
  { code: OWN_READ, label: both('查看对本企业的检查', 'See checks of the own business'), roles: ['enterprise'] },
  {
    code: ORDER_ANSWER,
    label: both('答复责令改正', 'Answer orders to correct'),
    roles: ['enterprise'],
  },
  {
    code: PLEDGE_READ,
    label: both('查看正版正货和规范化市场', 'See genuine-goods pledges and markets'),
    roles: [...OFFICE, 'liaison', 'enterprise'],
  },
  {
    code: PLEDGE_FILE,
    label: both('申报正版正货和规范化市场', 'Apply for pledges and markets'),
    roles: ['ip-officer', 'liaison', 'enterprise'],
  },
  {
    code: PLEDGE_RECOMMEND,
    label: both('审核推荐正版正货和规范化市场', 'Recommend pledges and markets'),
    roles: ['ip-officer', 'director'],
  },
  {
    code: PLEDGE_REVIEW,
    label: both('年度复核正版正货和规范化市场', 'Review pledges each year'),
    roles: ['ip-officer', 'director'],
  },
];

const refusal = (status: number, zh: string, en: string) => ({ status, zh, en });

export const inspectionErrors: ErrorCatalogue = {
  'inspections.checklist.unfit': refusal(
    400,
    '检查表“{checklist}”在 {on} 没有施行的版本，或者不适用于这类对象。',
    'No version of the checklist "{checklist}" is in force on {on} for such objects.',
  ),
  'inspections.campaign.dates': refusal(
    400,
    '结束日 {toOn} 早于开始日 {fromOn}。',
    'The last day {toOn} is before the first day {fromOn}.',
  ),
  'inspections.campaign.unknown-kind': refusal(400, '没有“{kind}”这类行动。', 'There is no kind of action "{kind}".'),
  'inspections.campaign.closed': refusal(409, '行动“{title}”已结束。', 'The action "{title}" is closed.'),
  'inspections.figure.unknown': refusal(
    400,
    '这类行动不统计“{code}”。',
    'Actions of this kind have no figure "{code}".',
  ),
  'inspections.day.in-future': refusal(400, '日期 {on} 在今天之后。', 'The day {on} is in the future.'),
  'inspections.day.before-today': refusal(400, '期限 {on} 早于今天。', 'The day {on} is before today.'),
  'inspections.draw.rule-missing': refusal(
    400,
    '从企业中抽取的，请写明对象规则。',
    'Say by a rule which enterprises are drawn from.',
  ),
  'inspections.draw.too-few-objects': refusal(
    409,
    '可抽取的对象只有 {there} 个，不足 {count} 个。',
    'Only {there} objects can be drawn from, fewer than {count}.',
  ),
  'inspections.draw.too-many-objects': refusal(
    409,
    '可抽取的对象超过 {most} 个，请按镇或规则缩小范围。',
    'More than {most} objects; narrow them by town or rule.',
  ),
  'inspections.draw.too-few-officers': refusal(
    409,
    '执法证有效的检查人员只有 {there} 人，每个对象需要 {wanted} 人。',
    'Only {there} officers have a valid certificate; each object needs {wanted}.',
  ),
  'inspections.draw.not-prepared': refusal(409, '抽取 {number} 已经{state}。', 'The draw {number} is {state} already.'),
  'inspections.draw.conflict-unknown': refusal(
    400,
    '回避情形所指的对象或人员不在名单中。',
    'A conflict names an object or officer that is not on the lists.',
  ),
  'inspections.task.object-unknown': refusal(404, '没有找到检查对象。', 'The object is not there.'),
  'inspections.task.open': refusal(
    409,
    '“{name}”已有待检查的任务 {number}。',
    '"{name}" is to be checked already: {number}.',
  ),
  'inspections.task.not-assignable': refusal(
    409,
    '任务现为“{state}”，不能再改派。',
    'The task is in state "{state}" and cannot be given to others.',
  ),
  'inspections.officer.unfit': refusal(409, '{name} 不能实施检查：{reason}。', '{name} may not inspect: {reason}.'),
  'inspections.officer.unknown': refusal(404, '人员名册中没有这名执法人员。', 'The register has no such officer.'),
  'inspections.record.two-officers': refusal(
    409,
    '现场检查不得少于两名执法人员，请写明两人姓名。',
    'At least two officers inspect on the spot; name both.',
  ),
  'inspections.record.unknown-item': refusal(
    400,
    '检查表中没有“{code}”这一项。',
    'The checklist has no item "{code}".',
  ),
  'inspections.record.items-missing': refusal(
    400,
    '还有 {missing} 项没有结论：{first}。',
    '{missing} items have no answer: {first}.',
  ),
  'inspections.record.found-missing': refusal(
    400,
    '“{label}”不符合，请写明现场情况。',
    '"{label}" failed; say what was found.',
  ),
  'inspections.record.outcome-unfit': refusal(
    400,
    '有 {failed} 项不符合，结论不能是“合格”。',
    '{failed} items failed; the outcome cannot be "fit".',
  ),
  'inspections.record.correct-by-missing': refusal(
    400,
    '限期整改的，请填写晚于检查日的整改期限。',
    'Say until when it is to be corrected, after the day of the check.',
  ),
  'inspections.record.id-taken': refusal(
    409,
    '这条记录的编号已被另一条使用，请重新填写后提交。',
    'The id of this record belongs to another one; send it as a new one.',
  ),
  'inspections.record.not-yours': refusal(
    403,
    '只有填写记录的人可以补充照片。',
    'Only who made the record can add photos.',
  ),
  'inspections.record.not-held': refusal(409, '这条记录已经处理。', 'This record does not wait for a decision.'),
  'inspections.record.own': refusal(
    409,
    '本人填写的记录须由他人决定是否采用。',
    'Somebody else decides whether your record is adopted.',
  ),
  'inspections.record.not-adoptable': refusal(
    409,
    '任务已{state}，不能再采用这条记录，可以留作补充或者不采用并说明理由。',
    'The check is in state "{state}"; the record can be kept beside or set aside, not adopted.',
  ),
  'inspections.photo.not-a-photo': refusal(
    400,
    '“{fileName}”不是 JPEG、PNG 或 WebP 照片。',
    '"{fileName}" is not a JPEG, PNG or WebP photo.',
  ),
  'inspections.photo.too-many': refusal(409, '一条记录最多 {most} 张照片。', 'A record takes at most {most} photos.'),
  'inspections.order.nothing': refusal(
    409,
    '检查记录中没有不符合的项目，不能责令改正。',
    'No item failed; there is nothing to order.',
  ),
  'inspections.order.extended': refusal(
    409,
    '改正期限已延长过一次，不能再延长（{article}）。',
    'The time to correct was extended once; it cannot be extended again ({article}).',
  ),
  'inspections.order.extension-too-long': refusal(
    422,
    '最多延长 {most} 日（{article}）。',
    'At most {most} days may be granted ({article}).',
  ),
  'inspections.answer.nothing': refusal(
    409,
    '没有正在改正的责令改正通知书，不能提交改正说明。',
    'No order to correct is under way; there is nothing to answer.',
  ),
  'inspections.answer.text-missing': refusal(422, '请写明改正情况（至少四个字）。', 'Say what was put right.'),
  'inspections.answer.file-kind': refusal(
    400,
    '“{fileName}”不是 PDF 或者 JPEG、PNG、WebP 照片。',
    '"{fileName}" is neither a PDF nor a JPEG, PNG or WebP photo.',
  ),
  'inspections.paper.too-early': refusal(
    409,
    '还没有可以写入文书的内容。',
    'There is nothing yet to be written on the paper.',
  ),
  'inspections.printer.exists': refusal(
    409,
    '“{name}”已在商标印制企业名录中。',
    '"{name}" is on the register already.',
  ),
  'inspections.printer.changed-meanwhile': refusal(
    409,
    '刚被他人保存，请刷新后再改；您的输入仍在页面上。',
    'Someone has just saved it; refresh and change it again. Your input is still on the page.',
  ),
  'inspections.printer.ended': refusal(409, '“{name}”已退出名录。', '"{name}" is off the register.'),
  'inspections.person.ended': refusal(409, '已登记离任。', 'The end is entered already.'),
  'inspections.entry.field-missing': refusal(400, '请填写“{field}”。', 'Fill in "{field}".'),
  'inspections.entry.intake-unknown': refusal(
    400,
    '请选择本企业尚未冲销的承印登记。',
    'Choose a commission of this printer that was not reversed.',
  ),
  'inspections.entry.more-than-stock': refusal(
    409,
    '库存只有 {left} 件，不能{what} {quantity} 件。',
    'Only {left} labels are in stock: {quantity} cannot be {what}.',
  ),
  'inspections.entry.before-intake': refusal(
    400,
    '日期早于承印登记的 {on}。',
    'The day is before the commission of {on}.',
  ),
  'inspections.entry.reversed': refusal(
    409,
    '这一笔已经冲销，或者本身是冲销。',
    'This entry is reversed already, or reverses another.',
  ),
  'inspections.entry.has-followers': refusal(
    409,
    '该承印登记下还有未冲销的出入库或销毁记录，请先冲销它们。',
    'Stock entries of this commission stand; reverse them first.',
  ),
  'inspections.pledge.unknown-kind': refusal(400, '没有“{kind}”这一类。', 'There is no kind "{kind}".'),
  'inspections.pledge.open': refusal(
    409,
    '“{name}”已有办理中或有效的同类申报 {number}。',
    '"{name}" has one of this kind under way or in force: {number}.',
  ),
  'inspections.pledge.not-editable': refusal(
    409,
    '申报现为“{state}”，内容不能再改。',
    'The application is in state "{state}" and can no longer be changed.',
  ),
  'inspections.pledge.changed-meanwhile': refusal(
    409,
    '申报刚被他人保存，请刷新后再改；您的输入仍在页面上。',
    'Someone has just saved it; refresh and change it again. Your input is still on the page.',
  ),
  'inspections.pledge.commitments-missing': refusal(
    422,
    '四项承诺须全部作出，还差 {missing} 项。',
    'All commitments must be made; {missing} are missing.',
  ),
  'inspections.pledge.condition-failed': refusal(
    409,
    '不符合条件：{condition}（{article}）。',
    'A condition does not hold: {condition} ({article}).',
  ),
  'inspections.pledge.not-in-force': refusal(409, '只有有效的承诺才复核。', 'Only pledges in force are reviewed.'),
  'inspections.pledge.reviewed': refusal(409, '{year} 年已经复核。', '{year} is reviewed already.'),
  'inspections.pledge.review-early': refusal(400, '{year} 年还没有到复核的时候。', '{year} cannot be reviewed yet.'),
  'inspections.pledge.kept-unfit': refusal(
    409,
    '条件“{condition}”已不满足，复核结论不能是“保持”。',
    'The condition "{condition}" does not hold any more; the result cannot be "kept".',
  ),
};

export const inspectionActions: Readonly<Record<string, Bilingual>> = {
  'inspections.campaign.create': both('开展专项行动', 'Start a special action'),
  'inspections.campaign.close': both('结束专项行动', 'Close a special action'),
  'inspections.campaign.enter': both('填报行动成果', 'Enter a figure of a special action'),
  'inspections.draw.prepare': both('准备双随机抽取', 'Prepare a draw'),
  'inspections.draw.perform': both('实施双随机抽取', 'Carry out a draw'),
  'inspections.draw.void': both('作废双随机抽取', 'Void a draw'),
  'inspections.task.create': both('安排检查任务', 'Order a check'),
  'inspections.task.assign': both('改派检查任务', 'Give a check into other hands'),
  'inspections.task.record': both('记录现场检查', 'Record a check on the spot'),
  'inspections.task.add': both('补充检查照片', 'Add a photo to a record'),
  'inspections.record.resolve': both('处理冲突的检查记录', 'Decide on a record in conflict'),
  'inspections.printer.register': both('登记商标印制企业', 'Register a mark printer'),
  'inspections.printer.update': both('修改商标印制企业', 'Change a mark printer'),
  'inspections.printer.end': both('退出商标印制企业名录', 'Take off the register of printers'),
  'inspections.printer.add': both('登记商标印制管理人员', 'Enter a person of a printer'),
  'inspections.order.answer': both('答复责令改正', 'Answer an order to correct'),
  'inspections.ledger.add': both('登记商标印制台账', 'Enter into the ledgers of a printer'),
  'inspections.ledger.reverse': both('冲销商标印制台账', 'Reverse an entry of a ledger'),
  'inspections.pledge.create': both('开始申报承诺', 'Begin a pledge'),
  'inspections.pledge.save': both('保存承诺申报', 'Save a pledge'),
  'inspections.pledge.review': both('年度复核', 'Review a pledge'),
};
