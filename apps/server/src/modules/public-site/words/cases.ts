import { bilingual } from '../site/words.ts';

export const caseWords = bilingual({
  zh: {
    title: '知识产权行政处罚信息',
    intro: '依法公示适用普通程序作出的知识产权行政处罚信息。涉及个人信息的内容已依法处理，公示期满自动停止。',
    none: '目前没有公示的行政处罚信息。',
    nothing: '没有找到符合条件的行政处罚信息。',
    search: '文号、当事人或者违法行为',
    find: '查找',
    number: '决定书文号',
    party: '当事人',
    code: '统一社会信用代码',
    behaviour: '违法行为类型',
    penalty: '处罚内容',
    organ: '作出决定机关',
    decidedOn: '决定日期',
    until: (on: string) => `公示至 ${on}`,
    total: (n: number) => `共 ${n} 条`,
    basis:
      '依据《市场监督管理行政处罚信息公示规定》：仅给予警告和适用简易程序的处罚不予公示；决定被变更、撤销的，依法撤回。',
    link: '行政处罚信息公示',
  },
  en: {
    title: 'Penalties in intellectual property',
    intro:
      'Penalties by the general procedure, published by law. Personal information is masked; publicity ends by itself on its day.',
    none: 'No penalty is published now.',
    nothing: 'No penalty matches.',
    search: 'Number, party or kind of act',
    find: 'Find',
    number: 'Decision',
    party: 'Party',
    code: 'Credit code',
    behaviour: 'Kind of act',
    penalty: 'Penalty',
    organ: 'Authority',
    decidedOn: 'Decided on',
    until: (on: string) => `shown until ${on}`,
    total: (n: number) => `${n} in all`,
    basis:
      'Rules on the publicity of penalties: mere warnings and penalties on the spot are not published; changed or annulled decisions are withdrawn as the law wants.',
    link: 'Penalties published',
  },
});
