import { describe, expect, it } from 'vitest';
import { readWay } from './way.ts';

type State = Parameters<typeof readWay>[0][number];
type Short = [state: string, standing: State['standing'], mark?: 'passed' | 'current'];

const states = (...short: Short[]): State[] =>
  short.map(([state, standing, mark]) => ({
    state,
    label: state,
    standing,
    passed: mark !== undefined,
    current: mark === 'current',
  }));
const line = (given: State[]) => readWay(given).steps.map((step) => `${step.state}:${step.mark}`);

describe('the way of a file', () => {
  it('marks what was passed, where it stands and what lies ahead', () => {
    const way = states(
      ['draft', 'draft', 'passed'],
      ['filed', 'open', 'current'],
      ['decided', 'open'],
      ['paid', 'done'],
    );
    expect(line(way)).toEqual(['draft:passed', 'filed:current', 'decided:ahead', 'paid:ahead']);
    expect(readWay(way)).toMatchObject({ aside: undefined, reached: 2 });
  });

  it('puts an end without success beside the way, with nothing ahead', () => {
    const way = states(
      ['draft', 'draft', 'passed'],
      ['filed', 'open', 'passed'],
      ['decided', 'open'],
      ['paid', 'done'],
      ['refused', 'refused', 'current'],
    );
    expect(line(way)).toEqual(['draft:passed', 'filed:passed']);
    expect(readWay(way).aside).toEqual({ label: 'refused', standing: 'refused' });
  });

  it('shows a detour while the file is in it or once it went on from it, not after it was left backwards', () => {
    const inside = states(['filed', 'open', 'passed'], ['supplement', 'waiting', 'current'], ['accepted', 'open']);
    expect(line(inside)).toEqual(['filed:passed', 'supplement:current', 'accepted:ahead']);
    const back = states(['filed', 'open', 'current'], ['supplement', 'waiting', 'passed'], ['accepted', 'open']);
    expect(line(back)).toEqual(['filed:current', 'accepted:ahead']);
    const on = states(
      ['filed', 'open', 'passed'],
      ['supplement', 'waiting', 'passed'],
      ['accepted', 'open', 'current'],
    );
    expect(line(on)).toEqual(['filed:passed', 'supplement:passed', 'accepted:current']);
  });

  it('goes beyond the first good end only for a file that went there', () => {
    const short: Short[] = [
      ['paid', 'open', 'current'],
      ['archived', 'done'],
      ['clawing-back', 'waiting'],
      ['clawed-back', 'done'],
    ];
    expect(line(states(...short))).toEqual(['paid:current', 'archived:ahead']);
    const taken = states(
      ['paid', 'open', 'passed'],
      ['archived', 'done'],
      ['clawing-back', 'waiting', 'current'],
      ['clawed-back', 'done'],
    );
    expect(line(taken)).toEqual(['paid:passed', 'clawing-back:current', 'clawed-back:ahead']);
  });
});
