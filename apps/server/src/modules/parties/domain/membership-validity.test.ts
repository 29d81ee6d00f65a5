import { describe, expect, it } from 'vitest';
import { isMembershipValid, type MembershipFacts } from './membership-validity.ts';

const base: MembershipFacts = {
  kind: 'standard-certified',
  standard: null,
  valid_from: null,
  valid_to: null,
  year: null,
  status_text: null,
};

describe('isMembershipValid', () => {
  it('does not count a 2013-edition certificate after 2025-12-31 whatever is printed (公告2023年第27号)', () => {
    const old = {
      ...base,
      standard: 'GB/T 29490-2013',
      valid_from: '2023-08-02',
      valid_to: '2026-08-01',
      status_text: '有效',
    };
    expect(isMembershipValid(old, '2025-12-31').valid).toBe(true);
    const after = isMembershipValid(old, '2026-01-01');
    expect(after.valid).toBe(false);
    expect(after.reason).toContain('29490-2013');
  });
  it('gives a high-tech certificate three years from issue when no last day is printed', () => {
    const cert = { ...base, kind: 'high-tech', valid_from: '2023-11-06' };
    expect(isMembershipValid(cert, '2026-11-05').valid).toBe(true);
    expect(isMembershipValid(cert, '2026-11-06').valid).toBe(false);
  });
  it.each(['撤销', '暂停', '过期失效'])('does not count a certificate in state %s', (status_text) => {
    expect(isMembershipValid({ ...base, status_text }, '2026-01-01').valid).toBe(false);
  });
  it('counts a list of a year without a period', () => {
    expect(isMembershipValid({ ...base, kind: 'above-scale', year: 2025 }, '2026-01-01')).toEqual({
      valid: true,
      reason: '列入 2025 年名单',
    });
  });
});
