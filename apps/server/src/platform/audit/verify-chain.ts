import type { KeyObject } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type ChainPoint, type ChainProblem, ChainVerifier } from './chain-verifier.ts';
import { checkAgainstCheckpoints, checkAgainstHead } from './check-against.ts';
import type { Checkpoint } from './checkpoint.ts';
import { chainCopySql, GENESIS_HASH } from './entry-line.ts';

export interface ChainVerification {
  readonly ok: boolean;
  readonly entries: number;
  readonly checkpoints: number;
  readonly entriesPerSecond: number;
  readonly problems: readonly ChainProblem[];
  readonly head: ChainPoint;
}

export interface VerifyOptions {
  /** Keys whose checkpoints count. */
  readonly trusted: readonly KeyObject[];
  /** Checkpoints kept elsewhere (an older export), checked besides those in the database. */
  readonly kept?: readonly Checkpoint[];
}

interface HeadRow {
  readonly seq: number;
  readonly hash: string;
}

async function readHead(client: PoolClient, district: string): Promise<ChainPoint> {
  const { rows } = await client.query<HeadRow>('select seq, hash from platform.audit_head where district = $1', [
    district,
  ]);
  return rows[0] ?? { seq: 0, hash: GENESIS_HASH };
}

/** Signed states of the chain, oldest first. */
export async function readCheckpoints(client: PoolClient, district: string): Promise<Checkpoint[]> {
  const { rows } = await client.query<Checkpoint>(
    `select district, seq, hash, at, key_id as "keyId", signature
     from platform.audit_checkpoint where district = $1 order by seq`,
    [district],
  );
  return rows;
}

/** Runs `work` on one connection that sees one unchanging state of the database. */
export async function onSnapshot<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A connection that failed in the middle of a COPY is not given back.
    client.release(failure);
  }
}

/** Feeds every entry after `afterSeq` through the verifier. */
export async function streamChain(
  client: PoolClient,
  district: string,
  verifier: ChainVerifier,
  afterSeq = 0,
): Promise<void> {
  for await (const chunk of client.query(copyTo(chainCopySql(district, afterSeq)))) verifier.feed(chunk as Buffer);
  verifier.finish();
}

/**
 * Checks the whole chain of a district against itself, its head and its signed checkpoints, in one snapshot and in
 * constant memory. Finds edited, deleted, reordered and cut-off entries.
 */
export async function verifyChain(pool: Pool, district: string, options: VerifyOptions): Promise<ChainVerification> {
  return onSnapshot(pool, async (client) => {
    const head = await readHead(client, district);
    const checkpoints = [...(await readCheckpoints(client, district)), ...(options.kept ?? [])];
    const verifier = new ChainVerifier(
      undefined,
      checkpoints.map((c) => c.seq),
    );
    const startedMs = performance.now();
    await streamChain(client, district, verifier);
    const seconds = (performance.now() - startedMs) / 1000;
    checkAgainstHead(verifier, head);
    checkAgainstCheckpoints(verifier, checkpoints, options.trusted);
    return {
      ok: verifier.problems.length === 0,
      entries: verifier.entries,
      checkpoints: checkpoints.length,
      entriesPerSecond: Math.round(verifier.entries / Math.max(seconds, 1e-6)),
      problems: verifier.problems,
      head,
    };
  });
}
