import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/errors.ts';
import { loadFile } from '../../platform/procedures/index.ts';
import { changeCasesInBulk } from './commands/bulk-cases.ts';
import { saveCaseGoods } from './commands/save-case-goods.ts';
import { findCases, getCaseRecord, listCaseOutcomes } from './queries/for-others.ts';
import { listCases } from './queries/list-cases.ts';
import { type CaseDesk, openCaseDesk } from './testing/case-desk.ts';

const BODIES = ['WJ-MSB-ENF', 'WJ-MSB-B105', 'WJ-MSB-B104'] as const;
const PLACED = ['enforcement-officer', 'section-head'] as const;
const EVERYWHERE = ['enforcement-officer', 'section-head', 'legal-reviewer', 'director'] as const;
const NEVER = [
  'ip-officer',
  'reviewer',
  'finance-officer',
  'liaison',
  'department',
  'enterprise',
  'association',
] as const;
const STATES = ['clue', 'verifying', 'filed', 'not-filed'] as const;

let desk: CaseDesk;
/** Body → state → case. */
const cases = new Map<string, Map<string, string>>();
const people = new Map<string, Ctx>();

async function play(id: string, state: (typeof STATES)[number]): Promise<void> {
  if (state === 'verifying') await desk.act('officer', id, 'verify');
  if (state === 'filed') await desk.filed(id);
  if (state === 'not-filed') await desk.act('director', id, 'not-file', { ground: 'minor', reason: '轻微' });
}

beforeAll(async () => {
  desk = await openCaseDesk();
  for (const body of BODIES) {
    const made = new Map<string, string>();
    for (const state of STATES) {
      const { caseId } = await desk.clue({ organisationCode: body });
      await play(caseId, state);
      made.set(state, caseId);
    }
    cases.set(body, made);
    for (const role of [...PLACED, 'department'] as const)
      people.set(`${role}@${body}`, await desk.test.as(role, 'organisation', body));
  }
  for (const role of EVERYWHERE) people.set(`${role}@*`, await desk.test.as(role));
  for (const role of ['ip-officer', 'reviewer', 'finance-officer'] as const)
    people.set(`${role}@*`, await desk.test.as(role));
  people.set('liaison@town', await desk.test.as('liaison', 'town', '320509105'));
});
afterAll(() => desk.close());

const known = (ctx: Ctx) => ({ ...desk.test.system(), actor: ctx.actor });
const found = async (work: () => Promise<unknown>): Promise<'yes' | 'hidden'> => {
  try {
    await work();
    return 'yes';
  } catch (error) {
    if (error instanceof AppError && error.code === 'platform.not-found') return 'hidden';
    throw error;
  }
};

describe('cases of a body', () => {
  it('are reached by its people and the district alone, whatever the way in and the state', async () => {
    const anyone = fc.constantFrom(...[...people.keys()]);
    await fc.assert(
      fc.asyncProperty(anyone, fc.constantFrom(...BODIES), fc.constantFrom(...STATES), async (who, body, state) => {
        const ctx = known(people.get(who) as Ctx);
        const id = cases.get(body)?.get(state) as string;
        const [role, place] = who.split('@') as [string, string];
        const reads = !(NEVER as readonly string[]).includes(role) && (place === '*' || place === body);
        const expected = reads ? 'yes' : 'hidden';
        expect(await found(() => getCaseRecord(ctx, id))).toBe(expected);
        expect(await found(() => loadFile(ctx, id))).toBe(expected);
        expect((await findCases(ctx, [id])).has(id)).toBe(reads);
        const listed = await listCases(ctx, { page: 1, pageSize: 500 });
        expect(listed.items.some((one) => one.id === id)).toBe(reads);
        expect(listed.total).toBe(listed.items.length);
        const counted = await listCaseOutcomes(ctx, { from: '2000-01-01', to: '2100-01-01', by: 'filed' });
        expect(counted.some((one) => one.caseId === id)).toBe(reads && state === 'filed');
      }),
      { numRuns: 60 },
    );
  });

  it('are changed by nobody of another body', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PLACED),
        fc.constantFrom(...BODIES),
        fc.constantFrom(...BODIES),
        async (role, own, body) => {
          fc.pre(own !== body);
          const ctx = known(people.get(`${role}@${own}`) as Ctx);
          const id = cases.get(body)?.get('clue') as string;
          expect(await found(() => saveCaseGoods(ctx, id, { revision: 1, goods: [], cause: '试行' }))).toBe('hidden');
          expect(
            await found(() =>
              changeCasesInBulk(ctx, {
                ids: [id],
                change: { kind: 'organisation', organisationCode: own },
                reason: '试行',
              }),
            ),
          ).toBe('hidden');
        },
      ),
      { numRuns: 12 },
    );
  });

  it('leave the reach of the old body once they are handed to another', async () => {
    const { caseId } = await desk.clue({ organisationCode: 'WJ-MSB-B104' });
    const before = known(people.get('enforcement-officer@WJ-MSB-B104') as Ctx);
    const after = known(people.get('enforcement-officer@WJ-MSB-B105') as Ctx);
    expect([await found(() => loadFile(before, caseId)), await found(() => loadFile(after, caseId))]).toEqual([
      'yes',
      'hidden',
    ]);
    await changeCasesInBulk(desk.ctx('head'), {
      ids: [caseId],
      change: { kind: 'organisation', organisationCode: 'WJ-MSB-B105' },
      reason: '属地管辖',
    });
    expect([await found(() => loadFile(before, caseId)), await found(() => loadFile(after, caseId))]).toEqual([
      'hidden',
      'yes',
    ]);
    expect(await found(() => getCaseRecord(before, caseId))).toBe('hidden');
  });
});
