import { classAdvice } from '@jince/wujiang';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { photoType } from '../../../platform/files/photo-type.ts';
import { adviseClasses } from './advise-classes.ts';
import { type Assignee, holdersByTown } from './assign-by-town.ts';
import { fillRule, subjectOfRule } from './fill-template.ts';
import { judgeTarget, type Reading, type Standing } from './judge-target.ts';
import { type LoggedVisit, workOfVisits } from './work-of-visits.ts';

const reading = (over: Partial<Reading> = {}): Reading => ({
  present: true,
  stay: true,
  success: false,
  wanted: null,
  ...over,
});
const standing = (outcome: Standing['outcome'], leftKind: Standing['leftKind'] = null): Standing => ({
  outcome,
  leftKind,
});

describe('judgeTarget', () => {
  it('reads success, takes it back when it no longer holds, and gives it again', () => {
    expect(judgeTarget(standing(null), reading({ success: true }))).toEqual({ kind: 'succeeded' });
    expect(judgeTarget(standing('succeeded'), reading())).toEqual({ kind: 'reverted' });
    expect(judgeTarget(standing('reverted'), reading())).toBeUndefined();
    expect(judgeTarget(standing('reverted'), reading({ success: true }))).toEqual({ kind: 'succeeded' });
  });

  it('lets the unknown neither achieve nor take back, nor drive out', () => {
    expect(judgeTarget(standing(null), reading({ success: null }))).toBeUndefined();
    expect(judgeTarget(standing('succeeded'), reading({ success: null }))).toBeUndefined();
    expect(judgeTarget(standing(null), reading({ stay: null }))).toBeUndefined();
  });

  it('lets go who left the register or is struck off, whatever was reached, and takes back who returns', () => {
    expect(judgeTarget(standing('succeeded'), reading({ present: false, stay: null, success: null }))).toEqual({
      kind: 'left',
      leftKind: 'gone',
    });
    expect(judgeTarget(standing(null), reading({ stay: false, success: true }))).toEqual({
      kind: 'left',
      leftKind: 'stay',
    });
    expect(judgeTarget(standing('left', 'gone'), reading({ present: false }))).toBeUndefined();
    expect(judgeTarget(standing('left', 'gone'), reading())).toEqual({ kind: 'returned', succeeded: false });
    expect(judgeTarget(standing('left', 'stay'), reading({ success: true }))).toEqual({
      kind: 'returned',
      succeeded: true,
    });
  });

  it('takes back who was dropped by a rule only when the rule wants it again', () => {
    expect(judgeTarget(standing('left', 'rule'), reading())).toBeUndefined();
    expect(judgeTarget(standing('left', 'rule'), reading({ wanted: true }))).toEqual({
      kind: 'returned',
      succeeded: false,
    });
  });
});

const visit = (over: Partial<LoggedVisit>): LoggedVisit => ({
  visitedOn: '2026-05-10',
  at: '2026-05-10T08:00:00.000Z',
  result: 'contacted',
  step: null,
  nextStep: null,
  nextOn: null,
  counts: true,
  ...over,
});

describe('workOfVisits', () => {
  it('follows the day of the visit, not the arrival of its draft', () => {
    const late = visit({
      visitedOn: '2026-04-01',
      at: '2026-06-01T00:00:00.000Z',
      result: 'declined',
      nextOn: '2026-04-20',
    });
    const state = workOfVisits([visit({ result: 'in-progress', step: 'apply', nextOn: '2026-07-01' }), late]);
    expect(state).toMatchObject({
      work: 'in-progress',
      step: 'apply',
      contactedOn: '2026-04-01',
      nextOn: '2026-07-01',
      visits: 2,
    });
  });

  it('is not moved by visits that found nobody or came after the end', () => {
    expect(workOfVisits([visit({ result: 'not-found', nextOn: '2026-06-01' })])).toMatchObject({
      work: 'open',
      contactedOn: null,
      nextOn: '2026-06-01',
    });
    const after = visit({ visitedOn: '2026-08-01', result: 'declined', counts: false });
    expect(workOfVisits([visit({}), after])).toMatchObject({ work: 'contacted', visits: 2, lastVisitOn: '2026-08-01' });
  });

  it('does not depend on the order in which visits arrive', () => {
    const one = fc.record({
      visitedOn: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
      at: fc.integer({ min: 0, max: 1e6 }).map((n) => `2026-05-01T00:00:00.${String(n).padStart(7, '0')}Z`),
      result: fc.constantFrom('contacted', 'in-progress', 'declined', 'not-found'),
      step: fc.constantFrom(null, 'visit', 'apply'),
      nextStep: fc.constant(null),
      nextOn: fc.constantFrom(null, '2026-06-01'),
      counts: fc.boolean(),
    }) as fc.Arbitrary<LoggedVisit>;
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: (v) => v.at, maxLength: 8 }), (visits) => {
        expect(workOfVisits(visits.toReversed())).toEqual(workOfVisits(visits));
      }),
    );
  });
});

describe('photoType', () => {
  it('believes the content alone', () => {
    expect(photoType(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
    expect(photoType(Buffer.from('RIFF\0\0\0\0WEBPVP8 '))).toBe('image/webp');
    expect(photoType(Buffer.from('RIFF\0\0\0\0WAVEfmt '))).toBeUndefined();
    expect(photoType(Buffer.from('<svg onload="x">'))).toBeUndefined();
    expect(photoType(new Uint8Array())).toBeUndefined();
  });
});

describe('holdersByTown', () => {
  const of = (username: string, over: Partial<Assignee>): Assignee => ({
    id: username,
    name: username,
    username,
    towns: [],
    zoneTowns: [],
    district: false,
    ...over,
  });

  it('prefers who holds the town itself to who holds its zone, and gives nothing to the district unasked', () => {
    const holders = holdersByTown([
      of('zone', { zoneTowns: ['a', 'b'] }),
      of('town-2', { towns: ['a'] }),
      of('town-1', { towns: ['a'] }),
      of('officer', { district: true }),
    ]);
    expect(Object.fromEntries(holders)).toEqual({ a: ['town-1', 'town-2'], b: ['zone'] });
  });
});

describe('templates', () => {
  it('fill in the year and tell the subject', () => {
    expect(fillRule("p.filedOn >= date('{yearStart}')", '2026-11-22')).toBe("p.filedOn >= date('2026-01-01')");
    expect(subjectOfRule('patent.valid && patent.late')).toBe('patent');
    expect(subjectOfRule('enterprise.trademarks.exists(t, t.valid)')).toBe('enterprise');
    expect(subjectOfRule('has(madrid.expiresOn)')).toBe('madrid');
    expect(subjectOfRule('true')).toBe('enterprise');
  });
});

describe('adviseClasses', () => {
  const advise = (industryCode: string | null, scope: string | null) =>
    adviseClasses(classAdvice, { industryCode, industryLabel: null, scope });

  it('points a weaver to cloth, its neighbour to clothing, with the reason of each', () => {
    const advised = advise('C1751', '化纤织造；面料、服装销售；货物进出口');
    expect(advised.map((one) => [one.niceClass, one.strength])).toEqual(
      expect.arrayContaining([
        [24, 'core'],
        [25, 'core'],
        [35, 'related'],
        [20, 'neighbour'],
      ]),
    );
    expect(advised[0]?.reasons[0]).toEqual({ text: expect.stringContaining('第24类'), basis: '行业：C1751' });
    expect(advised.find((one) => one.niceClass === 35)?.reasons[0]?.basis).toBe('经营范围：进出口');
  });

  it('lets the longest industry code speak', () => {
    expect(advise('C1741', null).map((one) => one.niceClass)).toEqual(expect.arrayContaining([22, 23]));
    expect(
      advise('C1741', null)
        .filter((one) => one.strength === 'core')
        .map((one) => one.niceClass),
    ).toEqual([22, 23]);
  });

  it('says nothing where nothing points anywhere', () => {
    expect(advise(null, null)).toEqual([]);
    expect(advise('Z9999', '（依法须经批准的项目，经相关部门批准后方可开展经营活动，涉及面料的除外）')).toEqual([]);
  });
});
