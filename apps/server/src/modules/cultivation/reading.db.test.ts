import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { judgeTarget, type LeftKind, type Outcome, type Reading } from './domain/judge-target.ts';
import { mayChange } from './repositories/reading-repository.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase([]);
});
afterAll(() => test.close());

interface Case extends Reading {
  readonly outcome: Outcome;
  readonly leftKind: LeftKind | null;
  readonly passed: boolean;
}

it('lets through exactly the targets of which a reading changes something', async () => {
  const { rows } = await sql<Case>`
    select t.outcome, t.left_kind as "leftKind", r.subject_id is not null as present, r.stay, r.success, r.wanted,
      coalesce(${mayChange}, false) as passed
    from (values (null, null), ('succeeded', null), ('reverted', null), ('left', 'gone'), ('left', 'stay'), ('left', 'rule')) as t(outcome, left_kind)
    cross join (
      select 1 as subject_id, stay, success, wanted from (values (true), (false), (null::boolean)) as a(stay)
        cross join (values (true), (false), (null::boolean)) as b(success) cross join (values (true), (false), (null::boolean)) as c(wanted)
      union all select null, null, null, null) as r`.execute(test.services.db);
  expect(rows).toHaveLength(6 * 28);
  const wrong = rows.filter((row) => row.passed !== (judgeTarget(row, row) !== undefined));
  expect(wrong).toEqual([]);
});
