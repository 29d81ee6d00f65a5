import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../repositories/case-repository.ts';
import type { CaseEntryRow, CasePartyRow } from './case-types.ts';
import type { CheckInput } from './check-input.ts';
import { checksOf } from './checks.ts';

const row = (over: Partial<CaseRow> = {}) =>
  ({
    state: 'deciding',
    behaviour_row: 4,
    act_from: '2026-01-01',
    act_to: '2026-06-01',
    received_on: '2026-07-01',
    endangers: false,
    no_fault: false,
    first_offence: false,
    corrected: false,
    transfer_open: false,
    ...over,
  }) as CaseRow;
const entry = (kind: string, data: object, seq = 1): CaseEntryRow => ({
  seq,
  kind,
  on: '2026-08-01',
  data: data as Record<string, unknown>,
  at: '2026-08-01T00:00:00Z',
  by: '某人',
  backDatedReason: null,
});
const party = (natural: boolean) => ({ side: 'suspect', natural, name: '某店' }) as CasePartyRow;
const officer = (name: string, over: object = {}) => ({
  name,
  certificateUntil: '2030-01-01',
  valid: true,
  conflict: null,
  ...over,
});
const input = (over: Partial<CheckInput> = {}): CheckInput => ({
  row: row(),
  parties: [party(false)],
  rights: [],
  officers: [officer('甲'), officer('乙')],
  entries: [],
  thresholds: [],
  law: undefined,
  earlier: [],
  decision: undefined,
  today: '2026-09-01',
  language: 'zh',
  ...over,
});
const check = (name: string, over: Partial<CheckInput> = {}) => checksOf(input(over)).find((one) => one.check === name);

describe('checks of a case', () => {
  it('offer a hearing to a person from 10,000 yuan on, to an organisation from 100,000', () => {
    const told = (fineFen: number) => [entry('notice', { fineFen, confiscatedFen: 0, hearing: false })];
    expect(check('hearing', { parties: [party(true)], entries: told(999_999) })?.standing).toBe('none');
    expect(check('hearing', { parties: [party(true)], entries: told(1_000_000) })).toMatchObject({
      standing: 'stop',
      text: expect.stringContaining('10,000元'),
      verify: expect.stringContaining('江苏'),
    });
    expect(check('hearing', { entries: told(9_999_999) })?.standing).toBe('none');
    expect(check('hearing', { entries: told(10_000_000) })?.standing).toBe('stop');
    expect(check('hearing', { entries: [entry('notice', { fineFen: 10_000_000, hearing: true })] })?.standing).toBe(
      'done',
    );
  });

  it('count what is confiscated for the hearing, too', () => {
    expect(check('hearing', { entries: [entry('report', { fineFen: 0, confiscatedFen: 10_000_000 })] })?.standing).toBe(
      'stop',
    );
  });

  it('let no act be fined twice, but another time of the same kind', () => {
    const earlier = { number: 'AJ2026-00001', behaviourRow: 4, decidedOn: '2026-08-01', fineFen: 500_000 };
    const same = check('one-fine', { earlier: [{ ...earlier, actFrom: '2026-03-01', actTo: '2026-03-31' }] });
    expect(same).toMatchObject({
      standing: 'stop',
      article: '行政处罚法(2021)第29条',
      text: expect.stringContaining('AJ2026-00001'),
    });
    expect(check('one-fine', { earlier: [{ ...earlier, actFrom: '2025-01-01', actTo: '2025-12-31' }] })?.standing).toBe(
      'done',
    );
    expect(
      check('one-fine', { earlier: [{ ...earlier, behaviourRow: 14, actFrom: null, actTo: null }] })?.standing,
    ).toBe('done');
  });

  it('doubt a first offence where earlier penalties are known', () => {
    const first = { row: row({ first_offence: true, corrected: true }) };
    expect(check('leniency', first)?.text).toContain('可以不予行政处罚');
    const earlier = [{ number: 'X', behaviourRow: 3, actFrom: null, actTo: null, decidedOn: '2025-01-01', fineFen: 1 }];
    expect(check('leniency', { ...first, earlier })?.text).toContain('请核对');
  });

  it('stop for a certificate that has run out and for an interest, until the case has ended', () => {
    const lapsed = [officer('甲', { valid: false, certificateUntil: '2026-08-31' }), officer('乙')];
    expect(check('certificate', { officers: lapsed })).toMatchObject({
      standing: 'stop',
      text: expect.stringContaining('2026-08-31'),
    });
    expect(check('officers', { officers: lapsed })?.standing).toBe('stop');
    expect(check('certificate', { officers: lapsed, row: row({ state: 'closed' }) })?.standing).toBe('warn');
    expect(check('conflict', { officers: [officer('甲', { conflict: '近亲属' }), officer('乙')] })?.article).toContain(
      '第43条',
    );
  });

  it('want a legal review after a hearing, one made after it', () => {
    const heard = entry('hearing', {}, 5);
    expect(check('legal-review', { entries: [entry('legal-review', { opinion: 'agree' }, 3), heard] })?.standing).toBe(
      'stop',
    );
    expect(check('legal-review', { entries: [heard, entry('legal-review', { opinion: 'agree' }, 6)] })?.standing).toBe(
      'done',
    );
    expect(check('legal-review', { entries: [heard, entry('legal-review', { opinion: 'amend' }, 6)] })?.standing).toBe(
      'stop',
    );
  });

  it('stop where the notice of a hearing came too late for it, and say where nobody knows', () => {
    const held = (notifiedOn: string | null) => entry('hearing', { heldOn: '2026-03-20', notifiedOn }, 9);
    const served = (on: string, seq: number) => ({ ...entry('service', { what: 'hearing-notice' }, seq), on });
    const asked = entry('hearing-request', {}, 3);
    const standing = (...entries: CaseEntryRow[]) => check('notice-days', { entries })?.standing;
    expect(check('notice-days')).toBeUndefined();
    expect(standing(held(null))).toBe('warn');
    expect(standing(held('2026-03-11'))).toBe('done');
    expect(check('notice-days', { entries: [held('2026-03-12')] })).toMatchObject({
      standing: 'stop',
      text: expect.stringContaining('2026-03-11'),
      article: '行政处罚法(2021)第64条第二项',
    });
    // The service on file goes before what was said; one of an earlier hearing does not count.
    expect(standing(asked, served('2026-03-12', 5), held('2026-03-02'))).toBe('stop');
    expect(standing(served('2026-03-02', 2), asked, held(null))).toBe('warn');
    expect(standing(entry('hearing', { heldOn: '2020-03-20' }))).toBeUndefined();
  });

  it('know the longer limitation, and stop without the day of the act only where it must be known', () => {
    const old = { act_from: null, act_to: '2023-06-01' };
    expect(check('limitation', { row: row(old) })?.standing).toBe('stop');
    expect(check('limitation', { row: row({ ...old, endangers: true }) })?.standing).toBe('done');
    expect(check('limitation', { row: row({ act_to: null }) })?.standing).toBe('warn');
  });
});
