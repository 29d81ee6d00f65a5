import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import {
  assignHandlers,
  getFilePanel,
  handlersNow,
  moveClock,
  openFile,
  performAction,
  proceduresModule,
  setOrganisations,
  takeNumber,
} from './index.ts';
import { listFiles } from './queries/list-files.ts';
import { listNotices } from './queries/list-notices.ts';
import { matterModule } from './testing/sample-matter.ts';

const SQUAD = 'WJ-MSB-ENF';
const BRANCH = 'WJ-MSB-B105';

describe('files of bodies on clocks of the law', () => {
  let test: TestDatabase;
  let squad: Ctx;
  let branch: Ctx;

  beforeAll(async () => {
    test = await openTestDatabase([proceduresModule, matterModule]);
    squad = await test.as('enforcement-officer', 'organisation', SQUAD);
    branch = await test.as('enforcement-officer', 'organisation', BRANCH);
  });
  afterAll(() => test.close());

  const open = (label = '某公司') =>
    inTransaction(squad, (tx) =>
      openFile(tx, squad, {
        procedure: 'matter.penalty',
        subject: { kind: 'thing', id: '1', label },
        organisations: [SQUAD],
      }),
    );
  const act = (id: string, action: string, note: string | null = null) =>
    inTransaction(squad, (tx) => performAction(tx, squad, id, action, { note }));
  const refusalOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => (error instanceof AppError ? error.code : error),
    );
  const clockOf = async (id: string) => (await getFilePanel(squad, id)).clocks[0];

  it('runs the 90 days of a case from the day it counts from, on to the next working day (§14.11)', async () => {
    const { id } = await open();
    await act(id, 'begin', '2026-03-02');
    const clock = await clockOf(id);
    expect(clock).toMatchObject({ startedOn: '2026-03-02', dueOn: '2026-06-01' });
    expect(clock?.steps.join()).toContain('2026-05-31');
    expect(clock?.article).toContain('第64条');
  });

  it('leaves out the days of a hearing, and adds the extension the law knows, once', async () => {
    const { id } = await open();
    await act(id, 'begin', '2026-03-02');
    await act(id, 'hear', '2026-03-10');
    expect(await clockOf(id)).toMatchObject({ standing: 'suspended', dueOn: null });
    await act(id, 'go-on', '2026-03-20');
    // Ten days more than 2026-05-31.
    expect(await clockOf(id)).toMatchObject({ dueOn: '2026-06-10' });
    await act(id, 'extend');
    expect(await clockOf(id)).toMatchObject({ dueOn: '2026-07-10' });
    expect(await refusalOf(act(id, 'extend'))).toBe('procedures.clock.refused');
    expect(await refusalOf(act(id, 'extend', 'none'))).toBe('procedures.clock.refused');
    expect(await clockOf(id)).toMatchObject({ dueOn: '2026-07-10' });
  });

  it('is moved outside of an action, too', async () => {
    const { id } = await open();
    await act(id, 'begin', '2026-03-02');
    await inTransaction(squad, (tx) =>
      moveClock(tx, squad, id, 'decision', { type: 'exclude', cause: 'testing', from: '2026-03-10', to: '2026-03-14' }),
    );
    expect(await clockOf(id)).toMatchObject({ dueOn: '2026-06-05' });
    await inTransaction(squad, (tx) => moveClock(tx, squad, id, 'decision', { type: 'stop', on: '2026-04-01' }));
    expect(await clockOf(id)).toMatchObject({ standing: 'stopped' });
  });

  it('shows a stop sign on the button and refuses with it', async () => {
    const { id } = await open('涉罪公司');
    const decide = (await getFilePanel(squad, id)).actions.find((one) => one.action === 'decide');
    expect(decide).toMatchObject({ possible: false, reason: '涉罪公司须先移送。' });
    expect(await refusalOf(act(id, 'decide'))).toBe('matter.penalty.criminal');
    const free = await open();
    await act(free.id, 'decide');
    expect((await getFilePanel(squad, free.id)).file.state).toBe('decided');
  });

  it('is there for its bodies alone, and goes with them', async () => {
    const { id } = await open();
    const total = async (ctx: Ctx) =>
      (await listFiles(ctx, { page: 1, pageSize: 100 })).items.filter((one) => one.id === id).length;
    const town = await test.as('liaison', 'town', '320509105');
    expect([await total(squad), await total(branch), await total(town)]).toEqual([1, 0, 0]);
    expect(await refusalOf(getFilePanel(branch, id))).toBe('platform.not-found');
    await inTransaction(squad, (tx) => setOrganisations(tx, squad, id, [BRANCH]));
    expect([await total(squad), await total(branch)]).toEqual([0, 1]);
    expect(await refusalOf(act(id, 'begin'))).toBe('platform.not-found');
  });

  it('tells its handlers and its bodies, and keeps who handled it', async () => {
    const { id } = await open();
    const one = { userId: branch.actor.userId as string, name: '甲', part: 'lead' } as const;
    const two = { userId: squad.actor.userId as string, name: '乙', part: 'assist' } as const;
    await inTransaction(squad, (tx) => assignHandlers(tx, squad, id, [one, two]));
    await act(id, 'begin');
    const told = async (ctx: Ctx) =>
      (await listNotices(ctx, { page: 1, pageSize: 50 })).items.filter((notice) => notice.fileId === id).length;
    // The branch's officer as a handler; the squad's as a handler and by the body.
    expect([await told(branch), await told(squad)]).toEqual([1, 2]);
    await inTransaction(squad, (tx) => assignHandlers(tx, squad, id, [{ ...two, part: 'lead' }]));
    expect(await handlersNow(squad.db, squad.district, id)).toEqual([{ ...two, part: 'lead' }]);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from procedures.handler
      where file_id = ${id} and until is not null`.execute(test.services.db);
    expect(rows[0]?.n).toBeGreaterThan(0);
  });

  it('takes numbers without gaps, also when somebody gives up', async () => {
    const take = (fail = false) =>
      inTransaction(squad, async (tx) => {
        const number = await takeNumber(tx, squad, '处罚', 2026);
        if (fail) throw new Error('given up');
        return number;
      });
    expect(await take()).toBe(1);
    await expect(take(true)).rejects.toThrow('given up');
    const numbers = await Promise.all([take(), take(), take()]);
    expect(numbers.toSorted()).toEqual([2, 3, 4]);
  });
});
