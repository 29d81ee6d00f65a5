import { checkUscc, cleanText } from '@jince/identifiers';
import { normaliseName } from '@jince/matching';
import type { CheckContext, CheckedRow, HolderMention, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { matchImportMentions } from '../../parties/index.ts';
import { describeGis } from '../repositories/describe-records.ts';
import { projectGis } from '../repositories/project-gis.ts';
import { addIssue } from './add-issue.ts';
import { importFields } from './field.ts';
import { NOWHERE, placeOf, readHolders } from './read-holders.ts';

const fields = importFields([
  ['name', '地理标志名称', 'Geographical indication', 'text', ['地理标志', '产品名称', '名称'], true],
  ['category', '类别', 'Channel', 'text', ['保护类型', '保护渠道', '类型', '地理标志类别'], true],
  [
    'noticeNo',
    '注册号/公告号',
    'Registration or notice number',
    'text',
    ['公告号', '注册号', '登记证书编号', '批准公告'],
  ],
  ['approvedOn', '注册(认定)日期', 'Approved on', 'date', ['认定日期', '批准日期', '注册日期', '公告日期', '登记日期']],
  ['holder', '注册人/申请人', 'Holder', 'text', ['注册人', '申请人', '持有人', '申请机构']],
  ['area', '产地范围', 'Area', 'text', ['保护范围', '地域范围', '产地']],
  [
    'users',
    '核准使用企业',
    'Authorised user',
    'list',
    ['用标企业', '使用企业', '核准企业', '专用标志使用人', '企业名称'],
  ],
  ['uscc', '统一社会信用代码', 'Code of the user', 'identifier', ['社会信用代码', '信用代码']],
  ['userAddress', '企业地址', 'Address of the user', 'text', ['住所', '生产地址']],
  ['usedFrom', '核准使用日期', 'Authorised from', 'date', ['核准日期', '使用起始日']],
  ['usedTo', '停用日期', 'Ended on', 'date', ['停止使用日期', '有效期至']],
  ['statusText', '状态', 'Status', 'text', ['法律状态']],
  ['remark', '备注', 'Remark', 'text', []],
]);

/** 地理标志证明商标 and 集体商标 are marks; 农产品地理标志 ended as a channel; the rest is 地理标志产品. */
function channelOf(text: string): string | undefined {
  if (/证明/.test(text)) return 'certification-mark';
  if (/集体/.test(text)) return 'collective-mark';
  if (/农产品/.test(text)) return 'agricultural';
  return /产品|保护/.test(text) ? 'product' : undefined;
}

/** An indication by name and channel; each authorised user is a field of its own (`user:…`), so that rows add up. */
function checkGi(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const name = reader.text('name');
  const category = reader.text('category');
  const channel = category === undefined ? undefined : channelOf(category);
  if (name === undefined)
    addIssue(reader, 'gi.name-missing', 'refused', 'name', '缺少地理标志名称', 'The name is missing');
  if (channel === undefined)
    addIssue(
      reader,
      'gi.channel',
      'refused',
      'category',
      `类别“${category ?? ''}”应为地理标志产品、证明商标、集体商标或农产品地理标志之一`,
      'The channel must be product, certification mark, collective mark or agricultural product',
    );
  const address = reader.text('userAddress');
  const users = readHolders(reader, reader.text('users'), { place: placeOf(address, undefined, context), address });
  const holder = readHolders(reader, reader.text('holder'), { place: NOWHERE })[0];
  const values = definedValues({
    name: name === undefined ? undefined : cleanText(name),
    channel,
    noticeNo: reader.text('noticeNo'),
    approvedOn: reader.date('approvedOn'),
    holderName: reader.text('holder'),
    area: reader.text('area'),
    statusText: reader.text('statusText'),
    example: /示例|虚构/.test(name ?? '') || undefined,
    holderMention: holder === undefined ? undefined : mentionOf(holder),
    holders: holder === undefined ? users : [...users, holder],
    ...readUsers(reader, users),
  });
  const refused = reader.issues.some((issue) => issue.severity === 'refused');
  const recordKey = refused || name === undefined ? undefined : `${normaliseName(name)}|${channel}`;
  return { recordKey, values, issues: reader.issues };
}

const mentionOf = ({ name, key, locality, uscc }: HolderMention) => ({ name, key, locality, uscc });

function readUsers(reader: RowReader, users: readonly HolderMention[]): Record<string, unknown> {
  const from = reader.date('usedFrom');
  const to = reader.date('usedTo');
  const code = reader.text('uscc');
  const identity = code === undefined ? undefined : checkUscc(code);
  return Object.fromEntries(
    users.map((user) => [
      `user:${users.length === 1 && identity?.ok ? identity.value : user.key}`,
      definedValues({ ...mentionOf(user), from, to }),
    ]),
  );
}

export const giKind: ImportKind = {
  kind: 'gi',
  label: { zh: '地理标志', en: 'Geographical indications' },
  description: {
    zh: '地理标志及专用标志使用企业：一行一个用标企业，没有用标企业的也占一行。',
    en: 'Geographical indications with authorised users, a row per user.',
  },
  recordType: {
    type: 'gi',
    label: { zh: '地理标志', en: 'Geographical indication' },
    project: projectGis,
    describe: describeGis,
  },
  fields,
  senders: [
    {
      code: 'gi',
      label: { zh: '地理标志清单', en: 'List of indications' },
      signature: ['地理标志名称', '核准使用企业', '产地范围', '核准使用日期'],
    },
  ],
  duplicates: 'merge',
  check: checkGi,
  afterRead: matchImportMentions,
};
