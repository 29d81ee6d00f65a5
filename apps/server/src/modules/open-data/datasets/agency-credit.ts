import { loadFacts } from '../../../platform/facts/index.ts';
import type { Dataset } from '../domain/dataset.ts';
import { directory } from './agencies.ts';

const both = (zh: string, en: string) => ({ zh, en });
const GRADE = 'credit.grade';
const EVALUATED = 'credit.evaluatedOn';

/** Final grades of credit; nothing of what led to them. */
export const agencyCredit: Dataset = {
  code: 'agency-credit',
  title: both('服务机构信用等级', 'Credit grades of agencies'),
  description: both(
    '知识产权服务机构经评价确定的信用等级和评价日期；尚在公示、异议期的初步结果不公开。',
    'Credit grades of IP service agencies once final, with the day; preliminary results are not public.',
  ),
  keywords: [both('信用评价', 'credit'), both('知识产权服务', 'IP services')],
  theme: 'GOVE',
  columns: [
    { name: 'id', title: both('机构编号', 'Identifier'), type: 'string', required: true },
    { name: 'name', title: both('机构名称', 'Name'), type: 'string', required: true },
    { name: 'credit_code', title: both('统一社会信用代码', 'Unified social credit code'), type: 'string' },
    { name: 'grade', title: both('信用等级', 'Grade'), type: 'string', required: true },
    { name: 'evaluated_on', title: both('评价日期', 'Evaluated on'), type: 'date' },
  ],
  key: ['id'],
  read: async (ctx) => {
    const known = ctx.services.facts.subjects.get('agency')?.facts;
    const paths = [GRADE, EVALUATED].filter((path) => known?.has(path));
    const agencies = (await directory(ctx)).filter((one) => one.grade !== null);
    if (!paths.includes(GRADE) || agencies.length === 0) return [];
    const { rows } = await loadFacts(ctx, {
      subject: 'agency',
      ids: agencies.map((one) => one.id),
      paths,
      everyone: true,
    });
    return agencies.flatMap((one) => {
      const { [GRADE]: grade, [EVALUATED]: on } = rows.get(one.id) ?? {};
      if (typeof grade !== 'string') return [];
      return [
        { id: one.id, name: one.name, credit_code: one.uscc, grade, evaluated_on: typeof on === 'string' ? on : null },
      ];
    });
  },
};
