import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ctx, inTransaction, systemContext } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { assignHandlers, openFile, performAction, proceduresModule, setOrganisations } from '../index.ts';
import { listFiles } from '../queries/list-files.ts';
import { computedDesk, computedWaiting } from '../testing/computed-desk.ts';
import { matterModule } from '../testing/sample-matter.ts';
import { relayModule } from '../testing/sample-relay.ts';
import { clearChangesTask, openFilesNow } from './follow-files.ts';
import { getDesk } from './get-desk.ts';

const BODIES = ['WJ-MSB-ENF', 'WJ-MSB-B105', 'WJ-PSB'];
const TOWNS = [null, '320509105', '320509104'];
const PARTY = '0190a000-0000-7000-8000-000000000001';

let test: TestDatabase;
let people: Ctx[];
const ids: string[] = [];
const met = new Set<string>();

beforeAll(async () => {
  test = await openTestDatabase([proceduresModule, matterModule, relayModule]);
  // A Tuesday: the week has days to come.
  test.setNow('2026-11-17T02:00:00Z');
  people = [
    await test.as('enforcement-officer'),
    await test.as('enforcement-officer', 'organisation', BODIES[0]),
    await test.as('enforcement-officer', 'organisation', BODIES[1]),
    await test.as('department', 'organisation', BODIES[2]),
    await test.as('section-head', 'organisation', BODIES[0]),
    await test.as('liaison', 'town', TOWNS[1] as string),
    await test.as('director'),
    await test.as('enterprise', 'party', PARTY),
    await test.as('audit-admin'),
  ];
});
afterAll(() => test?.close());

type Step = readonly [kind: number, file: number, who: number, choice: number];
const pick = <T>(list: readonly T[], at: number) => list[at % list.length] as T;
const change = (ctx: Ctx, work: Parameters<typeof inTransaction<unknown>>[1]) =>
  inTransaction(ctx, work).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });

async function open(ctx: Ctx, at: number): Promise<void> {
  const bodies = [pick(BODIES, at), pick(BODIES, at >> 2)];
  const file = await inTransaction(ctx, (tx) =>
    openFile(tx, ctx, {
      procedure: at % 4 === 0 ? 'matter.penalty' : 'relay.matter',
      subject: { kind: 'thing', id: '1', label: '某店' },
      organisations: at % 5 === 0 ? [] : [...new Set(bodies)],
      townCode: pick(TOWNS, at >> 1),
      partyId: at % 3 === 0 ? PARTY : null,
    }),
  );
  ids.push(file.id);
}

/** One thing that happens to a file, by whoever may; refusals are a part of life. */
async function happen([kind, file, who, choice]: Step): Promise<void> {
  const actor = pick(people, who);
  const system = systemContext(test.services, 'test');
  if (ids.length === 0 || kind === 0) return open(system, choice);
  const id = pick(ids, file);
  const { rows } = await sql<{
    procedure: string;
    state: string;
  }>`select procedure, state from procedures.file where id = ${id}`.execute(test.services.db);
  const definition = test.services.procedures.get(rows[0]?.procedure ?? '');
  const able = (definition?.actions ?? []).filter(({ from }) => from.includes(rows[0]?.state ?? ''));
  const action = able.length === 0 ? 'none' : pick(able, choice).action;
  if (kind <= 4)
    await change(kind === 1 ? system : actor, (tx) => performAction(tx, kind === 1 ? system : actor, id, action));
  if (kind === 5)
    await change(system, (tx) => setOrganisations(tx, system, id, [pick(BODIES, choice), pick(BODIES, who)]));
  if (kind === 6)
    await change(system, (tx) =>
      assignHandlers(
        tx,
        system,
        id,
        [people[who % 6], people[choice % 6]].slice(choice % 3 === 0 ? 2 : 0).map((one, at) => ({
          userId: one?.actor.userId as string,
          name: `人员${at}`,
          part: at === 0 ? 'lead' : 'assist',
        })),
      ),
    );
  // Last days by hand, on either side of today; and a change that comes to nothing.
  if (kind === 7)
    await sql`update procedures.clock set due_on = ${`2026-11-${15 + (choice % 6)}`} where stopped_on is null and due_on is not null
      and file_id = any(${ids.filter((_, at) => at % 3 === who % 3)}::uuid[])`.execute(test.services.db);
  if (kind === 8)
    await change(system, async (tx) => {
      await sql`update procedures.file set closed_at = now(), organisations = '{}' where id = ${id}`.execute(tx);
      throw new AppError('platform.not-found');
    });
}

async function expectAgreement(): Promise<void> {
  for (const ctx of people) {
    const computed = await computedDesk(ctx);
    const desk = await getDesk(ctx, { page: 1, pageSize: 10_000 });
    expect(desk.items.map(({ id, bucket, role }) => ({ id, bucket, role }))).toEqual(computed);
    const counted: Record<string, number> = {};
    for (const { bucket } of computed) {
      counted[bucket] = (counted[bucket] ?? 0) + 1;
      met.add(bucket);
    }
    expect(desk.counts).toMatchObject(counted);
    const own = await getDesk(ctx, { page: 1, pageSize: 10_000, mine: true });
    expect(own.items.map(({ id }) => id)).toEqual(computed.filter(({ role }) => role !== 'office').map(({ id }) => id));
    const waiting = await listFiles(ctx, { page: 1, pageSize: 10_000, mine: true });
    expect(waiting.items.map(({ id }) => id)).toEqual(await computedWaiting(ctx));
  }
}

it('says whose turn it is as PostgreSQL works it out, after any history', async () => {
  for (let at = 0; at < 24; at++) await open(systemContext(test.services, 'test'), at);
  const step = fc.noBias(fc.tuple(fc.nat(8), fc.nat(60), fc.nat(60), fc.nat(60)));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
      for (const one of steps) await happen(one);
      await expectAgreement();
    }),
    { numRuns: 12, endOnFailure: true, seed: 20_261_123 },
  );
  await sql`update procedures.clock set due_on = '2026-11-17' where stopped_on is null and due_on is not null
    and file_id = any(${ids.filter((_, at) => at % 2 === 0)}::uuid[])`.execute(test.services.db);
  await expectAgreement();
  // The histories reach what is to be told apart: else this test would say nothing.
  expect([...met].sort()).toEqual(['later', 'others', 'overdue', 'today', 'undated', 'week']);
});

it('takes in what commits late, after younger changes were read', async () => {
  const [officer] = people as [Ctx];
  const system = systemContext(test.services, 'test');
  const file = await inTransaction(system, (tx) =>
    openFile(tx, system, { procedure: 'relay.matter', subject: { kind: 'thing', id: '1', label: '迟到' } }),
  );
  const shown = async () => {
    const rows = [...(await openFilesNow(officer)).ids];
    return rows.includes(file.id);
  };
  expect(await shown()).toBe(true);
  const held = Promise.withResolvers<void>();
  const wrote = Promise.withResolvers<void>();
  const late = inTransaction(system, async (tx) => {
    await sql`update procedures.file set closed_at = now() where id = ${file.id}`.execute(tx);
    wrote.resolve();
    await held.promise;
  });
  await wrote.promise;
  await open(system, 1);
  expect(await shown()).toBe(true);
  await open(system, 2);
  expect(await shown()).toBe(true);
  held.resolve();
  await late;
  expect(await shown()).toBe(false);
});

it('clears changes that all have read, and loads anew who has not asked for long', async () => {
  await sql`update procedures.file_change set at = at - interval '4 days'`.execute(test.services.db);
  const system = systemContext(test.services, 'test');
  await clearChangesTask.run(system, undefined as never, undefined as never);
  const left = await sql<{ n: number }>`select count(*)::int as n from procedures.file_change`.execute(
    test.services.db,
  );
  expect(left.rows[0]?.n).toBe(0);
  const id = ids.at(-1) as string;
  await sql`update procedures.file set closed_at = now() where id = ${id}`.execute(test.services.db);
  await sql`delete from procedures.file_change`.execute(test.services.db);
  test.setNow('2026-11-24T02:00:00Z');
  expect([...(await openFilesNow(await test.as('director'))).ids]).not.toContain(id);
});
