import { expect, it } from 'vitest';
import { isPerson, maskApplicant, maskContact, maskText } from './mask-row.ts';

const ON = '2026-11-22';

it.each([
  ['张三', null, 'other', '张*', ''],
  ['欧阳娜娜', null, 'individual-business', '欧*', ''],
  ['盛泽张三丝绸店', '92320509MA1XXXXX01', 'individual-business', '盛泽张三丝绸店', '92320509MA1XXXXX01'],
  ['苏州某某科技有限公司', '91320509MA1XXXXX02', 'enterprise', '苏州某某科技有限公司', '91320509MA1XXXXX02'],
  ['某大学', null, 'university', '某大学', ''],
])('%s (%s, %s) is shown as %s', (name, uscc, kind, shown, code) => {
  expect(maskApplicant({ name, uscc, kind }, ON)).toEqual({ name: shown, uscc: code });
  expect(isPerson({ name, uscc, kind })).toBe(shown.endsWith('*'));
});

it('leaves no number of a person in free text, and every other number', () => {
  expect(maskText('保单 PX2025，联系 13812345678，身份证 320584199001011234，号 1700001', ON)).toBe(
    '保单 PX2025，联系 138****5678，身份证 3****************4，号 1700001',
  );
});

it('masks a contact', () => {
  expect(maskContact('13812345678', ON)).toBe('138****5678');
  expect(maskContact('李四', ON)).toBe('李*');
});
