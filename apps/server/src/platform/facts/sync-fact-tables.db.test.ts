import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../context/context.ts';
import { dumpSchema } from '../database/dump-schema.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { FactContribution } from './fact-definition.ts';
import { createFactRegistry } from './fact-registry.ts';
import { factsAreDue, prepareFacts } from './facts.jobs.ts';
import { factsModule, refreshFacts, syncFactTables } from './index.ts';
import { createWorkshop, workshopFacts, workshopModule } from './testing/workshop.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase([factsModule, workshopModule]);
  await createWorkshop(test.services.db);
});
afterAll(() => test.close());

/** A process that starts with another catalogue. */
const started = (facts: FactContribution): Ctx => {
  const ctx = test.system();
  return { ...ctx, services: { ...ctx.services, facts: createFactRegistry([facts]) } };
};

const columns = async (table: string) => {
  const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_schema = 'facts' and table_name = ${table} order by ordinal_position`.execute(test.services.db);
  return rows.map((row) => row.name);
};
const states = async () =>
  (await sql<{ subject: string }>`select subject from facts.state order by 1`.execute(test.services.db)).rows.map(
    (row) => row.subject,
  );

const [pieces, ...others] = workshopFacts.groups ?? [];
if (pieces === undefined) throw new Error('the workshop is empty');
const colour = { ...pieces.facts[1], path: 'colour' } as (typeof pieces.facts)[number];
const coloured: FactContribution = {
  ...workshopFacts,
  groups: [
    {
      ...pieces,
      facts: [...pieces.facts, colour],
      select: (q) => sql`select p.*, 1 as colour from (${pieces.select(q)}) p`,
    },
    ...others,
  ],
};

describe('the tables of facts', () => {
  it('follow the catalogue, texts last', async () => {
    expect(await columns('piece')).toEqual(['district', 'subject_id', 'ageDays', 'weight', 'kind', 'tags']);
    expect((await columns('maker')).at(-1)).toBe('name');
    expect(await columns('maker_pieces')).toEqual([
      'district',
      'owner_id',
      'item_id',
      'ageDays',
      'weight',
      'kind',
      'tags',
    ]);
  });

  it('are no part of the committed schema, which has the marks and the state', async () => {
    const dump = await dumpSchema(test.pool);
    expect(dump).toContain('create table facts.stale');
    expect(dump).not.toContain('create table facts.maker');
  });

  it('stay as they are while the catalogue does', async () => {
    await refreshFacts(test.system());
    await syncFactTables(test.system());
    expect(await states()).toEqual(['maker', 'piece']);
    expect(await factsAreDue(test.system())).toBe(false);
  });

  it('are made anew with another column, by however many processes, and computed anew', async () => {
    const next = started(coloured);
    await Promise.all([1, 2, 3, 4].map(() => syncFactTables(next)));
    expect(await columns('piece')).toContain('colour');
    expect(await columns('maker_pieces')).toContain('colour');
    expect(await states()).toEqual([]);
    expect(await refreshFacts(next)).toMatchObject({ whole: true });
  });

  it('are computed anew when a statement changes but no column does', async () => {
    const doubled = started({
      ...coloured,
      groups: (coloured.groups ?? []).map((group) =>
        group.name === 'workshop.piece'
          ? { ...group, select: (q) => sql`select p.*, 2 as colour from (${pieces.select(q)}) p` }
          : group,
      ),
    });
    await prepareFacts(doubled);
    expect(await states()).toEqual(['maker', 'piece']);
    expect(await factsAreDue(doubled)).toBe(true);
    const { rows } =
      await sql`select 1 from platform.job_run where task = 'facts.refresh' and state = 'queued'`.execute(
        test.services.db,
      );
    expect(rows).toHaveLength(1);
    expect(await refreshFacts(doubled)).toMatchObject({ whole: true, subjects: ['piece'] });
  });

  it('are dropped with their subject', async () => {
    await syncFactTables(
      started({
        subjects: (workshopFacts.subjects ?? []).slice(0, 1),
        groups: (workshopFacts.groups ?? []).slice(0, 1),
      }),
    );
    expect([await columns('maker'), await columns('maker_pieces')]).toEqual([[], []]);
    expect(await columns('piece')).not.toContain('colour');
  });
});
