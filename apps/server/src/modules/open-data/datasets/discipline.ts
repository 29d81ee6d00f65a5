import { listPublicEntries } from '../../discipline/index.ts';
import type { Dataset } from '../domain/dataset.ts';

const both = (zh: string, en: string) => ({ zh, en });

/** Entries of joint discipline that the law makes public, as the page of the site shows them. */
export const disciplineEntries: Dataset = {
  code: 'discipline-entries',
  title: both('联合惩戒公示信息', 'Joint discipline made public'),
  description: both(
    '依法应当公示、在有效期内的联合惩戒列入；列入决定被撤销的注明已撤销。期限届满、信用修复或移出后不再公示。个人姓名已遮盖。',
    'Entries of joint discipline that the law makes public, in force; decisions set aside say so. Nothing stays after the last day, a repair or a removal. Names of persons are masked.',
  ),
  keywords: [both('联合惩戒', 'joint discipline'), both('信用监管', 'credit supervision')],
  theme: 'JUST',
  columns: [
    { name: 'id', title: both('编号', 'Identifier'), type: 'string', required: true },
    { name: 'list', title: both('名单代码', 'Code of the list'), type: 'string', required: true },
    { name: 'list_name', title: both('名单', 'List'), type: 'string', required: true },
    {
      name: 'subject',
      title: both('对象类型', 'Kind of subject'),
      type: 'string',
      required: true,
      values: {
        party: both('市场主体', 'market party'),
        agency: both('服务机构', 'agency'),
        person: both('执业人员', 'professional'),
      },
    },
    {
      name: 'name',
      title: both('名称（个人姓名已遮盖）', 'Name (of persons: masked)'),
      type: 'string',
      required: true,
    },
    { name: 'code', title: both('统一社会信用代码或机构代码', 'Credit code or agency code'), type: 'string' },
    { name: 'article', title: both('列入依据', 'Basis of the list'), type: 'string', required: true },
    { name: 'authority', title: both('作出决定机关', 'Authority'), type: 'string', required: true },
    { name: 'decision', title: both('决定书文号', 'Number of the decision'), type: 'string', required: true },
    { name: 'from_on', title: both('列入日期', 'Listed on'), type: 'date', required: true },
    {
      name: 'until_on',
      title: both('最后一日', 'Last day'),
      type: 'date',
      description: both('空：事由消除并移出之前有效', 'Empty: until its cause is remedied'),
    },
    {
      name: 'standing',
      title: both('状态', 'Standing'),
      type: 'string',
      required: true,
      values: { 'in-force': both('有效', 'in force'), withdrawn: both('列入决定已撤销', 'set aside') },
    },
    { name: 'withdrawn_on', title: both('撤销日期', 'Set aside on'), type: 'date' },
    { name: 'withdrawn_by', title: both('撤销文书文号', 'Set aside by'), type: 'string' },
  ],
  key: ['id'],
  read: async (ctx) =>
    (await listPublicEntries(ctx)).map((one) => ({
      id: one.id,
      list: one.list,
      list_name: one.listLabel.zh,
      subject: one.subjectKind,
      name: one.name,
      code: one.code,
      article: one.article,
      authority: one.authority,
      decision: one.decisionNo,
      from_on: one.fromOn,
      until_on: one.untilOn,
      standing: one.standing,
      withdrawn_on: one.withdrawnOn,
      withdrawn_by: one.withdrawnNo,
    })),
};
