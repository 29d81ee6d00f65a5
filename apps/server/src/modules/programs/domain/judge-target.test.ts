import { programmes } from '@jince/wujiang';
import { expect, test } from 'vitest';
import { judgeTarget } from './judge-target.ts';

const units = ['件', '项', '个', '万元', '份', '%', '人次'];
const judge = (label: string, unit = '件') =>
  judgeTarget({ label, unit }, { units, instead: programmes.settings.instead, on: '2026-11-22' });

test.each([
  '发明专利申请量',
  '新增发明专利申请',
  '专 利 授 权 数',
  '專利申請',
  'ＰＣＴ申请',
  'PCT 国际申请数量',
  '高价值发明专利申请量',
  '有效发明专利授权量',
  '实用新型（授权）',
  '专利新提交',
  'patent filings',
  '商标注册申请量',
  '软件著作权登记量',
  '知识产权申请数',
])('%s counts filings or grants and is refused with the notice', (label) => {
  const refusal = judge(label);
  expect(refusal).toMatchObject({ code: 'counted', notice: expect.stringContaining('国知发保字') });
});

test.each(['发明专利', '新增专利', '自主知识产权'])('%s in pieces must say what is counted', (label) => {
  expect(judge(label)?.code).toBe('unclear');
});

test.each([
  ['高价值发明专利存量净增', '件'],
  ['有效发明专利净增', '件'],
  ['专利转化运用收入', '万元'],
  ['专利授权许可合同金额', '万元'],
  ['专利导航报告', '份'],
  ['非正常专利申请撤回率', '%'],
  ['专利申请前评估覆盖率', '%'],
  ['知识产权管理制度', '项'],
  ['知识产权培训', '人次'],
])('%s (%s) may be agreed', (label, unit) => {
  expect(judge(label, unit)).toBeUndefined();
});

test('a unit the kind does not know is refused with those it knows', () => {
  expect(judge('带动农户', '户')).toEqual({ code: 'unit', units });
});

test('every target the pack suggests may be agreed', () => {
  const refused = programmes.kinds.flatMap((kind) =>
    kind.targets
      .filter(({ label, unit }) => judgeTarget({ label, unit }, { units: kind.units, instead: [], on: '2026-11-22' }))
      .map(({ label }) => [kind.code, label]),
  );
  expect(refused).toEqual([]);
});
