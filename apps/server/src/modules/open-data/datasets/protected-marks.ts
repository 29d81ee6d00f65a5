import { listPublicMarks } from '../../trademark-watch/index.ts';
import type { Dataset } from '../domain/dataset.ts';

const both = (zh: string, en: string) => ({ zh, en });
const ALL = 100_000;

/** The directory of protected marks, as the page of the site shows it. */
export const protectedMarks: Dataset = {
  code: 'protected-marks',
  title: both('重点商标保护名录', 'Protected marks'),
  description: both(
    '本区重点保护的注册商标；不含联系人、辨认要点和监测信息。移出名录的不再公布。',
    'Registered marks the district protects with priority, without contacts, points of identification and the watch.',
  ),
  keywords: [both('商标', 'trademark'), both('保护', 'protection')],
  theme: 'JUST',
  columns: [
    { name: 'registration_no', title: both('注册号', 'Registration number'), type: 'string', required: true },
    { name: 'name', title: both('商标名称', 'Mark'), type: 'string', required: true },
    { name: 'classes', title: both('类别（以顿号分隔）', 'Nice classes'), type: 'string', required: true },
    { name: 'holder', title: both('权利人', 'Holder'), type: 'string', required: true },
    { name: 'goods', title: both('使用商品', 'Goods'), type: 'string' },
    { name: 'listed_on', title: both('列入日期', 'Listed on'), type: 'date', required: true },
    { name: 'until_on', title: both('保护期至', 'Protected until'), type: 'date' },
  ],
  key: ['registration_no'],
  read: async (ctx) =>
    (await listPublicMarks(ctx, { page: 1, pageSize: ALL })).items.map((one) => ({
      registration_no: one.registrationNo,
      name: one.name,
      classes: one.classes.join('、'),
      holder: one.holder,
      goods: one.goods,
      listed_on: one.listedOn,
      until_on: one.untilOn,
    })),
};
