import { createPublicKey } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { verifyAudit } from './commands/verify-audit.ts';
import {
  AuditExportError,
  auditModule,
  auditRefusal,
  checkpointKey,
  exportChain,
  exportPublicKey,
  readExportedCheckpoints,
  verifyChain,
  verifyExport,
  writeAudit,
  writeCheckpoint,
} from './index.ts';
import { listAuditEntries } from './queries/list-audit-entries.ts';

let test: TestDatabase;
const trusted = () => [checkpointKey(test.services.config.secret).publicKey];
const verify = () => verifyChain(test.pool, test.services.district.code, { trusted: trusted() });
const kinds = async () => (await verify()).problems.map(({ seq, kind }) => [seq, kind]);

async function write(count: number): Promise<void> {
  const ctx = test.system();
  for (let i = 0; i < count; i++) {
    await inTransaction(ctx, (tx) =>
      writeAudit(tx, ctx, {
        action: 'test.thing.change',
        subject: { kind: 'thing', id: `t${i}`, label: `名称\t第${i}件\n\\N "引号" \u0001` },
        details: { i, text: '吴江\u001f\n' },
      }),
    );
  }
}

/** What someone with the owner's rights on the database can do. */
async function tamper(statement: string): Promise<void> {
  await test.pool.query('alter table platform.audit_entry disable trigger user');
  await test.pool.query('alter table platform.audit_checkpoint disable trigger user');
  await test.pool.query(statement);
  await test.pool.query('alter table platform.audit_entry enable trigger user');
  await test.pool.query('alter table platform.audit_checkpoint enable trigger user');
}

async function exported(): Promise<Buffer> {
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  await exportChain(test.pool, test.services.district.code, out);
  return Buffer.concat(chunks);
}

beforeAll(async () => {
  test = await openTestDatabase([auditModule]);
});
afterAll(() => test.close());
beforeEach(async () => {
  await tamper('truncate platform.audit_entry, platform.audit_head, platform.audit_checkpoint');
});

describe('the audit chain', () => {
  it('verifies what was written, in the order of its commits, also from parallel transactions', async () => {
    await write(5);
    const ctx = test.system();
    await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        inTransaction(ctx, (tx) => writeAudit(tx, ctx, { action: 'test.parallel', details: { i } })),
      ),
    );
    const found = await verify();
    expect(found).toMatchObject({ ok: true, entries: 35, problems: [], head: { seq: 35 } });
  });

  it('leaves no entry and no gap when the act is rolled back', async () => {
    const ctx = test.system();
    const failing = inTransaction(ctx, async (tx) => {
      await writeAudit(tx, ctx, { action: 'test.thing.change' });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await write(1);
    expect(await verify()).toMatchObject({ ok: true, entries: 1, head: { seq: 1 } });
  });

  it('records a refusal although the act itself left nothing', async () => {
    const ctx = await test.as('ip-officer');
    await auditRefusal(ctx, { action: 'platform.role.grant' }, new AppError('platform.not-permitted'));
    const { items } = await listAuditEntries(ctx, { params: {}, query: { page: 1, pageSize: 10 }, body: undefined });
    expect(items[0]).toMatchObject({ result: 'refused', action: 'platform.role.grant', actorName: '测试ip-officer' });
    expect(items[0]?.details).toEqual({ code: 'platform.not-permitted' });
  });

  it('cannot be changed, deleted or emptied by the application', async () => {
    await write(2);
    await expect(test.pool.query("update platform.audit_entry set actor_name = 'x'")).rejects.toThrow(/never changed/);
    await expect(test.pool.query('delete from platform.audit_entry')).rejects.toThrow(/never changed/);
    await expect(test.pool.query('truncate platform.audit_entry')).rejects.toThrow(/never changed/);
    await writeCheckpoint(test.system());
    await expect(test.pool.query('delete from platform.audit_checkpoint')).rejects.toThrow(/never changed/);
  });
});

describe('tampering as the owner of the database', () => {
  it.each([
    'actor_name = $$别人$$',
    "at = at + interval '1 microsecond'",
    "result = 'refused'",
    'subject_kind = null',
    "source = ''",
    'details = $${"i":99}$$',
    "hash = repeat('a', 64)",
  ])('finds an edited entry: %s', async (change) => {
    await write(6);
    await tamper(`update platform.audit_entry set ${change} where seq = 3`);
    expect(await kinds()).toContainEqual([3, 'edited']);
  });

  it('finds a deleted entry', async () => {
    await write(6);
    await tamper('delete from platform.audit_entry where seq = 4');
    expect(await kinds()).toEqual([[4, 'deleted']]);
  });

  it('finds a deleted first entry', async () => {
    await write(3);
    await tamper('delete from platform.audit_entry where seq = 1');
    expect(await kinds()).toEqual([[1, 'deleted']]);
  });

  it('finds entries that changed places', async () => {
    await write(8);
    await tamper('update platform.audit_entry set seq = -seq where seq in (3, 6)');
    await tamper('update platform.audit_entry set seq = 9 + seq where seq < 0');
    expect(await kinds()).toEqual(
      expect.arrayContaining([
        [3, 'reordered'],
        [6, 'reordered'],
      ]),
    );
  });

  it('finds a cut end by the head', async () => {
    await write(6);
    await tamper('delete from platform.audit_entry where seq > 4');
    expect(await kinds()).toEqual([[5, 'truncated']]);
  });

  it('finds a cut end by the signed checkpoint when the head was set back too', async () => {
    await write(6);
    await writeCheckpoint(test.system());
    await tamper('delete from platform.audit_entry where seq > 4');
    await test.pool.query(
      'update platform.audit_head h set seq = 4, hash = (select hash from platform.audit_entry e where e.seq = 4)',
    );
    expect(await kinds()).toEqual([[5, 'truncated']]);
  });

  it('finds a stretch that was rewritten with fitting hashes, by the signed checkpoint', async () => {
    await write(6);
    await writeCheckpoint(test.system());
    await tamper('delete from platform.audit_entry where seq > 4');
    await test.pool.query(
      'update platform.audit_head h set seq = 4, hash = (select hash from platform.audit_entry e where e.seq = 4)',
    );
    await write(4);
    expect(await kinds()).toEqual([[6, 'edited']]);
  });

  it('finds a forged checkpoint', async () => {
    await write(3);
    await writeCheckpoint(test.system());
    await tamper("update platform.audit_checkpoint set at = at + interval '1 day'");
    expect(await kinds()).toEqual([[3, 'signature']]);
  });

  it('finds with an older export what was cut although checkpoints were removed too', async () => {
    await write(6);
    await writeCheckpoint(test.system());
    const kept = await readExportedCheckpoints(Readable.from([await exported()]));
    await tamper('truncate platform.audit_entry, platform.audit_head, platform.audit_checkpoint');
    await write(2);
    expect(await kinds()).toEqual([]);
    const found = await verifyChain(test.pool, test.services.district.code, { trusted: trusted(), kept });
    expect(found.problems.map(({ seq, kind }) => [seq, kind])).toEqual([[3, 'truncated']]);
  });
});

describe('checkpoints', () => {
  it('are written once per state and continue from the last', async () => {
    await write(3);
    expect(await writeCheckpoint(test.system())).toMatchObject({ seq: 3 });
    expect(await writeCheckpoint(test.system())).toBeUndefined();
    await write(2);
    expect(await writeCheckpoint(test.system())).toMatchObject({ seq: 5 });
    expect(await verify()).toMatchObject({ ok: true, checkpoints: 2 });
  });

  it('are not written over a broken chain', async () => {
    await write(4);
    await tamper("update platform.audit_entry set actor_name = 'x' where seq = 2");
    await expect(writeCheckpoint(test.system())).rejects.toMatchObject({
      code: 'platform.audit.broken',
      params: { seq: 2 },
    });
  });
});

describe('an export', () => {
  const outside = () => [createPublicKey(exportPublicKey(test.services.config.secret))];

  it('is checked without the database, with the public key', async () => {
    await write(5);
    await writeCheckpoint(test.system());
    await write(1);
    const found = await verifyExport(Readable.from([await exported()]), outside());
    expect(found).toMatchObject({ ok: true, entries: 6, checkpoints: 1, district: test.services.district.code });
  });

  it('shows a changed word, a missing end and a foreign signature', async () => {
    await write(5);
    await writeCheckpoint(test.system());
    const file = (await exported()).toString('utf8');
    const check = async (text: string, keys = outside()) =>
      (await verifyExport(Readable.from([Buffer.from(text)]), keys)).problems.map(({ kind }) => kind);
    expect(await check(file.replace('第2件', '第9件'))).toEqual(['edited']);
    expect(await check(`${file.split('\n').slice(0, -3).join('\n')}\n`)).toEqual(['truncated', 'truncated']);
    expect(await check(file, [checkpointKey('another secret').publicKey])).toEqual(['signature']);
  });

  it('refuses a file that is none', async () => {
    await expect(verifyExport(Readable.from([Buffer.from('企业名称,地址\n')]), [])).rejects.toThrow(AuditExportError);
  });
});

describe('reading the log', () => {
  const page = { page: 1, pageSize: 2 };
  const list = async (query: object) =>
    listAuditEntries(await test.as('audit-admin'), { params: {}, query: { ...page, ...query }, body: undefined });

  it('pages newest first with the exact total', async () => {
    await write(5);
    expect(await list({})).toMatchObject({ total: 5, items: [{ seq: 5 }, { seq: 4 }] });
    expect(await list({ page: 3 })).toMatchObject({ total: 5, items: [{ seq: 1 }] });
    expect(await list({ sort: 'seq' })).toMatchObject({ items: [{ seq: 1 }, { seq: 2 }] });
  });

  it('filters by text, action, actor and days in China, taking % literally', async () => {
    await write(3);
    expect((await list({ q: '第2件' })).total).toBe(1);
    expect((await list({ q: '%' })).total).toBe(0);
    expect((await list({ action: ['test.thing.change'] })).total).toBe(3);
    expect((await list({ action: ['other'] })).total).toBe(0);
    expect((await list({ actor: '系统' })).total).toBe(3);
    // The fixed clock says 2026-11-22 10:00 in China.
    expect((await list({ from: '2026-11-22', to: '2026-11-22' })).total).toBe(3);
    expect((await list({ from: '2026-11-23' })).total).toBe(0);
  });

  it('records that the chain was checked', async () => {
    await write(2);
    const ctx = await test.as('audit-admin');
    expect(await verifyAudit(ctx)).toMatchObject({ ok: true, entries: 2, headSeq: 2 });
    expect((await list({ action: ['platform.audit.verify'] })).total).toBe(1);
  });

  it('sees only its own district', async () => {
    await write(1);
    await sql`insert into platform.district (code, name) values ('320506', '吴中区') on conflict do nothing`.execute(
      test.services.db,
    );
    const other = { ...test.system(), district: '320506' };
    await inTransaction(other, (tx) => writeAudit(tx, other, { action: 'test.other' }));
    expect((await list({})).total).toBe(1);
    expect((await list({ action: ['test.other'] })).total).toBe(0);
  });
});
