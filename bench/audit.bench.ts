import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type ChainedEntry, entryLine, GENESIS_HASH, linkHash } from '../apps/server/src/platform/audit/entry-line.ts';
import { verifyChain } from '../apps/server/src/platform/audit/index.ts';
import { createDatabase, createPool } from '../apps/server/src/platform/database/database.ts';
import { startEmbeddedCluster } from '../apps/server/src/platform/database/embedded/cluster.ts';
import { migrate } from '../apps/server/src/platform/database/migrate.ts';
import type { BenchLine } from './bench-world.ts';

const BENCH_DATA = fileURLToPath(new URL('../.data/bench', import.meta.url));
const DATABASE = 'jince_bench_audit';
const DISTRICT = '320509';
const ENTRIES = 300_000;
const PEER_ENTRIES = 20_000;
const BAR_PER_SECOND = 100_000;

async function onAdmin(url: string, ...statements: string[]): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    for (const statement of statements) await admin.query(statement);
  } finally {
    await admin.end();
  }
}

/** An entry of usual size (about 330 bytes with its hash). */
function makeEntry(seq: number): ChainedEntry {
  return {
    district: DISTRICT,
    seq,
    at: new Date(1_767_225_600_000 + seq * 1000).toISOString().replace('Z', '000Z'),
    actorId: `019ae000-0000-7000-8000-${String(seq % 50).padStart(12, '0')}`,
    actorName: `科员${seq % 50}`,
    action: 'parties.mention.judge',
    subjectKind: 'mention',
    subjectId: `019ae000-0000-7000-9000-${String(seq).padStart(12, '0')}`,
    subjectLabel: `苏州市吴江区第${seq}纺织有限公司`,
    result: 'ok',
    source: `10.32.5.${seq % 250}`,
    requestId: `req-${seq.toString(36)}`,
    details: JSON.stringify({ judgement: 'same', score: (seq % 1000) / 1000, before: null, after: `9132050900${seq}` }),
  };
}

async function fill(pool: pg.Pool): Promise<void> {
  let previous = GENESIS_HASH;
  function* lines(): Generator<string> {
    for (let seq = 1; seq <= ENTRIES; seq++) {
      const line = entryLine(makeEntry(seq));
      previous = linkHash(previous, line);
      yield `${line}\t${previous}\n`;
    }
  }
  const client = await pool.connect();
  try {
    // COPY may not write under row-level security; it stands again before anything is measured.
    await client.query('alter table platform.audit_entry no force row level security');
    const into = client.query(
      copyFrom(`copy platform.audit_entry (district, seq, at, actor_id, actor_name, action, subject_kind, subject_id,
        subject_label, result, source, request_id, details, hash) from stdin`),
    );
    await pipeline(Readable.from(lines()), into);
    await client.query('alter table platform.audit_entry force row level security');
    await client.query('insert into platform.audit_head values ($1, $2, $3)', [DISTRICT, ENTRIES, previous]);
    await client.query('vacuum analyze platform.audit_entry');
  } finally {
    client.release();
  }
}

/** The obvious way: one query per entry, hash, compare. */
async function verifyRowByRow(pool: pg.Pool): Promise<number> {
  const started = performance.now();
  let previous = GENESIS_HASH;
  for (let seq = 1; seq <= PEER_ENTRIES; seq++) {
    const { rows } = await pool.query<ChainedEntry & { hash: string }>(
      `select district, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor_id as "actorId",
         actor_name as "actorName", action, subject_kind as "subjectKind", subject_id as "subjectId",
         subject_label as "subjectLabel", result, source, request_id as "requestId", details, hash
       from platform.audit_entry where district = $1 and seq = $2`,
      [DISTRICT, seq],
    );
    const row = rows[0];
    if (row === undefined || linkHash(previous, entryLine(row)) !== row.hash)
      throw new Error(`entry ${seq} does not fit`);
    previous = row.hash;
  }
  return PEER_ENTRIES / ((performance.now() - started) / 1000);
}

/** Verifies a chain of 300,000 entries from the database, beside the row-by-row way, on the same machine and rows. */
export async function runAuditBench(): Promise<BenchLine[]> {
  const cluster = await startEmbeddedCluster(BENCH_DATA, 'jince_bench');
  await onAdmin(cluster.url, `drop database if exists ${DATABASE} with (force)`, `create database ${DATABASE}`);
  const url = new URL(cluster.url);
  url.pathname = `/${DATABASE}`;
  const pool = createPool(url.toString(), DISTRICT, 4);
  const db = createDatabase(pool);
  try {
    await migrate(db);
    await fill(pool);
    const runs: number[] = [];
    for (let i = 0; i < 3; i++) {
      const found = await verifyChain(pool, DISTRICT, { trusted: [] });
      if (!found.ok || found.entries !== ENTRIES) throw new Error('the generated chain does not verify');
      runs.push(found.entriesPerSecond);
    }
    const value = runs.sort((a, b) => a - b)[1] as number;
    const peerValue = Math.round(await verifyRowByRow(pool));
    return [
      {
        bench: 'audit',
        metric: 'verify chain of 300,000 entries (median of 3)',
        value,
        unit: 'entries/s',
        peer: 'one query per entry',
        peerValue,
        bar: BAR_PER_SECOND,
        met: value >= BAR_PER_SECOND,
      },
    ];
  } finally {
    await db.destroy();
    await onAdmin(cluster.url, `drop database ${DATABASE} with (force)`);
    await cluster.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const line of await runAuditBench()) process.stdout.write(`${JSON.stringify(line)}\n`);
}
