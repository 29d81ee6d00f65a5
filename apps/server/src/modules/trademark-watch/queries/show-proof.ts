import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { readStamp, streamZip, type ZipSource } from '../../evidence/index.ts';
import { rootOf } from '../domain/hash-tree.ts';
import { listProofs, type ProofRow } from '../repositories/capture-repository.ts';
import { listHitFiles } from '../repositories/hit-file-repository.ts';
import { listHitRows } from '../repositories/hit-repository.ts';
import { reachHit } from './reach-hit.ts';

const MOST_ROWS = 10_000;

/** Where a kept hash stands, in short. */
export function proofView(row: ProofRow | undefined) {
  if (row === undefined || row.root === null) return { state: 'waiting' as const, at: null, by: null, root: null };
  return row.stamped_at === null
    ? { state: 'sealed' as const, at: row.sealed_at, by: null, root: row.root }
    : { state: 'stamped' as const, at: row.stamped_at, by: row.authority, root: row.root };
}

/** What was kept of a hit under a hash, with its name. @throws AppError 404 where the hit has no such file */
async function keptOf(ctx: Ctx, hitId: string, sha256: string): Promise<{ name: string; proof: ProofRow | undefined }> {
  await reachHit(ctx, hitId);
  const file = (await listHitFiles(ctx.db, ctx.district, hitId)).find((one) => one.sha256 === sha256);
  const row = (await listHitRows(ctx.db, ctx.district, [hitId], MOST_ROWS)).find((one) => one.sha256 === sha256);
  const name = file?.file_name ?? (row === undefined ? undefined : `${row.record_key.slice(0, 32)}.json`);
  if (name === undefined) throw new AppError('platform.not-found');
  return { name, proof: (await listProofs(ctx.db, ctx.district, [sha256])).get(sha256) };
}

async function bytesOf(ctx: Ctx, sha256: string): Promise<{ bytes: number; same: boolean }> {
  if (!existsSync(await ctx.services.files.localPath(sha256))) return { bytes: 0, same: false };
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of await ctx.services.files.read(sha256)) {
    hash.update(part as Buffer);
    bytes += (part as Buffer).length;
  }
  return { bytes, same: hash.digest('hex') === sha256 };
}

/** Looks at everything again: the bytes by their hash, the way from the hash to the root, the stamp over the root. */
export async function checkHitProof(ctx: Ctx, hitId: string, sha256: string) {
  const { proof } = await keptOf(ctx, hitId, sha256);
  const { same } = await bytesOf(ctx, sha256);
  const root = proof?.root ?? null;
  const path = root === null ? null : rootOf(sha256, proof?.path ?? []) === root;
  const facts = root === null || proof?.token == null ? null : await readStamp(ctx, proof.token, root);
  return {
    same,
    path,
    stamp: facts === null ? null : facts !== undefined,
    trusted: facts?.trusted ?? null,
    ...proofView(proof),
  };
}

function textSource(name: string, text: string | Buffer): ZipSource {
  const bytes = Buffer.isBuffer(text) ? text : Buffer.from(text, 'utf8');
  return {
    name,
    size: bytes.length,
    crc: crc32(bytes),
    open: async function* () {
      yield bytes;
    },
  };
}

async function fileSource(ctx: Ctx, name: string, sha256: string): Promise<ZipSource> {
  let [size, crc] = [0, 0];
  const read = async function* (): AsyncGenerator<Buffer> {
    for await (const part of await ctx.services.files.read(sha256)) yield part as Buffer;
  };
  for await (const part of read()) {
    size += part.length;
    crc = crc32(part, crc);
  }
  return { name, size, crc, open: read };
}

const HOW_TO = (fileName: string): string =>
  [
    '监测证据校验说明',
    '',
    `1. 计算 ${fileName} 的 SHA-256 哈希值，应与 proof.json 的 sha256 相同。`,
    '2. 由 sha256 起按 proof.json 的 path 逐级计算：先算 SHA-256(00 || sha256)；每一级，L 开头的在左、R 开头的在右，',
    '   算 SHA-256(01 || 左 || 右)，最后应得 root（RFC 6962 第 2.1 节的哈希树）。',
    '3. stamp.tst 是对 root 的 RFC 3161 时间戳令牌，可以这样校验：',
    '   openssl ts -verify -token_in -in stamp.tst -digest <root> -CAfile <时间戳机构根证书.pem>',
    '   没有 stamp.tst 的，表示当时没有设置时间戳机构，sealedAt 是本系统的时间。',
    '',
  ].join('\r\n');

/** What was kept with everything an outsider needs to check it: the bytes, the way to the root, the stamp, and how to. */
export async function downloadHitProof(ctx: Ctx, hitId: string, sha256: string): Promise<FileAnswer> {
  const { name, proof } = await keptOf(ctx, hitId, sha256);
  if (proof === undefined || proof.root === null) throw new AppError('trademark-watch.hit.not-sealed');
  const statement = {
    sha256,
    keptAt: proof.kept_at,
    path: proof.path,
    root: proof.root,
    leaves: proof.leaves,
    sealedAt: proof.sealed_at,
    stampedAt: proof.stamped_at,
    authority: proof.authority,
  };
  const sources = [
    await fileSource(ctx, name, sha256),
    textSource('proof.json', `${JSON.stringify(statement, null, 2)}\n`),
    textSource('校验说明.txt', `\uFEFF${HOW_TO(name)}`),
    ...(proof.token === null ? [] : [textSource('stamp.tst', proof.token)]),
  ];
  return {
    fileName: `${name.replace(/\.[^.]*$/, '')}-证明.zip`,
    mediaType: 'application/zip',
    content: Readable.from(streamZip(sources, () => Promise.resolve())),
  };
}
