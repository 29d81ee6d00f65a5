import { describe, expect, it } from 'vitest';
import { creditRuleSets } from './credit-rules.ts';
import { creditSorts, refineCreditSort } from './credit-sorts.ts';

describe('sorts of events', () => {
  it('are those the rules name', () => {
    const named = new Set(
      creditRuleSets.flatMap((set) => set.versions.flatMap((one) => one.items.flatMap((item) => item.sorts))),
    );
    expect([...named].sort()).toEqual(creditSorts.map((one) => one.sort).sort());
  });
  it.each([
    ['penalty', '警告', null, 'penalty-warning'],
    ['penalty', '警告，并处罚款5万元', null, 'penalty-fine'],
    ['penalty', '警告', 500_000, 'penalty-fine'],
    ['penalty', '责令停止承接新的专利代理业务6个月，罚款', null, 'penalty-suspension'],
    ['penalty', '吊销专利代理机构执业许可证', null, 'penalty-revocation'],
    ['penalty', '责令改正', null, 'penalty'],
    ['association-discipline', '取消会员资格', null, 'association-expulsion'],
    ['honour', '通报批评', null, 'honour'],
  ])('%s “%s” %s is %s', (sort, text, amount, told) => expect(refineCreditSort(sort, text, amount)).toBe(told));
});
