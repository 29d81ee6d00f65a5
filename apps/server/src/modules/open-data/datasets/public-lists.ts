import { publicityPosition, readOpenChanges, readOpenRows } from '../../subsidies/index.ts';
import type { Dataset, Position } from '../domain/dataset.ts';

const both = (zh: string, en: string) => ({ zh, en });
const at = (position: Position) => ({ lists: position.lists ?? 0, lastChange: position.lastChange ?? 0 });
const position = async (ctx: Parameters<NonNullable<Dataset['position']>>[0]): Promise<Position> => ({
  ...(await publicityPosition(ctx)),
});
const FEN = 100;

/** Every row ever made public, withdrawn ones marked. */
export const publicListRows: Dataset = {
  code: 'public-list-rows',
  title: both('奖补公示名单', 'Public lists of incentives'),
  description: both(
    '知识产权扶持资金历次公示的全部事项，一行一项；更正和撤下的行保留并标明。个人姓名和证件号码已按规定隐去。',
    'Every item of every public list of IP incentives, one a row; corrected and withdrawn rows stay and say so. Persons are masked.',
  ),
  keywords: [both('公示', 'public lists'), both('奖补资金', 'subsidies'), both('知识产权', 'intellectual property')],
  theme: 'GOVE',
  columns: [
    { name: 'year', title: both('年度', 'Year'), type: 'integer', required: true },
    { name: 'serial', title: both('批次', 'Serial of the year'), type: 'integer', required: true },
    { name: 'row', title: both('序号', 'Row'), type: 'integer', required: true },
    { name: 'list', title: both('公示文号', 'Number of the list'), type: 'string', required: true },
    { name: 'title', title: both('公示标题', 'Title of the list'), type: 'string', required: true },
    { name: 'issuer', title: both('公示单位', 'Issued by'), type: 'string', required: true },
    { name: 'policy', title: both('政策名称', 'Policy'), type: 'string', required: true },
    { name: 'policy_number', title: both('政策文号', 'Number of the policy'), type: 'string' },
    {
      name: 'example',
      title: both('示例', 'Example'),
      type: 'boolean',
      required: true,
      description: both('演示用示例政策，不是真实的扶持政策', 'An invented policy for demonstration'),
    },
    { name: 'opened_on', title: both('公示开始日', 'Opened on'), type: 'date', required: true },
    { name: 'working_days', title: both('公示工作日数', 'Working days'), type: 'integer', required: true },
    { name: 'name', title: both('单位名称', 'Name'), type: 'string', required: true },
    { name: 'credit_code', title: both('统一社会信用代码', 'Unified social credit code'), type: 'string' },
    { name: 'category', title: both('项目类别', 'Category'), type: 'string', required: true },
    { name: 'clause', title: both('依据条款', 'Clause'), type: 'string', required: true },
    { name: 'matter', title: both('事项', 'Matter'), type: 'string', required: true },
    { name: 'amount_yuan', title: both('拟奖补金额（元）', 'Amount (yuan)'), type: 'number', required: true },
    { name: 'note', title: both('备注', 'Note'), type: 'string' },
    {
      name: 'standing',
      title: both('状态', 'Standing'),
      type: 'string',
      required: true,
      values: {
        listed: both('公示', 'listed'),
        corrected: both('已更正', 'corrected'),
        withdrawn: both('已撤下', 'withdrawn'),
      },
    },
  ],
  key: ['year', 'serial', 'row'],
  position,
  read: async (ctx, where) =>
    (await readOpenRows(ctx, at(where))).map((row) => ({
      year: row.year,
      serial: row.serial,
      row: row.no,
      list: row.list,
      title: row.title,
      issuer: row.issuer,
      policy: row.policyTitle,
      policy_number: row.policyDocNo,
      example: row.example,
      opened_on: row.openedOn,
      working_days: row.workingDays,
      name: row.name,
      credit_code: row.uscc === '' ? null : row.uscc,
      category: row.category,
      clause: row.clause,
      matter: row.matter,
      amount_yuan: row.amountFen / FEN,
      note: row.note === '' ? null : row.note,
      standing: row.standing,
    })),
};

/** What was corrected or withdrawn, when and why. */
export const publicListChanges: Dataset = {
  code: 'public-list-changes',
  title: both('公示更正与撤下记录', 'Corrections and withdrawals of public lists'),
  description: both(
    '公示名单每一次更正和撤下：原内容、新内容、日期和理由。',
    'Each correction and withdrawal: before, after, day and reason.',
  ),
  keywords: [both('公示', 'public lists'), both('更正', 'corrections')],
  theme: 'GOVE',
  columns: [
    { name: 'year', title: both('年度', 'Year'), type: 'integer', required: true },
    { name: 'serial', title: both('批次', 'Serial of the year'), type: 'integer', required: true },
    { name: 'change', title: both('变更编号', 'Change'), type: 'integer', required: true },
    { name: 'list', title: both('公示文号', 'Number of the list'), type: 'string', required: true },
    { name: 'row', title: both('序号', 'Row'), type: 'integer', required: true },
    {
      name: 'kind',
      title: both('类型', 'Kind'),
      type: 'string',
      required: true,
      values: { correction: both('更正', 'correction'), withdrawal: both('撤下', 'withdrawal') },
    },
    { name: 'on', title: both('日期', 'Day'), type: 'date', required: true },
    { name: 'reason', title: both('理由', 'Reason'), type: 'string', required: true },
    { name: 'before', title: both('原内容', 'Before'), type: 'string' },
    { name: 'after', title: both('新内容', 'After'), type: 'string' },
  ],
  key: ['year', 'serial', 'change'],
  position,
  read: async (ctx, where) =>
    (await readOpenChanges(ctx, at(where))).map((row) => ({
      year: row.year,
      serial: row.serial,
      change: row.seq,
      list: row.list,
      row: row.no,
      kind: row.kind,
      on: row.on,
      reason: row.reason,
      before: row.before === '' ? null : row.before,
      after: row.after === '' ? null : row.after,
    })),
};
