import type { CheckContext, CheckedRow, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { describeAlliance, projectAlliance } from '../repositories/alliance-repository.ts';
import { field, line, refused } from './watch-fields.ts';

function check(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const [origin, name, holder] = [line(reader, 'origin'), line(reader, 'name'), line(reader, 'holder')];
  const number = reader.text('number')?.replace(/\s/g, '');
  if (number === undefined) return refused(reader, 'number', '没有注册号', 'No number');
  if (name === undefined) return refused(reader, 'name', '没有商标名称', 'No name');
  if (origin === undefined) return refused(reader, 'origin', '没有来源区县，名录条目必须写明来自哪里', 'No origin');
  if (holder === undefined) return refused(reader, 'holder', '没有权利人', 'No holder');
  const classes = (reader.text('classes') ?? '')
    .split(/\D+/)
    .map(Number)
    .filter((one) => one >= 1 && one <= 45);
  return {
    recordKey: `${origin}|${number}`,
    values: definedValues({
      origin,
      number,
      name,
      holder,
      classes: [...new Set(classes)],
      goods: line(reader, 'goods'),
      reason: line(reader, 'reason'),
      contact: line(reader, 'contact'),
      phone: reader.text('phone'),
      region: line(reader, 'region'),
      fromOn: reader.date('fromOn'),
      untilOn: reader.date('untilOn'),
    }),
    issues: reader.issues,
  };
}

/** Lists of protected marks of other districts of an alliance; taken in with where they come from, watched like own ones. */
export const allianceKind: ImportKind = {
  kind: 'alliance-marks',
  label: { zh: '区域联盟重点保护商标名录', en: 'Protected marks of allied districts' },
  description: {
    zh: '协作区县的重点保护商标名录，按来源区县收入，与本区名录一并监测',
    en: 'Directories of allied districts, kept with their origin and watched like our own',
  },
  recordType: {
    type: 'alliance-mark',
    label: { zh: '联盟名录商标', en: 'Mark of an allied district' },
    project: projectAlliance,
    describe: describeAlliance,
  },
  fields: [
    field('origin', ['来源区县', 'Origin'], 'text', ['所属区县', '来源地区', '推荐区县', '所属地区'], true),
    field('number', ['注册号', 'Number'], 'identifier', ['商标注册号', '商标号'], true),
    field('name', ['商标名称', 'Mark'], 'text', ['商标', '商标文字'], true),
    field('holder', ['权利人', 'Holder'], 'text', ['商标权利人', '注册人', '商标所有人'], true),
    field('classes', ['类别', 'Classes'], 'text', ['国际分类', '商品类别']),
    field('goods', ['使用商品', 'Goods'], 'text', ['核定商品', '商品']),
    field('reason', ['入选理由', 'Reason'], 'text', ['推荐理由', '保护理由']),
    field('contact', ['联系人', 'Contact'], 'text', ['打假联系人']),
    field('phone', ['联系电话', 'Phone'], 'text', ['电话', '联系方式']),
    field('region', ['打假区域', 'Region'], 'text', ['保护区域']),
    field('fromOn', ['保护期起', 'From'], 'date', ['列入日期', '保护起始日']),
    field('untilOn', ['保护期止', 'Until'], 'date', ['保护截止日', '有效期至']),
  ],
  senders: [],
  evidence: { fields: ['reason', 'region', 'contact', 'untilOn'], atLeast: 1 },
  duplicates: 'doubtful',
  check,
};
