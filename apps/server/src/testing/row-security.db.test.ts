import { sql } from 'kysely';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../platform/context/context.ts';
import { assertDatabaseFit, createPool, DatabaseUnfitError } from '../platform/database/database.ts';
import { DERIVED } from '../platform/facts/sync-fact-tables.ts';
import { openTestDatabase, type TestDatabase } from '../platform/testing/test-database.ts';

/**
 * Tables that stand without row-level security, each with its reason. A new table is guarded in its migration
 * (`select platform.guard_by_district('funds.bank_account')`) or is added here.
 */
const REGISTER = 'public register: searched and cut with operators that are not leakproof (docs/adr/0019)';
const FIGURES = 'figures of the district and their making; no person, no enterprise';
const DERIVED_DATA = 'derived from the registers and read with their rules';
const UNGUARDED: Readonly<Record<string, string>> = {
  'alerts.alert': DERIVED_DATA,
  'alerts.state': DERIVED_DATA,
  'facts.stale': DERIVED_DATA,
  'facts.state': DERIVED_DATA,
  'filing_supervision.read_filing': 'numbers of applications with a hash of what was read',
  'imports.import': 'names of files; joined with import_row by every projection of a register',
  'imports.import_row': 'written with COPY, which row-level security forbids',
  'imports.remembered_mapping': 'headers of columns',
  'ip_rights.abnormal_filing': REGISTER,
  'ip_rights.annuity_payment': REGISTER,
  'ip_rights.gi': REGISTER,
  'ip_rights.madrid': REGISTER,
  'ip_rights.patent': REGISTER,
  'ip_rights.patent_award': REGISTER,
  'ip_rights.patent_event': REGISTER,
  'ip_rights.patent_holder': REGISTER,
  'ip_rights.patent_period': REGISTER,
  'ip_rights.patent_pledge': REGISTER,
  'ip_rights.strategic_industry': REGISTER,
  'ip_rights.strategic_state': REGISTER,
  'ip_rights.trademark': REGISTER,
  'ip_rights.trademark_event': REGISTER,
  'ip_rights.trademark_holder': REGISTER,
  'ip_rights.trademark_period': REGISTER,
  'ip_rights.trademark_use': REGISTER,
  'organisation.body': 'bodies of the jurisdiction, as published',
  'organisation.post': 'established posts, as published; who holds one is in the guarded officer',
  'parties.judgement': REGISTER,
  'parties.membership': REGISTER,
  'parties.mention': REGISTER,
  'parties.party': REGISTER,
  'parties.party_name': REGISTER,
  'plan.computation': FIGURES,
  'plan.indicator_value': FIGURES,
  'plan.indicator_version': FIGURES,
  'plan.report': FIGURES,
  'plan.target': FIGURES,
  'platform.audit_checkpoint': 'hashes and signatures alone',
  'platform.audit_head': 'hashes alone',
  'platform.district': 'the list of districts itself',
  'platform.job_run': 'one queue for the database: a worker gives back the dead runs of all',
  'platform.migration': 'book-keeping of migrations',
  'platform.migration_lock': 'book-keeping of migrations',
  'platform.parameter': 'dated values of law and policy',
  'platform.register_version': 'counters',
  'platform.stored_file': 'names of contents by hash',
};

const ELSEWHERE = '320506';

interface TableRow {
  readonly table: string;
  readonly guarded: boolean;
  readonly policies: string[];
}

let test: TestDatabase;
let elsewhere: pg.Pool;

beforeAll(async () => {
  test = await openTestDatabase([]);
  elsewhere = createPool(test.url, ELSEWHERE, 2);
  await elsewhere.query('insert into platform.district (code, name) values ($1, $2)', [ELSEWHERE, '吴中区']);
});
afterAll(async () => {
  await elsewhere.end();
  await test.close();
});

async function listTables(): Promise<TableRow[]> {
  const { rows } = await sql<TableRow>`
    select n.nspname || '.' || c.relname as "table", c.relrowsecurity and c.relforcerowsecurity as guarded,
      array(select concat_ws(' ', p.polcmd, p.polpermissive, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
        from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
      and n.nspname not like 'pg\\_%' and not coalesce(obj_description(c.oid) like ${`${DERIVED}%`}, false)
    order by 1`.execute(test.services.db);
  return rows;
}

describe('row-level security', () => {
  it('stands on every table, or the table is on the list with a reason', async () => {
    const tables = await listTables();
    expect(tables.filter(({ guarded }) => !guarded).map(({ table }) => table)).toEqual(Object.keys(UNGUARDED).sort());
    const guarded = tables.filter((one) => one.guarded);
    expect(guarded.length).toBeGreaterThan(20);
    // One policy for all commands, reading and writing: nothing may widen it.
    for (const { table, policies } of guarded)
      expect({ table, policies }).toEqual({ table, policies: ['* t (district = platform.current_district())'] });
  });

  it('binds the role of the tests as it binds that of the server', async () => {
    expect(await assertDatabaseFit(test.pool, test.services.district.code)).toEqual({ guarded: true });
  });

  it('shows nothing on a connection without a district, and such a connection serves nobody', async () => {
    const bare = createPool(test.url, '', 1);
    try {
      await test.as('ip-officer');
      expect((await bare.query('select 1 from platform.user_account')).rowCount).toBe(0);
      await expect(assertDatabaseFit(bare, test.services.district.code)).rejects.toThrow(DatabaseUnfitError);
    } finally {
      await bare.end();
    }
  });

  it('takes no code that could be more than a code', () => {
    expect(() => createPool(test.url, '320509 -c jince.other=1')).toThrow(DatabaseUnfitError);
  });
});

/** One row of a guarded table of another district, and how it could be touched by a query that forgot the district. */
interface Planted {
  readonly table: string;
  readonly insert: (pool: { query(text: string, values: unknown[]): Promise<unknown> }) => Promise<unknown>;
  readonly change: string;
}

const account = uuidv7();
const campaign = uuidv7();
const file = uuidv7();
const planted: readonly Planted[] = [
  {
    table: 'platform.user_account',
    insert: (pool) =>
      pool.query(
        `insert into platform.user_account (district, id, username, display_name, password_hash) values ($1, $2, 'li.si', '李四', 'x')`,
        [ELSEWHERE, account],
      ),
    change: `display_name = '王五'`,
  },
  {
    table: 'platform.session',
    insert: (pool) =>
      pool.query(
        `insert into platform.session (district, id, token_hash, user_id, csrf_token, expires_at) values ($1, $2, 'known', $3, 'x', now() + interval '1 day')`,
        [ELSEWHERE, uuidv7(), account],
      ),
    change: `expires_at = now()`,
  },
  {
    table: 'cultivation.campaign',
    insert: (pool) =>
      pool.query(
        `insert into cultivation.campaign (district, id, title, clause, subject, steps, assignment, state, from_on, to_on, created_by, created_at)
         values ($1, $2, '走访', '1', 'enterprise', '[]', 'none', 'draft', '2026-01-01', '2026-12-31', '李四', now())`,
        [ELSEWHERE, campaign],
      ),
    change: `close_note = '已了解'`,
  },
  {
    table: 'procedures.file',
    insert: (pool) =>
      pool.query(
        `insert into procedures.file (district, id, procedure, number, state, subject_kind, subject_id, subject_label, opened_at, opened_by_name)
         values ($1, $2, 'claim', '1', 'draft', 'party', 'x', '某公司', now(), '李四')`,
        [ELSEWHERE, file],
      ),
    change: `state = 'paid'`,
  },
  {
    table: 'funds.bank_account',
    insert: (pool) =>
      pool.query(
        `insert into funds.bank_account (district, id, party_id, party_key, account_name, number_sealed, last4, bank_name, entered_by_name, entered_as, at)
         values ($1, $2, $2, 'x', '某公司', 'sealed', '1234', '某银行', '李四', 'finance', now())`,
        [ELSEWHERE, uuidv7()],
      ),
    change: `last4 = '0000'`,
  },
  {
    table: 'alerts.mark',
    insert: (pool) =>
      pool.query(
        `insert into alerts.mark (district, code, subject_id, occasion, by_name, at) values ($1, 'fee-due', $2, '-', '李四', now())`,
        [ELSEWHERE, uuidv7()],
      ),
    change: `note = '已办'`,
  },
];

describe.each(planted)('a row of another district in $table', ({ table, insert, change }) => {
  let own: Ctx;
  beforeEach(() => {
    own = test.system();
  });
  beforeAll(() => insert(elsewhere));

  it('is there for its own district', async () => {
    expect((await elsewhere.query(`select 1 from ${table}`)).rowCount).toBe(1);
  });

  it('cannot be read by a query that forgot the district, in a transaction or outside', async () => {
    const all = sql<{ district: string }>`select district from ${sql.raw(table)}`;
    const asked = sql<{ district: string }>`select district from ${sql.raw(table)} where district = ${ELSEWHERE}`;
    for (const query of [all, asked])
      for (const { rows } of [await query.execute(own.db), await inTransaction(own, (tx) => query.execute(tx))])
        expect(rows.filter(({ district }) => district !== own.district)).toEqual([]);
  });

  it('is left alone by a change or a deletion that forgot the district', async () => {
    const read = async () => (await elsewhere.query(`select to_jsonb(t) as row from ${table} t`)).rows;
    const before = await read();
    expect(before).toHaveLength(1);
    await sql.raw(`update ${table} set ${change}`).execute(own.db);
    await sql.raw(`delete from ${table}`).execute(own.db);
    expect(await read()).toEqual(before);
  });

  it('cannot be written from here', async () => {
    await expect(insert(test.pool)).rejects.toThrow('row-level security');
  });
});

describe('the district of a connection', () => {
  it('is its own again after a transaction of another, and after DISCARD', async () => {
    const other = { ...test.system(), district: ELSEWHERE };
    await inTransaction(other, async (tx) => {
      const { rows } = await sql`select 1 from platform.user_account where district = ${ELSEWHERE}`.execute(tx);
      expect(rows).toHaveLength(1);
    });
    const client = await test.pool.connect();
    try {
      await client.query('discard all');
      const { rows } = await client.query('select platform.current_district() as district');
      expect(rows).toEqual([{ district: test.services.district.code }]);
    } finally {
      client.release();
    }
  });

  it('does not keep a guarded table from being read by helpers at once', async () => {
    const { rows } = await test.pool.query(
      `select proparallel from pg_proc where oid = 'platform.current_district'::regproc`,
    );
    expect(rows).toEqual([{ proparallel: 's' }]);
  });
});
