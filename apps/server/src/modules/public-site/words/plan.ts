import { bilingual } from '../site/words.ts';

export const planWords = bilingual({
  zh: {
    title: '规划指标',
    intro: (plan: string) => `《${plan}》中向社会公开的指标：每一个数字都写明怎么数、从哪里来、截至哪一天。`,
    definition: '口径',
    source: '依据',
    target: (year: number, value: string) => `${year} 年目标 ${value}`,
    exampleTarget: '示例目标',
    exampleTargetWhy: '目标值为演示用示例，规划没有写明数字。',
    noFigure: '暂无数据',
    trend: '近三年各季末',
    trendFrom: (from: string, to: string, first: string, last: string) => `${from} 为 ${first}，${to} 为 ${last}`,
    clause: (code: string) => `规划 ${code}`,
    made: '数字由登记数据按规则算出，每次导入后自动更新。',
    planSource: '规划文本',
  },
  en: {
    title: 'The plan in figures',
    intro: (plan: string) => `Public figures of ${plan}: what each counts, where it comes from and as of which day.`,
    definition: 'Definition',
    source: 'Basis',
    target: (year: number, value: string) => `Target ${year}: ${value}`,
    exampleTarget: 'example target',
    exampleTargetWhy: 'The target is invented for demonstration: the plan gives no number.',
    noFigure: 'no data yet',
    trend: 'Ends of quarters, three years',
    trendFrom: (from: string, to: string, first: string, last: string) => `${first} on ${from}, ${last} on ${to}`,
    clause: (code: string) => `Clause ${code}`,
    made: 'Figures are counted from the registers by rules, anew after each import.',
    planSource: 'Text of the plan',
  },
});
