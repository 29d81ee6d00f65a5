import type { ImportKind } from '../../../platform/imports/import-kind.ts';
import { matchImportMentions } from '../../parties/index.ts';
import { describeTrademarks } from '../repositories/describe-records.ts';
import { projectTrademarks } from '../repositories/project-trademarks.ts';
import { checkTrademark } from './check-trademark.ts';
import { trademarkFields, trademarkSenders } from './trademark-fields.ts';

export const trademarksKind: ImportKind = {
  kind: 'trademarks',
  label: { zh: '商标', en: 'Trademarks' },
  description: {
    zh: '商标明细：一行一个（申请/注册号，国际分类）。多类别商标请每类一行。',
    en: 'Trademarks, a row per number and Nice class.',
  },
  recordType: {
    type: 'trademark',
    label: { zh: '商标', en: 'Trademark' },
    project: projectTrademarks,
    describe: describeTrademarks,
  },
  fields: trademarkFields,
  senders: trademarkSenders,
  duplicates: 'doubtful',
  check: checkTrademark,
  afterRead: matchImportMentions,
};
