import { bilingual } from '../site/words.ts';

export const protectedMarkWords = bilingual({
  zh: {
    title: '重点商标保护名录',
    intro: '本区重点保护的注册商标。列入名录是加强保护的工作安排，不是荣誉称号，不得用于广告宣传。',
    none: '名录目前没有商标。',
    nothing: '没有找到符合条件的商标。',
    search: '商标、注册号或者权利人',
    find: '查找',
    number: '注册号',
    classes: '类别',
    holder: '权利人',
    goods: '使用商品',
    period: '保护期',
    total: (n: number) => `共 ${n} 件`,
  },
  en: {
    title: 'Protected marks',
    intro: 'Registered marks the district protects with priority. To be listed is no honour and may not be advertised.',
    none: 'No mark is listed now.',
    nothing: 'No mark matches.',
    search: 'Mark, number or holder',
    find: 'Find',
    number: 'Number',
    classes: 'Classes',
    holder: 'Holder',
    goods: 'Goods',
    period: 'Protected',
    total: (n: number) => `${n} in all`,
  },
});
