import { createHash } from 'node:crypto';

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { EvidenceItem } from '@jince/contract';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityModule, issueSession, SESSION_COOKIE } from '../../platform/auth/index.ts';
import { type Ctx, inTransaction, systemContext } from '../../platform/context/context.ts';
import { buildApp } from '../../platform/http/build-app.ts';
import { drainJobs } from '../../platform/jobs/drain-jobs.ts';
import type { JobTask } from '../../platform/jobs/job-task.ts';
import type { ModuleDefinition } from '../../platform/module.ts';
import { proceduresModule } from '../../platform/procedures/index.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { describeEvidence, setEvidenceAside } from './commands/describe-evidence.ts';
import { finishUpload } from './commands/finish-upload.ts';
import { linkEvidenceToFile } from './commands/link-evidence.ts';
import { recordCustody } from './commands/record-custody.ts';
import { beginUpload, dropUpload, listUploads, sendChunk } from './commands/take-upload.ts';
import { verifyEvidence } from './commands/verify-evidence.ts';
import { pngOf } from './demo/pictures.ts';
import { evidenceForFile, evidenceModule, keepEvidence, listMeasures, sealPackage } from './index.ts';
import { downloadEvidence } from './queries/download-evidence.ts';
import { pageEvidence } from './queries/list-evidence.ts';
import { downloadPackage, listPackages } from './queries/list-packages.ts';
import { getEvidence } from './queries/show-evidence.ts';
import { checkBroken, checkUnpacked } from './testing/break-package.ts';
import { matterModule, openMatter, refusalOf, verifyPackage } from './testing/evidence-desk.ts';
import { startAuthority, type TestAuthority } from './testing/test-authority.ts';

let test: TestDatabase;
let officer: Ctx;
let stranger: Ctx;
let fileId: string;
let authority: TestAuthority;
const sealed: unknown[] = [];

const listener: ModuleDefinition = {
  name: 'listener',
  routes: [],
  permissions: [],
  errors: {},
  actions: {},
  jobs: [
    {
      task: 'listener.hear-sealed',
      label: { zh: '听', en: 'Listen' },
      cancellable: false,
      maxAttempts: 1,
      run: async (_ctx, payload) => void sealed.push(payload),
    },
  ],
  subscribers: { 'evidence.package.sealed': ['listener.hear-sealed'] },
};
const modules = [identityModule, proceduresModule, evidenceModule, matterModule, listener];
const tasks = new Map<string, JobTask>(modules.flatMap((one) => one.jobs ?? []).map((task) => [task.task, task]));

beforeAll(async () => {
  test = await openTestDatabase(modules);
  authority = await startAuthority({ now: () => test.system().now });
  officer = await test.as('enforcement-officer', 'organisation', 'WJ-MSB-B105');
  stranger = await test.as('enforcement-officer', 'organisation', 'WJ-MSB-B104');
  fileId = await openMatter(test.system(), '锦衡包装厂侵权案');
});
afterAll(async () => {
  await authority.close();
  await test.close();
});

const sha = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const photo = (seed: number, takenAt?: string) =>
  pngOf(
    8,
    Array.from({ length: 8 }, (_, row) => Buffer.alloc(24, seed * 16 + row)),
    takenAt === undefined ? undefined : { takenAt },
  );
const about = (title: string, capturedAt: string | null = null) => ({
  kind: 'photo' as const,
  title,
  capturedAt,
  source: '锦衡包装厂',
  place: '仓库',
});
const piece = (content: Buffer, offset: number, end = content.length) => ({
  offset,
  bytes: Readable.from([content.subarray(offset, end)]),
});

async function upload(
  ctx: Ctx,
  title: string,
  content: Buffer,
  capturedAt: string | null = null,
): Promise<EvidenceItem> {
  const id = uuidv7();
  await beginUpload(ctx, fileId, {
    id,
    fileName: `${title}.png`,
    size: content.length,
    sha256: sha(content),
    about: about(title, capturedAt),
  });
  await sendChunk(ctx, fileId, id, piece(content, 0));
  return finishUpload(ctx, fileId, id, {});
}

describe('an upload', () => {
  const content = photo(1, '2026:11:20 14:05:00');

  it('survives a cut, passes over what is there and refuses a gap', async () => {
    const id = uuidv7();
    const begin = { id, fileName: '../货架.png', size: content.length, sha256: sha(content), about: about('货架') };
    await beginUpload(officer, fileId, begin);
    const cut = new Readable({
      read() {
        this.push(content.subarray(0, 40));
        this.destroy(new Error('connection lost'));
      },
    });
    await expect(sendChunk(officer, fileId, id, { offset: 0, bytes: cut })).rejects.toThrow('connection lost');
    expect((await beginUpload(officer, fileId, begin)).received).toBe(0);
    expect(await sendChunk(officer, fileId, id, piece(content, 0, 50))).toEqual({ received: 50 });
    expect(await refusalOf(sendChunk(officer, fileId, id, piece(content, 60)))).toBe('evidence.upload.gap');
    expect(await refusalOf(finishUpload(officer, fileId, id, {}))).toBe('evidence.upload.unfinished');
    const wrong = { ...piece(content, 50), sha256: '0'.repeat(64) };
    expect(await refusalOf(sendChunk(officer, fileId, id, wrong))).toBe('evidence.upload.chunk-damaged');
    expect((await listUploads(officer, fileId)).items).toMatchObject([{ id, received: 50 }]);
    expect(await sendChunk(officer, fileId, id, piece(content, 20))).toEqual({ received: content.length });
    const item = await finishUpload(officer, fileId, id, { thumbnail: null });
    expect(item).toMatchObject({
      no: 1,
      fileName: '货架.png',
      sha256: sha(content),
      mediaType: 'image/png',
      exifTime: '2026-11-20T14:05:00',
    });
    expect((await finishUpload(officer, fileId, id, {})).id).toBe(item.id);
    expect((await listUploads(officer, fileId)).items).toEqual([]);
    const answer = await downloadEvidence(officer, fileId, item.id);
    expect(await buffer(answer.content as Readable)).toEqual(content);
  });

  it('is begun anew when what arrived is not what was sent', async () => {
    const id = uuidv7();
    await beginUpload(officer, fileId, {
      id,
      fileName: 'a.png',
      size: content.length,
      sha256: 'f'.repeat(64),
      about: about('a'),
    });
    await sendChunk(officer, fileId, id, piece(content, 0));
    expect(await refusalOf(finishUpload(officer, fileId, id, {}))).toBe('evidence.upload.damaged');
    expect((await listUploads(officer, fileId)).items).toMatchObject([{ id, received: 0 }]);
    await dropUpload(officer, fileId, id);
    expect(await refusalOf(sendChunk(officer, fileId, id, piece(content, 0)))).toBe('platform.not-found');
  });

  it('keeps nothing of what is too long, too large, or no evidence', async () => {
    const id = uuidv7();
    await beginUpload(officer, fileId, { id, fileName: 'a.exe', size: 4, about: about('程序') });
    const long = { offset: 0, bytes: Readable.from([Buffer.from('MZ......')]) };
    expect(await refusalOf(sendChunk(officer, fileId, id, long))).toBe('evidence.upload.too-long');
    await sendChunk(officer, fileId, id, { offset: 0, bytes: Readable.from([Buffer.from('MZ..')]) });
    expect(await refusalOf(finishUpload(officer, fileId, id, {}))).toBe('evidence.item.refused');
    expect((await listUploads(officer, fileId)).items).toEqual([]);
    const size = officer.services.config.maxUploadBytes + 1;
    expect(
      await refusalOf(beginUpload(officer, fileId, { id: uuidv7(), fileName: 'a', size, about: about('a') })),
    ).toBe('evidence.upload.too-large');
  });

  it('comes over HTTP as bytes, behind the gate', async () => {
    const app: FastifyInstance = await buildApp(
      test.services,
      modules.flatMap((one) => one.routes),
    );
    const session = await inTransaction(officer, (tx) => issueSession(tx, officer, officer.actor.userId as string, 60));
    const headers = { cookie: `${SESSION_COOKIE}=${session.token}`, 'x-csrf-token': session.csrfToken };
    const id = uuidv7();
    const large = Buffer.concat([photo(2), Buffer.alloc(5 * 1024 * 1024, 1)]);
    await beginUpload(officer, fileId, { id, fileName: 'b.png', size: large.length, about: about('大图') });
    const url = `/api/evidence/files/${fileId}/uploads/${id}/chunks?offset=0&sha256=${sha(large)}`;
    const octets = { ...headers, 'content-type': 'application/octet-stream' };
    expect(
      (await app.inject({ method: 'PUT', url, headers: { 'content-type': octets['content-type'] }, payload: large }))
        .statusCode,
    ).toBe(401);
    expect((await app.inject({ method: 'PUT', url, headers, payload: { a: 1 } })).statusCode).toBe(400);
    const sent = await app.inject({ method: 'PUT', url, headers: octets, payload: large });
    expect([sent.statusCode, sent.json()]).toEqual([200, { received: large.length }]);
    await app.close();
    expect(await finishUpload(officer, fileId, id, {})).toMatchObject({ size: large.length, hasThumbnail: false });
  });
});

describe('evidence', () => {
  it('marks a photo with a false time and corrects nothing', async () => {
    const item = await upload(officer, '门头', photo(3, '2026:11:18 09:00:00'), '2026-11-20T14:00:00+08:00');
    expect(item.doubts).toMatchObject([{ code: 'stated-differs', grave: true }]);
    expect(item.doubts[0]?.text).toContain('相差2天5小时');
    expect(item).toMatchObject({ capturedAt: '2026-11-20T06:00:00.000Z', exifTime: '2026-11-18T09:00:00' });
    const page = await pageEvidence(officer, fileId, { page: 1, pageSize: 10, doubtful: true });
    expect(page.items.map(({ title }) => title)).toContain('门头');
    expect(page.doubtful).toBe(page.total);
  });

  it('goes from hand to hand without a gap, append-only', async () => {
    const { id } = await upload(officer, '样品', photo(4));
    const move = {
      act: 'store' as const,
      happenedAt: test.system().now.toISOString(),
      to: '物证室',
      place: 'A3',
      reason: '入库',
    };
    expect(await refusalOf(recordCustody(officer, fileId, id, { ...move, from: '别人' }))).toBe(
      'evidence.custody.wrong-hand',
    );
    const early = { ...move, happenedAt: '2020-01-01T00:00:00Z', from: officer.actor.displayName };
    expect(await refusalOf(recordCustody(officer, fileId, id, early))).toBe('evidence.custody.out-of-order');
    await recordCustody(officer, fileId, id, { ...move, from: officer.actor.displayName });
    await describeEvidence(officer, fileId, id, {
      kind: 'object',
      title: '样品一',
      place: null,
      note: null,
      reason: '补充',
    });
    const seen = await verifyEvidence(officer, fileId, id);
    expect(seen.custody.map(({ act }) => act)).toEqual(['intake', 'store', 'describe', 'verify']);
    expect(seen).toMatchObject({ title: '样品一', custodyIntact: true });
    await expect(sql`update evidence.custody set to_name = '别人'`.execute(test.services.db)).rejects.toThrow(
      'append-only',
    );
    await expect(sql`delete from evidence.custody`.execute(test.services.db)).rejects.toThrow('append-only');
    const path = await test.services.files.localPath(seen.sha256);
    const whole = await readFile(path);
    await writeFile(path, Buffer.from('changed'));
    expect((await verifyEvidence(officer, fileId, id)).custody.at(-1)).toMatchObject({ details: { same: 0 } });
    expect(await refusalOf(downloadEvidence(officer, fileId, id))).toBe('evidence.item.changed');
    await writeFile(path, whole);
  });

  it('is used in another file of mine alone, and its custody says so', async () => {
    const other = await openMatter(test.system(), '另案');
    const foreign = await openMatter(test.system(), '别处的案件', 'WJ-MSB-B104');
    const numberOf = async (id: string) =>
      (await sql<{ number: string }>`select number from procedures.file where id = ${id}`.execute(test.services.db))
        .rows[0]?.number ?? '';
    const { id } = await upload(officer, '账本', photo(5));
    const link = async (target: string) =>
      linkEvidenceToFile(officer, fileId, id, { number: await numberOf(target), reason: '同一供货商' });
    expect(await refusalOf(link(foreign))).toBe('evidence.file.unknown');
    expect((await link(other)).files).toMatchObject([{ fileId: other, no: 1 }]);
    expect(await refusalOf(link(other))).toBe('evidence.item.in-file');
    const there = await getEvidence(officer, other, id);
    expect(there).toMatchObject({ fromFileId: fileId, no: 1, custodyIntact: true });
    expect(there.custody.at(-1)).toMatchObject({ act: 'link', reason: '同一供货商' });
    expect(await evidenceForFile(officer, other)).toMatchObject([{ title: '账本' }]);
    await setEvidenceAside(officer, other, id, '重复');
    expect(await evidenceForFile(officer, other)).toEqual([]);
    expect((await getEvidence(officer, fileId, id)).setAside).toBeNull();
  });

  it('does not exist for other bodies', async () => {
    const [item] = await evidenceForFile(officer, fileId);
    const id = item?.id as string;
    const tries = [
      () => pageEvidence(stranger, fileId, { page: 1, pageSize: 10 }),
      () => getEvidence(stranger, fileId, id),
      () => downloadEvidence(stranger, fileId, id),
      () => beginUpload(stranger, fileId, { id: uuidv7(), fileName: 'a', size: 1, about: about('a') }),
      () => listMeasures(stranger, fileId),
      () => sealPackage(stranger, fileId, { title: '包' }),
    ];
    for (const one of tries) expect(await refusalOf(one())).toBe('platform.not-found');
    const foreign = await openMatter(test.system(), '陌生案', 'WJ-MSB-B104');
    expect(await refusalOf(getEvidence(stranger, foreign, id))).toBe('platform.not-found');
  });
});

describe('a time-stamp by setting', () => {
  it('is asked for at intake, verified and kept with the item', async () => {
    const services = {
      ...test.services,
      config: { ...test.services.config, tsa: { url: authority.url, caFile: undefined } },
    };
    const ctx = { ...systemContext(services, 'stamp'), db: test.services.db };
    const content = photo(6);
    const stored = await services.files.put(Readable.from([content]), 10_000);
    const item = await inTransaction(ctx, (tx) =>
      keepEvidence(tx, ctx, {
        fileId,
        kind: 'photo',
        title: '盖戳',
        ...stored,
        mediaType: 'image/png',
        capturedAt: null,
        receivedAt: ctx.now.toISOString(),
        source: '现场',
      }),
    );
    await drainJobs(services, tasks);
    const seen = await getEvidence(officer, fileId, item.id);
    expect(seen.stamps).toMatchObject([{ authority: 'Test Time Stamps', trusted: false }]);
    expect(seen.custody.map(({ act }) => act)).toEqual(['intake', 'stamp']);
    expect(seen.custodyIntact).toBe(true);
  });
});

describe('a sealed package', () => {
  it('is written by a job, told to others, and verified by anybody with Node alone', async () => {
    const made = await sealPackage(officer, fileId, { title: '移送证据包' });
    expect(made.state).toBe('making');
    expect(await refusalOf(downloadPackage(officer, fileId, made.id))).toBe('evidence.package.not-ready');
    await drainJobs(test.services, tasks);
    const [ready] = (await listPackages(officer, fileId)).items;
    expect(ready).toMatchObject({ id: made.id, state: 'ready', failure: null });
    expect(sealed).toEqual([{ packageId: made.id, fileId }]);
    const answer = await downloadPackage(officer, fileId, made.id);
    const folder = join(test.services.config.dataDir, 'package');
    await mkdir(folder);
    const path = join(folder, 'package.zip');
    await writeFile(path, answer.content as Readable);
    expect(sha(await readFile(path))).toBe(ready?.sha256);
    const good = verifyPackage(path, '--sha256', ready?.sha256 as string);
    expect(good).toMatchObject({ code: 0 });
    expect(good.says).toContain(`证据 ${ready?.evidence} 件`);
    expect(verifyPackage(path, '--sha256', '0'.repeat(64)).code).toBe(1);
    expect(verifyPackage(join(folder, 'none.zip')).code).toBe(2);
    await checkUnpacked(path, folder);
    await checkBroken(path, folder);
  });

  it('is not made of bytes that are no longer those of intake, nor of nothing', async () => {
    const empty = await openMatter(test.system(), '空案');
    expect(await refusalOf(sealPackage(officer, empty, { title: '包' }))).toBe('evidence.package.empty');
    expect(await refusalOf(sealPackage(officer, fileId, { title: '包', evidenceIds: [uuidv7()] }))).toBe(
      'platform.not-found',
    );
    const item = await upload(officer, '原件', photo(9));
    await writeFile(await test.services.files.localPath(item.sha256), 'changed');
    const made = await sealPackage(officer, fileId, { title: '包', evidenceIds: [item.id] });
    await drainJobs(test.services, tasks);
    const found = (await listPackages(officer, fileId)).items.find(({ id }) => id === made.id);
    expect(found).toMatchObject({ state: 'failed', sha256: null });
    expect(found?.failure).toContain('不一致');
  });
});
