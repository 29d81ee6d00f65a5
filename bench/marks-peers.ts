import { createRequire } from 'node:module';
import pg from 'pg';
import { startEmbeddedCluster } from '../apps/server/src/platform/database/embedded/cluster.ts';
import { BENCH_DATA } from './bench-world.ts';

const require = createRequire(new URL('../packages/trademark-similarity/package.json', import.meta.url));
const { pinyin } = require('pinyin-pro') as typeof import('pinyin-pro');

export interface MarkPeer {
  readonly name: string;
  /** Queries of each kind it answers, where fewer than the others: it is slow. */
  readonly perKind?: number;
  /** Places of the first ten. */
  search(text: string): Promise<readonly number[]>;
}

const FIRST = 10;
const read = (text: string): string => pinyin(text, { toneType: 'none', type: 'array' }).join(' ');

/** pg_trgm on names, on their Pinyin, and both lists taken in turns: PostgreSQL with GIN indexes, similarity from 0.15. */
export async function openTrigramPeers(
  names: readonly string[],
): Promise<{ peers: MarkPeer[]; close: () => Promise<void> }> {
  const cluster = await startEmbeddedCluster(BENCH_DATA, 'jince_bench');
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  await client.query('create extension if not exists pg_trgm');
  await client.query('drop schema if exists marks_peer cascade; create schema marks_peer');
  await client.query('create table marks_peer.mark (at int primary key, name text not null, reading text not null)');
  const readings = names.map(read);
  for (let from = 0; from < names.length; from += 20_000) {
    const part = names.slice(from, from + 20_000);
    await client.query('insert into marks_peer.mark select * from unnest($1::int[], $2::text[], $3::text[])', [
      part.map((_, n) => from + n),
      part,
      readings.slice(from, from + 20_000),
    ]);
  }
  await client.query('create index on marks_peer.mark using gin (name gin_trgm_ops)');
  await client.query('create index on marks_peer.mark using gin (reading gin_trgm_ops)');
  await client.query('analyze marks_peer.mark; set pg_trgm.similarity_threshold = 0.15');
  const by = async (column: 'name' | 'reading', text: string): Promise<number[]> => {
    const { rows } = await client.query<{ at: number }>(
      `select at from marks_peer.mark where ${column} % $1 order by similarity(${column}, $1) desc, at limit ${FIRST}`,
      [text],
    );
    return rows.map(({ at }) => at);
  };
  const onText: MarkPeer = { name: 'pg_trgm on text', search: (text) => by('name', text) };
  const onReading: MarkPeer = { name: 'pg_trgm on pinyin', search: (text) => by('reading', read(text)) };
  const union: MarkPeer = {
    name: 'pg_trgm on text and pinyin',
    search: async (text) => {
      const [a, b] = [await onText.search(text), await onReading.search(text)];
      return [...new Set(a.flatMap((at, n) => (b[n] === undefined ? [at] : [at, b[n]])).concat(b))].slice(0, FIRST);
    },
  };
  return {
    peers: [onText, onReading, union],
    close: async () => {
      await client.query('drop schema marks_peer cascade');
      await client.end();
    },
  };
}
