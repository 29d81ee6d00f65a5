#!/usr/bin/env node
// 核验证据包 · Verifies a sealed package of evidence. Needs Node.js 20 or later and nothing else.
//
//   node verify-package.mjs <package.zip | unpacked folder> [--sha256 <hash on the receipt>] [--ca <authorities.pem>]
//
// Every byte of a package follows from the names and contents of its entries: the archive's headers are made again and
// compared, each content is hashed and compared with manifest.json, the manifest with manifest.sha256, and each chain of
// custody is linked again. What an outsider must know from elsewhere is the hash of the package (receipt) or, where the
// office uses a time-stamp authority, its certificate. Exit code: 0 sound, 1 not, 2 wrong use.
import { createHash, createVerify, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import zlib from 'node:zlib';

const FORMAT = 'jince-evidence-package/1';
const OUTSIDE_MANIFEST = new Set(['manifest.json', 'manifest.sha256', 'manifest.tst']);
const PIECE = 1024 * 1024;
const MOST_32 = 0xffffffff;
const MOST_16 = 0xffff;

class Unsound extends Error {}
const unsound = (zh, en) => {
  throw new Unsound(`${zh} / ${en}`);
};
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

// ---- the archive ----------------------------------------------------------------------------------------------------

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});
/** Node 20.15 and 22.2 have one of their own, which is faster. */
const crc32 = zlib.crc32 ?? ((bytes, before) => {
  let crc = ~before;
  for (let at = 0; at < bytes.length; at++) crc = CRC_TABLE[(crc ^ bytes[at]) & 0xff] ^ (crc >>> 8);
  return ~crc >>> 0;
});

/** Little-endian numbers, one after the other: [bytes, value]. */
function numbers(...fields) {
  const out = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 8) out.writeBigUInt64LE(BigInt(value), at);
    else if (bytes === 4) out.writeUInt32LE(value, at);
    else out.writeUInt16LE(value, at);
    at += bytes;
  }
  return out;
}
const fit = (value) => Math.min(value, MOST_32);

function localHeader({ raw, size, crc }) {
  const large = size >= MOST_32;
  const extra = large ? numbers([2, 1], [2, 16], [8, size], [8, size]) : Buffer.alloc(0);
  return Buffer.concat([
    numbers([4, 0x04034b50], [2, large ? 45 : 20], [2, 0x0800], [2, 0], [2, 0], [2, 0x21]),
    numbers([4, crc], [4, fit(size)], [4, fit(size)], [2, raw.length], [2, extra.length]),
    raw,
    extra,
  ]);
}

function centralHeader({ raw, size, crc, at }) {
  const wide = [...(size >= MOST_32 ? [[8, size], [8, size]] : []), ...(at >= MOST_32 ? [[8, at]] : [])];
  const extra = wide.length === 0 ? Buffer.alloc(0) : numbers([2, 1], [2, wide.length * 8], ...wide);
  return Buffer.concat([
    numbers([4, 0x02014b50], [2, 45], [2, wide.length === 0 ? 20 : 45], [2, 0x0800], [2, 0], [2, 0], [2, 0x21]),
    numbers([4, crc], [4, fit(size)], [4, fit(size)], [2, raw.length], [2, extra.length]),
    numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, fit(at)]),
    raw,
    extra,
  ]);
}

function archiveEnd(entries, at) {
  const directory = Buffer.concat(entries.map(centralHeader));
  const count = entries.length;
  const wide = count >= MOST_16 || at >= MOST_32 || directory.length >= MOST_32;
  const wideEnd = wide
    ? Buffer.concat([
        numbers([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0]),
        numbers([8, count], [8, count], [8, directory.length], [8, at]),
        numbers([4, 0x07064b50], [4, 0], [8, at + directory.length], [4, 1]),
      ])
    : Buffer.alloc(0);
  const short = Math.min(count, MOST_16);
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, short], [2, short], [4, fit(directory.length)], [4, fit(at)], [2, 0]);
  return Buffer.concat([directory, wideEnd, end]);
}

async function readAt(file, at, length) {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  if (bytesRead !== length) unsound('压缩包不完整', 'the archive is cut off');
  return bytes;
}

/** Where the directory stands, from the end of the archive; a comment or anything behind it is not allowed. */
async function findDirectory(file, size) {
  if (size < 22) unsound('不是压缩包', 'no archive');
  const end = await readAt(file, size - 22, 22);
  if (end.readUInt32LE(0) !== 0x06054b50) unsound('压缩包结尾有改动', 'the end of the archive was changed');
  const plain = { count: end.readUInt16LE(10), length: end.readUInt32LE(12), at: end.readUInt32LE(16) };
  if (plain.count < MOST_16 && plain.length < MOST_32 && plain.at < MOST_32) return plain;
  const locator = await readAt(file, size - 42, 20);
  if (locator.readUInt32LE(0) !== 0x07064b50) unsound('压缩包结尾有改动', 'the end of the archive was changed');
  const wide = await readAt(file, Number(locator.readBigUInt64LE(8)), 56);
  return {
    count: Number(wide.readBigUInt64LE(32)),
    length: Number(wide.readBigUInt64LE(40)),
    at: Number(wide.readBigUInt64LE(48)),
  };
}

function readDirectory(bytes, count) {
  const entries = [];
  let at = 0;
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) unsound('压缩包目录有改动', 'the directory was changed');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + bytes.readUInt16LE(at + 30));
    const entry = {
      raw: bytes.subarray(at + 46, at + 46 + nameLength),
      crc: bytes.readUInt32LE(at + 16),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    };
    let wide = 4;
    if (entry.size === MOST_32 && extra.length >= wide + 16) {
      entry.size = Number(extra.readBigUInt64LE(wide));
      wide += 16;
    }
    if (entry.at === MOST_32 && extra.length >= wide + 8) entry.at = Number(extra.readBigUInt64LE(wide));
    entries.push({ ...entry, name: entry.raw.toString('utf8') });
    at += 46 + nameLength + extra.length + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Hashes every entry; true to the byte, or {@link Unsound}. Small entries are kept to be read. */
async function readArchive(path) {
  const { size } = statSync(path);
  const file = await open(path);
  try {
    const found = await findDirectory(file, size);
    if (found.at + found.length > size) unsound('压缩包结尾有改动', 'the end of the archive was changed');
    const entries = readDirectory(await readAt(file, found.at, found.length), found.count);
    const whole = createHash('sha256');
    const contents = new Map();
    let at = 0;
    for (const entry of entries) {
      if (entry.at !== at) unsound(`“${entry.name}”前后有多余内容`, `bytes between entries at "${entry.name}"`);
      const header = localHeader(entry);
      const actual = await readAt(file, at, header.length);
      if (!actual.equals(header)) unsound(`“${entry.name}”的文件头有改动`, `the header of "${entry.name}" was changed`);
      whole.update(actual);
      const hash = createHash('sha256');
      const kept = [];
      let crc = 0;
      for (let done = 0; done < entry.size; ) {
        const piece = await readAt(file, at + header.length + done, Math.min(PIECE, entry.size - done));
        hash.update(piece);
        whole.update(piece);
        crc = crc32(piece, crc);
        if (OUTSIDE_MANIFEST.has(entry.name) || entry.name.startsWith('stamps/')) kept.push(piece);
        done += piece.length;
      }
      if (crc !== entry.crc) unsound(`“${entry.name}”的内容有改动`, `the content of "${entry.name}" was changed`);
      if (contents.has(entry.name)) unsound(`“${entry.name}”出现两次`, `"${entry.name}" is there twice`);
      contents.set(entry.name, { sha256: hash.digest('hex'), size: entry.size, bytes: Buffer.concat(kept) });
      at += header.length + entry.size;
    }
    const tail = await readAt(file, at, size - at);
    if (!tail.equals(archiveEnd(entries, at))) unsound('压缩包目录有改动', 'the directory was changed');
    return { contents, sha256: whole.update(tail).digest('hex') };
  } finally {
    await file.close();
  }
}

/** The same of a folder into which a package was unpacked. */
async function readFolder(root) {
  const contents = new Map();
  for (const one of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (one.isDirectory()) continue;
    const path = join(one.parentPath ?? one.path, one.name);
    const name = relative(root, path).split(sep).join('/');
    const hash = createHash('sha256');
    const kept = [];
    let size = 0;
    const file = await open(path);
    for await (const piece of file.createReadStream({ highWaterMark: PIECE })) {
      hash.update(piece);
      size += piece.length;
      if (OUTSIDE_MANIFEST.has(name) || name.startsWith('stamps/')) kept.push(piece);
    }
    contents.set(name, { sha256: hash.digest('hex'), size, bytes: Buffer.concat(kept) });
  }
  return { contents, sha256: undefined };
}

// ---- time-stamps (RFC 3161) -------------------------------------------------------------------------------------------

function readDer(bytes, at = 0) {
  const first = bytes[at + 1];
  const more = first < 0x80 ? 0 : first & 0x7f;
  const start = at + 2 + more;
  const length = more === 0 ? first : bytes.readUIntBE(at + 2, more);
  if (!(start + length <= bytes.length)) unsound('时间戳格式有误', 'a time-stamp is malformed');
  return { tag: bytes[at], content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
}
function inside(value) {
  const all = [];
  for (let at = 0; at < value.content.length; ) {
    all.push(readDer(value.content, at));
    at += all.at(-1).whole.length;
  }
  return all;
}
const OID = {
  digest: '2a864886f70d010904',
  certificate: ['2a864886f70d010910020c', '2a864886f70d010910022f'],
  hashes: { '2b0e03021a': 'sha1', '608648016503040201': 'sha256', '608648016503040202': 'sha384', '608648016503040203': 'sha512' },
};
const algorithmOf = (value) => OID.hashes[inside(value)[0].content.toString('hex')];

/** When a token was made and by whom, if it is of this hash and its signature holds. */
function readStamp(token, expected, authorities) {
  const fail = () => unsound('时间戳无效', 'a time-stamp does not hold');
  const signed = inside(readDer(inside(readDer(token))[1].content));
  const content = readDer(inside(signed[2])[1].content).content;
  const info = inside(readDer(content));
  if (inside(info[2])[1].content.toString('hex') !== expected) fail();
  const certificates = inside(signed.find(({ tag }) => tag === 0xa0) ?? fail()).map(({ whole }) => new X509Certificate(whole));
  const signer = inside(inside(signed.at(-1))[0]);
  const attributes = signer.find(({ tag }) => tag === 0xa0) ?? fail();
  const values = new Map(inside(attributes).map((one) => [inside(one)[0].content.toString('hex'), inside(inside(one)[1])[0]]));
  const algorithm = algorithmOf(signer[2]);
  const digest = createHash(algorithm).update(content).digest();
  if (!values.get(OID.digest)?.content.equals(digest)) fail();
  const named = OID.certificate.map((oid) => values.get(oid)).find(Boolean) ?? fail();
  const wanted = inside(inside(inside(named)[0])[0]).find(({ tag }) => tag === 0x04)?.content;
  const certificate =
    certificates.find((one) => ['sha256', 'sha1', 'sha384', 'sha512'].some((name) => createHash(name).update(one.raw).digest().equals(wanted))) ?? fail();
  const covered = Buffer.concat([Buffer.from([0x31]), attributes.whole.subarray(1)]);
  const signature = signer.find(({ tag }) => tag === 0x04).content;
  if (!createVerify(algorithm).update(covered).verify(certificate.publicKey, signature)) fail();
  if (!certificate.keyUsage?.includes('1.3.6.1.5.5.7.3.8')) fail();
  if (authorities.length > 0) {
    const issuer = (one) => [...authorities, ...certificates].find((other) => other !== one && one.checkIssued(other) && one.verify(other.publicKey));
    let link = certificate;
    for (let step = 0; step < 8 && link && !authorities.some((one) => one.fingerprint256 === link.fingerprint256); step++) link = issuer(link);
    if (!link) unsound('时间戳证书不是由给定机构签发', 'a time-stamp does not lead to the given authorities');
  }
  return { at: info[4].content.toString('latin1'), by: certificate.subject.replaceAll('\n', ', ') };
}

// ---- manifest and custody ---------------------------------------------------------------------------------------------

/** Links a chain of custody again; the same line as the office makes. */
function checkCustody({ id, title, custody, custodyHead }) {
  let previous = '0'.repeat(64);
  for (const [n, e] of custody.entries()) {
    const details = Object.entries(e.details).sort(([a], [b]) => (a < b ? -1 : 1));
    const line = JSON.stringify([e.subject, e.subjectId, e.seq, e.act, e.happenedAt, e.from, e.to, e.place, e.reason, details, e.by, e.recordedAt]);
    if (e.seq !== n + 1 || e.subjectId !== id || e.previousHash !== previous) unsound(`“${title}”的流转记录不连续`, `the custody of "${title}" has a gap`);
    previous = sha256(`${previous}\n${line}`);
    if (e.hash !== previous) unsound(`“${title}”的流转记录有改动`, `the custody of "${title}" was changed`);
  }
  if (custody.length === 0 || previous !== custodyHead) unsound(`“${title}”的流转记录不完整`, `the custody of "${title}" is incomplete`);
}

function readManifest(contents) {
  const manifest = contents.get('manifest.json');
  const line = contents.get('manifest.sha256')?.bytes.toString('utf8');
  if (manifest === undefined || line === undefined) unsound('缺少清单', 'the manifest is missing');
  if (line !== `${manifest.sha256}  manifest.json\n`) unsound('清单有改动', 'the manifest was changed');
  const read = JSON.parse(manifest.bytes.toString('utf8'));
  if (read.format !== FORMAT) unsound(`不认识的格式 ${read.format}`, `unknown format ${read.format}`);
  return read;
}

function checkFiles(manifest, contents) {
  const listed = new Map(manifest.files.map((one) => [one.path, one]));
  if (listed.size !== manifest.files.length) unsound('清单中有重复的文件', 'the manifest lists a file twice');
  for (const [path, { sha256: hash, size }] of listed) {
    const found = contents.get(path);
    if (found === undefined) unsound(`缺少“${path}”`, `"${path}" is missing`);
    if (found.sha256 !== hash || found.size !== size) unsound(`“${path}”的内容有改动`, `"${path}" was changed`);
  }
  for (const path of contents.keys())
    if (!listed.has(path) && !OUTSIDE_MANIFEST.has(path)) unsound(`多出“${path}”`, `"${path}" was added`);
  for (const item of manifest.evidence)
    if (listed.get(item.path)?.sha256 !== item.sha256) unsound(`“${item.title}”与文件不符`, `"${item.title}" is not its file`);
  const intake = (item) => item.custody[0]?.details.sha256;
  for (const item of manifest.evidence)
    if (intake(item) !== item.sha256) unsound(`“${item.title}”与登记时的哈希值不符`, `"${item.title}" is not what was taken in`);
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { sha256: { type: 'string' }, ca: { type: 'string' } },
    allowPositionals: true,
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1 || !existsSync(path)) {
    console.error('用法 usage: node verify-package.mjs <package.zip | folder> [--sha256 HASH] [--ca authorities.pem]');
    return 2;
  }
  const authorities = (values.ca === undefined ? '' : readFileSync(values.ca, 'utf8'))
    .split(/(?<=-----END CERTIFICATE-----)/)
    .filter((pem) => pem.includes('BEGIN CERTIFICATE'))
    .map((pem) => new X509Certificate(pem));
  const { contents, sha256: whole } = statSync(path).isDirectory() ? await readFolder(path) : await readArchive(path);
  if (values.sha256 !== undefined && whole !== values.sha256.toLowerCase())
    unsound('整包哈希值与回执不一致', 'the package does not have the hash of the receipt');
  const manifest = readManifest(contents);
  checkFiles(manifest, contents);
  for (const item of manifest.evidence) checkCustody(item);
  const stamp = contents.get('manifest.tst');
  const sealed = stamp === undefined ? undefined : readStamp(stamp.bytes, contents.get('manifest.json').sha256, authorities);
  let stamps = 0;
  for (const item of manifest.evidence)
    for (const { path: token } of item.stamps) {
      readStamp(contents.get(token).bytes, item.sha256, authorities);
      stamps++;
    }
  const say = (zh, en) => console.log(`${zh} / ${en}`);
  say(`核验通过：${manifest.number} ${manifest.title}`, 'sound');
  say(`办件 ${manifest.file.number}，封存于 ${manifest.sealedAt}，${manifest.sealedBy}`, 'sealed');
  say(`文件 ${manifest.files.length} 个，证据 ${manifest.evidence.length} 件，时间戳 ${stamps} 个`, 'files, items, stamps');
  if (sealed !== undefined) say(`清单时间戳 ${sealed.at}，${sealed.by}`, 'stamp of the manifest');
  if (whole !== undefined) say(`整包 SHA-256 ${whole}`, 'compare with the receipt');
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(`核验不通过 / not sound: ${error instanceof Unsound ? error.message : `无法读取 / cannot be read: ${error.message}`}`);
    process.exit(1);
  },
);
