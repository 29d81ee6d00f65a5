import { describe, expect, it } from 'vitest';
import { type Compared, sameMatter, sayWhySame } from './same-matter.ts';

const letter = (over: Partial<Compared> = {}): Compared => ({
  sort: 'report',
  subjectName: '苏州示例纺织有限公司',
  subjectUscc: null,
  rightNumber: null,
  behaviourRow: 4,
  receivedOn: '2026-11-02',
  personKey: null,
  ...over,
});
const behaviour = () => ({ zh: '销售侵权商品', en: 'sale of infringing goods' });

describe('sameMatter', () => {
  it('joins the same business, behaviour and window', () => {
    expect(sameMatter(letter({ receivedOn: '2026-11-20' }), letter(), 90)).toEqual({
      by: 'name',
      match: 'behaviour',
      value: '4',
      days: 18,
    });
  });

  it('ends with the window, and never joins backwards', () => {
    expect(sameMatter(letter({ receivedOn: '2027-02-01' }), letter(), 90)).toBeUndefined();
    expect(sameMatter(letter({ receivedOn: '2027-01-31' }), letter(), 90)?.days).toBe(90);
    expect(sameMatter(letter({ receivedOn: '2026-11-01' }), letter(), 90)).toBeUndefined();
  });

  it('trusts the code above the name, where both letters give it', () => {
    const one = letter({ subjectUscc: '91320509MA1T000560' });
    expect(sameMatter(letter({ subjectUscc: '91320509MA1T000561' }), one, 90)).toBeUndefined();
    expect(sameMatter(letter({ subjectUscc: '91320509MA1T000560', subjectName: '另一写法' }), one, 90)?.by).toBe(
      'uscc',
    );
    expect(sameMatter(letter(), one, 90)?.by).toBe('name');
  });

  it('keeps two rights of one business apart', () => {
    const one = letter({ rightNumber: '第1234567号' });
    expect(sameMatter(letter({ rightNumber: '7654321' }), one, 90)).toBeUndefined();
    expect(sameMatter(letter({ rightNumber: '1234567', behaviourRow: 2 }), one, 90)?.match).toBe('right');
  });

  it('joins complaints of the same person alone, and never a complaint with a report', () => {
    const complaint = (personKey: string | null) => letter({ sort: 'complaint', personKey });
    expect(sameMatter(complaint('a'), complaint('b'), 90)).toBeUndefined();
    expect(sameMatter(complaint(null), complaint(null), 90)).toBeUndefined();
    expect(sameMatter(complaint('a'), complaint('a'), 90)?.match).toBe('behaviour');
    expect(sameMatter(complaint('a'), letter({ personKey: 'a' }), 90)).toBeUndefined();
  });

  it('says why', () => {
    const same = sameMatter(letter({ receivedOn: '2026-11-20' }), letter(), 90);
    expect(same && sayWhySame(same, behaviour).zh).toBe(
      '被举报（投诉）人名称相同；违法行为相同（销售侵权商品）；相隔18日',
    );
  });
});
