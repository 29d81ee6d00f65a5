import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../platform/context/context.ts';
import { listCases } from './queries/list-cases.ts';
import { type CaseDesk, openCaseDesk } from './testing/case-desk.ts';

let desk: CaseDesk;
beforeAll(async () => {
  desk = await openCaseDesk();
});
afterAll(() => desk.close());

const list = (query: object, who: 'director' | 'branch' = 'director') => desk.call(who, 'listCases', { query });

/** The same person asking another process, whose index is loaded anew. */
function elsewhere(ctx: Ctx): Ctx {
  return { ...ctx, services: Object.create(ctx.services) as Ctx['services'] };
}

describe('the list of cases', () => {
  it('shows a change at once, by its old and new words, body and clock', async () => {
    desk.at('2026-03-02');
    const { caseId: id, number } = await desk.clue();
    expect((await list({ q: number })).total).toBe(1);
    expect((await list({ q: number }, 'branch')).total).toBe(1);
    const { revision } = await desk.call('director', 'getCase', { params: { id } });
    const [card] = (await list({ q: number })).items;
    expect(card).toMatchObject({ state: 'clue', dueOn: '2026-03-23' });
    await desk.act('officer', id, 'verify');
    expect((await list({ q: number, state: 'verifying' })).items.map((one) => one.id)).toEqual([id]);
    expect((await list({ q: number, state: 'clue' })).total).toBe(0);
    await desk.call('director', 'changeCasesInBulk', {
      body: { ids: [id], change: { kind: 'organisation', organisationCode: 'WJ-MSB-ENF' }, reason: '统一办理' },
    });
    expect((await list({ q: number }, 'branch')).total).toBe(0);
    expect((await list({ q: number, organisation: 'WJ-MSB-ENF' })).total).toBe(1);
    expect(revision).toBeGreaterThan(0);
  });

  it('gives the same pages from an index that followed the changes as from one loaded anew', async () => {
    for (let n = 0; n < 4; n++) {
      const { caseId } = await desk.clue({ receivedOn: `2026-02-0${n + 1}` });
      await list({});
      if (n % 2 === 0) await desk.act('officer', caseId, 'verify');
    }
    const ctx = desk.ctx('director');
    const sorts = ['number', '-number', 'dueOn', '-dueOn', 'receivedOn', '-receivedOn', 'filedOn', 'stage', undefined];
    for (const sort of sorts) {
      const query = { page: 1, pageSize: 50, sort };
      const followed = await listCases(ctx, query);
      const anew = await listCases(elsewhere(ctx), query);
      expect(followed.items.length).toBeGreaterThan(4);
      expect(followed).toEqual(anew);
    }
  });

  it('puts what has no day last in both directions', async () => {
    const ids = async (sort: string) => (await list({ sort, pageSize: 100 })).items.map((one) => one.filedOn !== null);
    const { caseId } = await desk.clue();
    await desk.filed(caseId);
    expect((await ids('filedOn'))[0]).toBe(true);
    expect((await ids('-filedOn'))[0]).toBe(true);
  });
});
