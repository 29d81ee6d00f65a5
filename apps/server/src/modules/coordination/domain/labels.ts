import type { handOverKind, taskKind } from '@jince/contract';
import type { z } from 'zod';
import type { Bilingual } from '../../../platform/i18n/language.ts';

export type HandOverKind = z.output<typeof handOverKind>;
export type TaskKind = z.output<typeof taskKind>;

export const handOverKindLabels: Readonly<Record<HandOverKind, Bilingual>> = {
  criminal: { zh: '涉嫌犯罪案件移送', en: 'Suspected crime' },
  administrative: { zh: '行政案件移送', en: 'Administrative case' },
  clue: { zh: '线索通报', en: 'Clue' },
  assistance: { zh: '协助调查', en: 'Help with an investigation' },
  judicial: { zh: '司法建议、检察意见', en: 'Judicial suggestion' },
};

export const taskKindLabels: Readonly<Record<TaskKind, Bilingual>> = {
  campaign: { zh: '专项行动', en: 'Campaign' },
  enforcement: { zh: '联合执法', en: 'Joint enforcement' },
  exchange: { zh: '数据交换', en: 'Exchange of data' },
  training: { zh: '业务培训', en: 'Training' },
  research: { zh: '会商研究', en: 'Research' },
  decision: { zh: '会议议定事项', en: 'Decision of a meeting' },
};
