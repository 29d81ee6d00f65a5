import { describe, expect, it } from 'vitest';
import type { TrademarkIndexData } from '../../ip-rights/index.ts';
import { MarkNamesKeeper } from './mark-names.ts';

const register = (names: readonly string[]) =>
  ({ size: names.length, rights: { names } }) as unknown as TrademarkIndexData;
const rows = (names: Awaited<ReturnType<MarkNamesKeeper['bringTo']>>, text: string) =>
  names.index.search(text, 5).flatMap(({ at }) => [...names.rowsAt(at)]);

describe('names of a register', () => {
  it('are each indexed once, with all their rows, and without marks that have no text', async () => {
    const names = await new MarkNamesKeeper().bringTo(register(['锦绣', '', '恒力', '锦绣']));
    expect(rows(names, '锦绣')).toEqual([0, 3]);
    expect([names.marks, names.names]).toEqual([3, ['锦绣', '恒力']]);
  });

  it('come and go with the states of the register; an earlier state stays as it was', async () => {
    const keeper = new MarkNamesKeeper();
    const before = await keeper.bringTo(register(['锦绣', '恒力']));
    const after = await keeper.bringTo(register(['恒力', '星辰']));
    expect([rows(after, '锦绣'), rows(after, '恒力'), rows(after, '星辰')]).toEqual([[], [0], [1]]);
    expect([rows(before, '锦绣'), rows(before, '恒力'), rows(before, '星辰')]).toEqual([[0], [1], []]);
  });

  it('of a long register are indexed in a thread of its own, meanwhile others have their turn', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => `${String.fromCharCode(0x4e00 + at)}锦绣`);
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    const names = await new MarkNamesKeeper().bringTo(register(many));
    clearInterval(timer);
    expect(rows(names, `${String.fromCharCode(0x4e00 + 77)}锦绣`)[0]).toBe(77);
    expect(turns).toBeGreaterThan(2);
  });
});
