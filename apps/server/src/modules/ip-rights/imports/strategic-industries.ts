import { createHash } from 'node:crypto';
import { cleanText, compileIpcPattern } from '@jince/identifiers';
import type { CheckContext, CheckedRow, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { describeStrategicIndustries } from '../repositories/describe-records.ts';
import { projectStrategicIndustries } from '../repositories/strategic-repository.ts';
import { addIssue } from './add-issue.ts';
import { importFields } from './field.ts';

const fields = importFields([
  [
    'code',
    '产业代码',
    'Code of the industry',
    'identifier',
    ['code', '战新产业代码', '战略性新兴产业代码', '代码'],
    true,
  ],
  ['name', '产业名称', 'Name of the industry', 'text', ['name', '战新产业名称', '战略性新兴产业名称', '名称'], true],
  [
    'include',
    'IPC分类号',
    'IPC patterns',
    'list',
    ['ipc_pattern', 'ipc', '国际专利分类号', 'IPC', '对应IPC', 'IPC 分类号'],
    true,
  ],
  ['exclude', '排除IPC分类号', 'IPC patterns left out', 'list', ['ipc_exclude', '排除IPC', '除外', '不含']],
  [
    'keywords',
    '限定关键词',
    'Keywords also asked for',
    'list',
    ['keyword_condition', '关键词', '限定条件', '关键词条件'],
  ],
]);

const CODE = /^[1-9](?:\.\d{1,2}){0,3}$/;
const SEPARATOR = /[;；,，、\s]+/;

/** Patterns of a cell; one that begins with '-', '!' or '除' is left out. Bad ones refuse the row. */
function readPatterns(reader: RowReader, field: 'include' | 'exclude'): { include: string[]; exclude: string[] } {
  const found = { include: [] as string[], exclude: [] as string[] };
  for (const text of reader.text(field)?.split(SEPARATOR) ?? []) {
    const [, minus, pattern] = /^([-!！除]?)(.*)$/.exec(text.toUpperCase()) ?? [];
    if (pattern === undefined || pattern === '') continue;
    try {
      compileIpcPattern(pattern);
      found[minus !== '' || field === 'exclude' ? 'exclude' : 'include'].push(pattern);
    } catch {
      addIssue(
        reader,
        'strategic.pattern',
        'refused',
        field,
        `“${text}”不是IPC分类号：大组写作G06F11*，小类H04M*，大类C08*，单个分类号G06F11/14`,
        `"${text}" is no IPC pattern: write G06F11* for a main group, H04M* for a subclass, G06F11/14 for one symbol`,
      );
    }
  }
  return found;
}

/** A condition of the table: industry, IPC patterns with exceptions, keywords. */
function checkCondition(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const code = reader.text('code');
  if (code === undefined || !CODE.test(code))
    addIssue(
      reader,
      'strategic.code',
      'refused',
      'code',
      code === undefined ? '缺少产业代码' : `产业代码“${code}”应如 1.1 或 1.1.2`,
      'The code of the industry must look like 1.1',
    );
  const name = reader.text('name');
  if (name === undefined)
    addIssue(reader, 'strategic.name-missing', 'refused', 'name', '缺少产业名称', 'The industry has no name');
  const own = readPatterns(reader, 'include');
  const { exclude } = readPatterns(reader, 'exclude');
  if (own.include.length === 0)
    addIssue(reader, 'strategic.no-pattern', 'refused', 'include', '没有可用的IPC分类号', 'There is no IPC pattern');
  const values = definedValues({
    code,
    name: name === undefined ? undefined : cleanText(name),
    include: own.include,
    exclude: [...own.exclude, ...exclude],
    keywords: reader.list('keywords', /[;；]/),
  });
  const refused = reader.issues.some((issue) => issue.severity === 'refused');
  // A condition has no number of its own in the table: what it says is its name.
  const said = createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16);
  return { recordKey: refused ? undefined : `${code}|${said}`, values, issues: reader.issues };
}

export const strategicIndustriesKind: ImportKind = {
  kind: 'strategic-industries',
  label: { zh: '战略性新兴产业与IPC对照表', en: 'Table of strategic industries and IPC' },
  description: {
    zh: '战略性新兴产业分类与国际专利分类参照关系表：一行一个条件。整表替换平台自带的表，最近一次导入的表有效；撤销后恢复前一张。',
    en: 'The table of strategic emerging industries and IPC, a row per condition. It replaces the table in use as a whole; taking it back restores the one before.',
  },
  recordType: {
    type: 'strategic-industry',
    label: { zh: '战略性新兴产业条件', en: 'Condition of a strategic industry' },
    project: projectStrategicIndustries,
    describe: describeStrategicIndustries,
  },
  fields,
  senders: [
    {
      code: 'table',
      label: { zh: '参照关系表', en: 'Reference table' },
      signature: ['产业代码', '产业名称', 'IPC分类号', '限定关键词'],
    },
  ],
  duplicates: 'merge',
  check: checkCondition,
};
