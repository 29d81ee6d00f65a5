import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openWorld, type World } from '../apps/server/src/app.ts';
import { loadConfig } from '../apps/server/src/platform/config/config.ts';
import { startEmbeddedCluster } from '../apps/server/src/platform/database/embedded/cluster.ts';

export interface BenchLine {
  readonly bench: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly peer: string;
  readonly peerValue: number;
  readonly bar: number;
  readonly met: boolean;
}

export const BENCH_DATA = fileURLToPath(new URL('../.data/bench', import.meta.url));

/** The world over a database of its own on the benches' cluster; `fresh` drops what was there. */
export async function openBenchWorld(name: string, { fresh = false } = {}): Promise<World> {
  const cluster = await startEmbeddedCluster(BENCH_DATA, 'jince_bench');
  const database = `jince_bench_${name}`;
  const admin = new pg.Client({ connectionString: cluster.url });
  await admin.connect();
  if (fresh) await admin.query(`drop database if exists ${database} with (force)`);
  const found = await admin.query('select 1 from pg_database where datname = $1', [database]);
  if (found.rowCount === 0) await admin.query(`create database ${database}`);
  await admin.end();
  const url = new URL(cluster.url);
  url.pathname = `/${database}`;
  return openWorld(
    loadConfig({
      JINCE_DATA_DIR: BENCH_DATA,
      JINCE_FILES: join(BENCH_DATA, 'files'),
      DATABASE_URL: url.toString(),
      JINCE_LOG_LEVEL: 'warn',
    }),
  );
}

/** The value at a share of the sorted samples; 0.95 → p95. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] as number;
}

/** Small repeatable random numbers (mulberry32), 0 ≤ x < 1. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const round = (value: number, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits;
