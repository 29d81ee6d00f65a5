import type { KeyObject } from 'node:crypto';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type ChainPoint, ChainVerifier } from './chain-verifier.ts';
import { checkAgainstCheckpoints, checkAgainstHead } from './check-against.ts';
import type { Checkpoint } from './checkpoint.ts';
import { chainCopySql, GENESIS_HASH } from './entry-line.ts';
import { type ChainVerification, onSnapshot, readCheckpoints } from './verify-chain.ts';

const MAGIC = 'jince-audit-export';
const VERSION = '1';
const ENTRIES = 'entries';
/** A header longer than this is no export file. */
const MAX_HEADER_BYTES = 64 * 1024 * 1024;

export class AuditExportError extends Error {
  override name = 'AuditExportError';
}

/**
 * Writes head, signed checkpoints and all entries as one text file that can be checked with the public key alone:
 * `magic TAB version TAB district TAB headSeq TAB headHash`, one checkpoint per line, `entries`, one entry per line.
 */
export async function exportChain(pool: Pool, district: string, out: Writable): Promise<ChainPoint> {
  return onSnapshot(pool, async (client) => {
    const { rows } = await client.query<ChainPoint>('select seq, hash from platform.audit_head where district = $1', [
      district,
    ]);
    const head = rows[0] ?? { seq: 0, hash: GENESIS_HASH };
    const lines = [[MAGIC, VERSION, district, head.seq, head.hash]];
    for (const c of await readCheckpoints(client, district)) {
      lines.push([c.district, c.seq, c.hash, c.at, c.keyId, c.signature]);
    }
    out.write(`${lines.map((line) => line.join('\t')).join('\n')}\n${ENTRIES}\n`);
    await pipeline(client.query(copyTo(chainCopySql(district))), out);
    return head;
  });
}

export interface ExportHeader {
  readonly district: string;
  readonly head: ChainPoint;
  readonly checkpoints: readonly Checkpoint[];
}

function parseHeader(text: string): ExportHeader {
  const [first = '', ...rest] = text.split('\n');
  const [magic, version, district, seq, hash] = first.split('\t');
  if (magic !== MAGIC || district === undefined || seq === undefined || hash === undefined) {
    throw new AuditExportError('这不是审计日志导出文件。 / This is not an audit export.');
  }
  if (version !== VERSION)
    throw new AuditExportError(`不认识的导出版本 ${version}。 / Unknown export version ${version}.`);
  const checkpoints = rest.map((line): Checkpoint => {
    const [of = '', at = '', sum = '', time = '', keyId = '', signature = ''] = line.split('\t');
    return { district: of, seq: Number(at), hash: sum, at: time, keyId, signature };
  });
  return { district, head: { seq: Number(seq), hash }, checkpoints };
}

/** Splits the stream into its header and the bytes of the entries. */
async function readHeader(chunks: AsyncIterator<Buffer>): Promise<{ header: ExportHeader; rest: Buffer }> {
  let held = Buffer.alloc(0);
  const mark = Buffer.from(`\n${ENTRIES}\n`);
  for (;;) {
    const { value, done } = await chunks.next();
    if (done) throw new AuditExportError('文件不完整：没有日志记录部分。 / The file is incomplete: it has no entries.');
    held = Buffer.concat([held, value]);
    const at = held.indexOf(mark);
    if (at !== -1) {
      return { header: parseHeader(held.toString('utf8', 0, at)), rest: held.subarray(at + mark.length) };
    }
    if (
      held.length > MAX_HEADER_BYTES ||
      !MAGIC.startsWith(held.toString('latin1', 0, Math.min(held.length, MAGIC.length)))
    ) {
      throw new AuditExportError('这不是审计日志导出文件。 / This is not an audit export.');
    }
  }
}

/** Only the signed checkpoints of an export: an older file shows what the chain must still contain. */
export async function readExportedCheckpoints(content: AsyncIterable<Buffer>): Promise<readonly Checkpoint[]> {
  return (await readHeader(content[Symbol.asyncIterator]())).header.checkpoints;
}

/**
 * Checks an export without any database: the chain, its head and the signatures, streaming.
 * @throws {AuditExportError} when the file is no export
 */
export async function verifyExport(
  content: AsyncIterable<Buffer>,
  trusted: readonly KeyObject[],
): Promise<ChainVerification & { readonly district: string }> {
  const chunks = content[Symbol.asyncIterator]();
  const { header, rest } = await readHeader(chunks);
  const { district, head, checkpoints } = header;
  const verifier = new ChainVerifier(
    undefined,
    checkpoints.map((c) => c.seq),
  );
  const startedMs = performance.now();
  verifier.feed(rest);
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) verifier.feed(next.value);
  verifier.finish();
  const seconds = (performance.now() - startedMs) / 1000;
  checkAgainstHead(verifier, head);
  checkAgainstCheckpoints(verifier, checkpoints, trusted);
  return {
    ok: verifier.problems.length === 0,
    district,
    entries: verifier.entries,
    checkpoints: checkpoints.length,
    entriesPerSecond: Math.round(verifier.entries / Math.max(seconds, 1e-6)),
    problems: verifier.problems,
    head,
  };
}
