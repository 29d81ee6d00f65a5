import { readPublicPlan } from '../../plan/index.ts';
import type { Dataset } from '../domain/dataset.ts';

const both = (zh: string, en: string) => ({ zh, en });

/** The plan's figures that the district made public. */
export const planIndicators: Dataset = {
  code: 'plan-indicators',
  title: both('规划公开指标', 'Public figures of the plan'),
  description: both(
    '知识产权规划中向社会公开的指标及其现值，由登记数据按公开的口径计算。',
    'Figures of the IP plan that are public, with their values as computed from the registers by the definition given.',
  ),
  keywords: [both('规划指标', 'indicators'), both('知识产权', 'intellectual property')],
  theme: 'GOVE',
  columns: [
    { name: 'clause', title: both('规划条款', 'Clause of the plan'), type: 'string', required: true },
    { name: 'indicator', title: both('指标代码', 'Code'), type: 'string', required: true },
    { name: 'label', title: both('指标', 'Indicator'), type: 'string', required: true },
    { name: 'definition', title: both('口径', 'Definition'), type: 'string', required: true },
    { name: 'unit', title: both('单位', 'Unit'), type: 'string' },
    {
      name: 'value',
      title: both('现值', 'Value'),
      type: 'number',
      description: both('空表示现有登记数据尚不能计算', 'Empty where the registers do not reach'),
    },
    { name: 'source', title: both('数据来源', 'Source'), type: 'string' },
  ],
  key: ['clause', 'indicator'],
  read: async (ctx) =>
    // The words of the data are Chinese whoever asks.
    (await readPublicPlan({ ...ctx, language: 'zh' })).clauses.flatMap((clause) =>
      clause.indicators.map((one) => ({
        clause: clause.code,
        indicator: one.code,
        label: one.label,
        definition: one.definition,
        unit: one.unit === '' ? null : one.unit,
        value: one.value,
        source: one.source,
      })),
    ),
};
