import { stateCouncilCalendar } from '@jince/calendar';
import { describe, expect, it } from 'vitest';
import { type CustodyRecord, custodyIntact, FIRST_LINK, type LinkedRecord, linkCustody } from './custody-chain.ts';
import { canExtend, type MeasureClock, type MeasureEvent, measureDeadline, measureState } from './measure-clock.ts';
import { readThingCode, thingCode } from './thing-code.ts';

function chainOf(...acts: string[]): LinkedRecord[] {
  let previousHash = FIRST_LINK;
  return acts.map((act, at) => {
    const entry: CustodyRecord = {
      subject: 'item',
      subjectId: 'a',
      seq: at + 1,
      act,
      happenedAt: '2026-11-20T08:00:00.000Z',
      from: '甲',
      to: '乙',
      place: null,
      reason: null,
      details: { b: 1, a: '二' },
      by: '丙',
      recordedAt: '2026-11-20T08:00:00.000Z',
    };
    const linked = { ...entry, previousHash, hash: linkCustody(previousHash, entry) };
    previousHash = linked.hash;
    return linked;
  });
}

describe('a chain of custody', () => {
  const chain = chainOf('intake', 'store', 'lend');
  const head = chain.at(-1)?.hash ?? null;

  it('holds as it was written, whatever the order of the details', () => {
    expect(custodyIntact(chain, head)).toBe(true);
    expect(
      custodyIntact(
        chain.map((entry) => ({ ...entry, details: { a: '二', b: 1 } })),
        head,
      ),
    ).toBe(true);
  });

  it.each([
    ['a changed word', chain.map((entry) => (entry.seq === 2 ? { ...entry, to: '丁' } : entry))],
    ['a missing entry', [chain[0], chain[2]] as LinkedRecord[]],
    ['a missing end', chain.slice(0, 2)],
    ['an added entry', [...chain, ...chainOf('return')]],
    ['nothing', []],
  ])('does not with %s', (_what, entries) => {
    expect(custodyIntact(entries, head)).toBe(false);
  });
});

const clock = (kind: MeasureClock['kind'], startedOn: string, events: MeasureEvent['event'][] = []): MeasureClock => ({
  kind,
  rule: kind === 'preservation' ? 'case.evidence-preservation' : 'case.seizure',
  startedOn,
  events: events.map((event) => ({ event, by: '负责人', reason: '案情复杂', at: '2026-11-20T08:00:00Z' })),
  endedOn: null,
});
const stateOn = (one: MeasureClock, today: string) =>
  measureState(one, measureDeadline(one, stateCouncilCalendar), today);

describe('clocks of measures (行政处罚法 56, 行政强制法 25)', () => {
  it('a preservation lapses by itself after seven working days', () => {
    const one = clock('preservation', '2026-11-20');
    expect(stateOn(one, '2026-12-01').standing).toBe('last-days');
    const after = stateOn(one, '2026-12-02');
    expect(after.standing).toBe('lapsed');
    expect(after.sentence.zh).toContain('自动解除');
    expect(canExtend(one, '2026-11-25', stateCouncilCalendar)).toBe(false);
  });

  it('a seizure is unlawful from the day after its last one', () => {
    const one = clock('detention', '2026-10-20');
    expect(stateOn(one, '2026-11-19')).toMatchObject({ standing: 'last-days', daysLeft: 0 });
    const after = stateOn(one, '2026-11-20');
    expect(after).toMatchObject({ standing: 'unlawful', daysLeft: -1 });
    expect(after.sentence.zh).toContain('没有法律依据');
  });

  it('is extended once, and not after it has run out', () => {
    const one = clock('sealing', '2026-10-20');
    expect(canExtend(one, '2026-11-19', stateCouncilCalendar)).toBe(true);
    expect(canExtend(one, '2026-11-20', stateCouncilCalendar)).toBe(false);
    const extended = clock('sealing', '2026-10-20', [{ type: 'extend', on: '2026-11-18' }]);
    expect(measureDeadline(extended, stateCouncilCalendar).dueOn).toBe('2026-12-19');
    expect(canExtend(extended, '2026-11-19', stateCouncilCalendar)).toBe(false);
  });

  it('stands still while a thing is tested', () => {
    const still = clock('detention', '2026-10-20', [{ type: 'suspend', cause: 'testing', on: '2026-11-01' }]);
    expect(stateOn(still, '2026-12-30').standing).toBe('still');
    const tested = clock('detention', '2026-10-20', [
      { type: 'exclude', cause: 'testing', from: '2026-11-01', to: '2026-11-10' },
    ]);
    expect(measureDeadline(tested, stateCouncilCalendar).dueOn).toBe('2026-11-29');
  });

  it('ended late says how many days were unlawful', () => {
    const one = { ...clock('detention', '2026-10-20'), endedOn: '2026-11-22' };
    expect(stateOn(one, '2026-11-23').sentence.zh).toContain('超过期限3日');
  });
});

describe('codes of labels', () => {
  it('are read back, and a mistyped digit is not', () => {
    const code = thingCode(2026, 123);
    expect(code).toMatch(/^WP26000123[0-9A-Z]$/);
    expect(readThingCode(` ${code.toLowerCase()} `)).toBe(code);
    for (let at = 2; at < 10; at++) {
      const digit = (Number(code[at]) + 1) % 10;
      expect(readThingCode(`${code.slice(0, at)}${digit}${code.slice(at + 1)}`)).toBeUndefined();
    }
    expect(readThingCode('WP')).toBeUndefined();
  });
});
