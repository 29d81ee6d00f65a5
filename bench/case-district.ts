import { fork } from 'node:child_process';
import { once } from 'node:events';
import { sql } from 'kysely';
import { projectCases } from '../apps/server/src/modules/cases/index.ts';
import { type Ctx, inTransaction } from '../apps/server/src/platform/context/context.ts';

/** A district with many cases, for the benches of lists over them. */
export const CASES = 300_000;
export const STATES = [
  'clue',
  'verifying',
  'investigating',
  'review',
  'deciding',
  'decided',
  'executing',
  'closed',
  'archived',
];
export const ORGANISATIONS = ['WJ-MSB-ENF', 'WJ-MSB-B105', 'WJ-MSB-B104', 'WJ-MSB-B110', 'WJ-MSB-B001'];
export const TOWNS = ['320509105', '320509104', '320509001', '320509110'];

/** Cases, files, clocks, parties and officers straight into their tables; the lines of the list by the projection itself. */
export async function fillCases(ctx: Ctx): Promise<void> {
  const { district } = ctx;
  await inTransaction(ctx, async (tx) => {
    await sql`create temporary table made on commit drop as
      select n, gen_random_uuid() as id, 'AJ' || (2021 + n % 6) || '-' || lpad(n::text, 6, '0') as number,
        (array[${sql.join(STATES)}])[1 + n % 9] as state, (array[${sql.join(ORGANISATIONS)}])[1 + n % 5] as org,
        (array[${sql.join(TOWNS)}])[1 + n % 4] as town, date '2026-11-20' - (n % 2000) as received,
        (array['锦恒','盛华','瑞丰','泰源','润达','安信'])[1 + n % 6] || (n % 997) || (array['商行','丝绸店','电缆厂','电子公司','超市'])[1 + n % 5] as name
      from generate_series(1, ${CASES}::int) n`.execute(tx);
    await sql`insert into procedures.file (district, id, procedure, number, state, version, subject_kind, subject_id, subject_label, organisations, opened_at, opened_by_name)
      select ${district}, id, 'cases.case', number, state, 1, 'cases.case', number, name, array[org], received, '测' from made`.execute(
      tx,
    );
    await sql`insert into cases.case_file (district, id, number, title, text, source_kind, source_label, received_on, town_code, organisation_code, behaviour_row,
        filed_on, decided_on, business_fen, hit, transfer_open, registered_by_name, registered_at)
      select ${district}, id, number, name || (array['销售侵权毛衫案','假冒专利案','印制标识案'])[1 + n % 3], '试', (array['own','report','complaint'])[1 + n % 3], '试',
        received, town, org, 2 + n % 40, received + 10, case when n % 9 > 4 then received + 60 end, (n % 1000) * 10000, n % 200 = 0, n % 400 = 0, '测', received
      from made`.execute(tx);
    await sql`insert into cases.party (district, id, case_id, side, is_natural, name, uscc, position)
      select ${district}, md5('party' || n)::uuid, id, 'suspect', false, name, '91320509MA' || lpad((n % 99999)::text, 8, '0'), 0 from made`.execute(
      tx,
    );
    await sql`insert into cases.officer (district, id, case_id, officer_id, user_id, name, part, position, since)
      select ${district}, md5('officer' || n || p)::uuid, id, md5('o' || ((n + p) % 40))::uuid, md5('u' || ((n + p) % 40))::uuid, '执法' || ((n + p) % 40), 'lead', p, received
      from made cross join generate_series(0, 1) p`.execute(tx);
    await sql`insert into procedures.clock (district, file_id, clock, round, started_on, due_on, count, unit, steps)
      select ${district}, id, 'decision', 1, received, received + 90, 90, 'day', '[]' from made where n % 9 < 5`.execute(
      tx,
    );
  });
  for (const table of ['cases.case_file', 'cases.party', 'cases.officer', 'procedures.file', 'procedures.clock'])
    await ctx.services.pool.query(`analyze ${table}`);
  await inTransaction(ctx, (tx) => projectCases(tx, district));
  await ctx.services.pool.query('vacuum analyze cases.row');
}

/** Asks these paths by a client of its own. @returns how long each took, in ms */
export async function askAll(
  origin: string,
  cookie: string,
  paths: readonly string[],
  concurrent: number,
): Promise<number[]> {
  const client = fork(new URL('lists-client.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  client.send({ origin, cookie, paths, concurrent });
  const [answer] = (await once(client, 'message')) as [{ took?: number[]; error?: string }];
  client.disconnect();
  if (answer.took === undefined) throw new Error(answer.error);
  return answer.took;
}

export async function signIn(
  origin: string,
  username: string,
  password: string,
): Promise<{ cookie: string; token: string }> {
  const answer = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] as string;
  const session = await fetch(`${origin}/api/session`, { headers: { cookie } });
  return { cookie, token: ((await session.json()) as { csrfToken: string }).csrfToken };
}
