import { listPublicDrawResults } from '../../inspections/index.ts';
import type { Dataset } from '../domain/dataset.ts';

const both = (zh: string, en: string) => ({ zh, en });

/** Objects drawn by lot and checked since, as the page of each draw shows them. */
export const inspectionDraws: Dataset = {
  code: 'inspection-draws',
  title: both('双随机抽查结果', 'Results of random inspections'),
  description: both(
    '双随机抽查抽中并已实施检查的对象、检查人员和检查情况。尚未检查的对象不公开；每次抽取可按名单哈希和抽取文件复算。',
    'Objects drawn by lot and checked since, with officers and outcome. Who is still to be checked is not public; each draw can be repeated from its file.',
  ),
  keywords: [both('双随机一公开', 'random inspection'), both('监督检查', 'inspection')],
  theme: 'JUST',
  columns: [
    { name: 'draw', title: both('抽取编号', 'Number of the draw'), type: 'string', required: true },
    { name: 'no', title: both('抽取序号', 'Place in the draw'), type: 'integer', required: true },
    { name: 'title', title: both('抽取名称', 'Title'), type: 'string', required: true },
    {
      name: 'object_kind',
      title: both('对象类别', 'Kind of object'),
      type: 'string',
      required: true,
      values: {
        printer: both('商标印制企业', 'mark printer'),
        market: both('市场、街区', 'market or street'),
        agency: both('代理机构', 'agency'),
        party: both('企业', 'enterprise'),
      },
    },
    { name: 'drawn_on', title: both('抽取日期', 'Drawn on'), type: 'date', required: true },
    { name: 'object', title: both('检查对象', 'Object'), type: 'string', required: true },
    {
      name: 'officers',
      title: both('检查人员', 'Officers'),
      type: 'string',
      description: both('多人以竖线分隔；空：人工指派', 'Separated by |; empty: assigned by a person'),
    },
    {
      name: 'outcome',
      title: both('检查情况', 'Outcome'),
      type: 'string',
      required: true,
      values: {
        checked: both('已检查，结果待公布', 'checked, outcome to come'),
        fit: both('未发现问题', 'nothing found'),
        correcting: both('发现问题，已责令改正', 'to be corrected'),
        corrected: both('发现问题，已改正', 'corrected'),
        followed: both('发现问题，已依法处理', 'followed up by law'),
        cancelled: both('未实施检查', 'not checked'),
      },
    },
    {
      name: 'list_hash',
      title: both('名单哈希（SHA-256）', 'Hash of the lists (SHA-256)'),
      type: 'string',
      required: true,
    },
  ],
  key: ['draw', 'no'],
  read: async (ctx) =>
    (await listPublicDrawResults(ctx)).map((one) => ({
      draw: one.number,
      no: one.no,
      title: one.title,
      object_kind: one.objectKind,
      drawn_on: one.drawnOn,
      object: one.object,
      officers: one.officers === null || one.officers.length === 0 ? null : one.officers.join('|'),
      outcome: one.standing,
      list_hash: one.listHash,
    })),
};
