import { creditRuleSets, creditRulesOn } from '@jince/law';
import { describe, expect, it } from 'vitest';
import { type CreditEvent, documentKeyOf } from './credit-event.ts';
import { gradeOf, settleEvents } from './settle-events.ts';

const patent = creditRuleSets.find((one) => one.ruleSet === 'patent-agency')!;
const rules = creditRulesOn(patent, '2026-06-01')!;

type Part = Partial<Omit<CreditEvent, 'documentKey'>> & { sort: string; on: string; documentNo?: string };
const event = ({ documentNo, ...part }: Part, i = 0): CreditEvent => ({
  id: `e${i}`,
  subjectType: 'agency',
  subjectId: 'a',
  expiresOn: null,
  revokedOn: null,
  repairedOn: null,
  withdrawn: false,
  documentKey: documentKeyOf(documentNo ?? null),
  ...part,
});
const standings = (parts: readonly Part[], on: string) =>
  settleEvents(rules, parts.map(event), on).events.map((one) => [one.standing, one.counted]);

describe('worked examples of the rules', () => {
  const examples = creditRuleSets.flatMap((set) => set.examples.map((one) => ({ set, name: set.ruleSet, ...one })));
  it.each(examples)('$name on $on: $what', ({ set, on, subject, events, score, grade }) => {
    const version = creditRulesOn(set, on);
    const given = events.map((one, i) => event({ ...one, subjectType: subject }, i));
    const settled = version === undefined ? { score: null, grade: null } : settleEvents(version, given, on);
    expect(settled).toMatchObject({ score, grade });
  });
});

describe('how an event stands', () => {
  it.each([
    ['2026-01-09', 'not-yet', 0],
    ['2026-01-10', 'counts', -20],
    ['2028-01-09', 'counts', -20],
    ['2028-01-10', 'expired', 0],
  ])('a fine of 2026-01-10 on %s: %s', (on, standing, counted) =>
    expect(standings([{ sort: 'penalty-fine', on: '2026-01-10' }], on)).toEqual([[standing, counted]]),
  );
  it('counts until the day a court sets it aside, not after', () => {
    const fine = { sort: 'penalty-fine', on: '2026-01-10', revokedOn: '2026-05-01' };
    expect(standings([fine], '2026-04-30')).toEqual([['counts', -20]]);
    expect(standings([fine], '2026-05-01')).toEqual([['revoked', 0]]);
  });
  it('never counts what was entered by mistake, or has no item', () => {
    expect(standings([{ sort: 'penalty-fine', on: '2026-01-10', withdrawn: true }], '2026-02-01')).toEqual([
      ['withdrawn', 0],
    ]);
    expect(standings([{ sort: 'rumour', on: '2026-01-10' }], '2026-02-01')).toEqual([['no-item', 0]]);
  });
  it('lets the end the authority set come before the term of the item, never after', () => {
    const fine = { sort: 'penalty-fine', on: '2026-01-10' };
    expect(standings([{ ...fine, expiresOn: '2026-07-10' }], '2026-07-10')).toEqual([['expired', 0]]);
    expect(standings([{ ...fine, expiresOn: '2030-01-10' }], '2028-01-10')).toEqual([['expired', 0]]);
  });
});

describe('one paper', () => {
  const paper = { on: '2026-01-10', documentNo: '苏知法处字〔2026〕3号' };
  it('counts once, with the heaviest of its grounds', () => {
    const both = [
      { ...paper, sort: 'unreported-change' },
      { ...paper, sort: 'penalty-fine' },
    ];
    expect(standings(both, '2026-02-01')).toEqual([
      ['same-document', 0],
      ['counts', -20],
    ]);
    expect(settleEvents(rules, both.map(event), '2026-02-01').events[0]?.insteadOf).toBe('e1');
  });
  it('lets the lighter ground count again when the heavier one is set aside', () => {
    const both = [
      { ...paper, sort: 'unreported-change' },
      { ...paper, sort: 'penalty-fine', revokedOn: '2026-03-01' },
    ];
    expect(standings(both, '2026-03-01')).toEqual([
      ['counts', -5],
      ['revoked', 0],
    ]);
  });
  it.each([
    ['苏知法处字〔2026〕3号', '苏知法处字[2026] 3 号', true],
    ['苏知法处字〔2026〕3号', '苏知法处字（２０２６）3号', true],
    ['苏知法处字〔2026〕3号', '苏知法处字〔2026〕13号', false],
    ['  ', null, true],
  ])('%s and %s are the same: %s', (a, b, same) => expect(documentKeyOf(a) === documentKeyOf(b)).toBe(same));
});

describe('caps and grades', () => {
  it('leaves the later event what the cap leaves', () => {
    const late = (on: string) => ({ sort: 'unanswered-inquiry', on });
    expect(
      standings([late('2026-01-01'), late('2026-01-02'), late('2026-01-03'), late('2026-01-04')], '2026-02-01'),
    ).toEqual([
      ['counts', -3],
      ['counts', -3],
      ['counts', -3],
      ['capped', 0],
    ]);
  });
  it.each([
    [103, 'A+'],
    [100, 'A'],
    [90, 'A'],
    [89.9, 'B'],
    [80, 'B'],
    [60, 'C'],
    [59.9, 'D'],
    [0, 'D'],
  ])('%d is %s', (score, grade) => expect(gradeOf(rules, score)).toBe(grade));
  it('holds the grade down and says by what', () => {
    const honours = [
      event({ sort: 'serious-dishonesty', on: '2026-01-01' }, 0),
      event({ sort: 'honour', on: '2026-01-02' }, 1),
      event({ sort: 'public-service', on: '2026-01-03' }, 2),
      event({ sort: 'honour', on: '2026-01-03' }, 3),
      event({ sort: 'public-service', on: '2026-01-04' }, 4),
    ];
    expect(settleEvents(rules, honours, '2026-02-01')).toMatchObject({
      score: 60,
      gradeByPoints: 'C',
      grade: 'D',
      heldDownBy: { item: 'serious-dishonesty' },
    });
  });
  it('never falls below the floor', () => {
    const all = ['revocation', 'criminal-penalty'].map((_, i) =>
      event({ sort: 'criminal-penalty', on: '2026-01-01' }, i),
    );
    expect(settleEvents(rules, all, '2026-02-01').score).toBe(0);
  });
});
