import type { CheckContext, CheckedRow, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { describeStatements } from '../repositories/describe-agency-records.ts';
import { projectPatentAgencies } from '../repositories/project-statements.ts';
import { AGENCY_COLUMNS, fieldsOf, isRefused, readAgency, tidy } from './fields.ts';
import { kindsOf, statusOf } from './read-agency-words.ts';

const fields = fieldsOf([
  ...AGENCY_COLUMNS,
  ['kind', '机构类型', 'Kind', 'text', ['类型', '机构类别', '业务类型', '机构性质', '总部/分支']],
  [
    'parent',
    '所属机构',
    'Agency of the branch',
    'text',
    ['总部名称', '上级机构', '所属总部', '总所名称', '所属代理机构'],
  ],
  ['licenceNo', '执业许可证号', 'Licence', 'text', ['许可证号', '执业许可证编号', '执业证号码']],
  ['licensedOn', '许可日期', 'Licensed on', 'date', ['批准日期', '执业许可日期', '设立批准日', '发证日期', '备案日期']],
  ['establishedOn', '成立日期', 'Established on', 'date', ['成立时间', '设立日期', '成立日']],
  ['address', '地址', 'Address', 'text', ['机构地址', '住所', '办公地址', '通讯地址']],
  ['headName', '负责人', 'Head', 'text', ['机构负责人', '执行事务合伙人', '法定代表人', '执行合伙人']],
  ['phone', '联系电话', 'Telephone', 'text', ['电话', '机构电话', '联系方式']],
  ['attorneys', '代理师数量', 'Attorneys', 'integer', ['专利代理师数量', '代理师人数', '执业代理师数', '代理人数量']],
  ['status', '状态', 'Status', 'text', ['机构状态', '执业状态', '经营状态']],
  ['statusOn', '状态日期', 'Status since', 'date', ['状态变更日期', '注销日期', '吊销日期', '停业日期']],
  ['formerNames', '曾用名', 'Former names', 'list', ['曾用名称', '原名称', '原机构名称']],
  ['services', '服务内容', 'Services', 'list', ['业务范围', '服务范围', '服务项目']],
]);

/** One agency, or one branch, per row. Key: its code, else its unified code, else its name. */
function checkPatentAgency(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const agency = readAgency(reader);
  const kindText = tidy(reader, 'kind');
  const told = kindsOf(kindText);
  const kinds = told.length > 0 ? told : kindsOf(/分所|分公司|分支/.test(agency?.name ?? '') ? '分支' : '专利代理');
  const branch = kinds.includes('patent-branch');
  const parent = tidy(reader, 'parent');
  if (branch && parent === undefined)
    reader.add({
      code: 'agency.no-parent',
      severity: 'warning',
      field: 'parent',
      zh: '分支机构没有写明所属机构，可先入库，登记簿中将标出',
      en: 'A branch without the agency it belongs to; it goes in and the register says so',
    });
  const statusText = tidy(reader, 'status');
  const status = statusOf(statusText);
  if (statusText !== undefined && status === undefined)
    reader.add({
      code: 'agency.status',
      severity: 'warning',
      field: 'status',
      zh: `看不懂状态“${statusText}”，按状态不明记`,
      en: `Status "${statusText}" is not understood and kept as unknown`,
    });
  const address = tidy(reader, 'address');
  const values = definedValues({
    name: agency?.name,
    [`spelling:${agency?.name ?? ''}`]: agency === undefined ? undefined : true,
    agencyCode: agency?.agencyCode,
    uscc: agency?.uscc,
    kinds,
    parent,
    licenceNo: tidy(reader, 'licenceNo'),
    licensedOn: reader.date('licensedOn'),
    establishedOn: reader.date('establishedOn'),
    address,
    townCode: address === undefined ? undefined : context.jurisdiction.locateTown(address)?.townCode,
    headName: tidy(reader, 'headName'),
    phone: tidy(reader, 'phone'),
    attorneys: reader.count('attorneys'),
    status: statusText === undefined ? undefined : (status ?? 'unknown'),
    statusText,
    statusOn: reader.date('statusOn'),
    formerNames: reader.list('formerNames', /[、，,]/),
    services: reader.list('services', /[、，,]/),
  });
  const key =
    agency === undefined || isRefused(reader) ? undefined : branch ? `${agency.ref}|branch|${agency.name}` : agency.ref;
  return { recordKey: key, values, issues: reader.issues };
}

export const patentAgenciesKind: ImportKind = {
  kind: 'patent-agencies',
  label: { zh: '专利代理等服务机构名单', en: 'Patent agencies and other service bodies' },
  description: {
    zh: '专利代理机构及分支机构名单，也可列律师、信息、评估、培训、运营、咨询机构（按“机构类型”列）：一行一家。',
    en: 'Patent agencies and branches, and by their kind law firms and bodies for information, valuation, training, operation and consulting: a row each.',
  },
  recordType: {
    type: 'patent-agency',
    label: { zh: '服务机构名单', en: 'List of agencies' },
    project: projectPatentAgencies,
    describe: describeStatements('patent'),
  },
  fields,
  senders: [
    {
      code: 'patent-office',
      label: { zh: '专利代理管理系统', en: 'Patent agency system' },
      signature: ['机构代码', '执业许可证号', '代理师数量', '信用等级'],
    },
  ],
  evidence: { fields: ['agencyCode', 'licenceNo', 'attorneys', 'parent', 'kind'], atLeast: 2 },
  duplicates: 'doubtful',
  check: checkPatentAgency,
};
