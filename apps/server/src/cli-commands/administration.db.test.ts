import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { auditModule } from '../platform/audit/index.ts';
import { identityModule } from '../platform/auth/index.ts';
import { openTestDatabase, type TestDatabase } from '../platform/testing/test-database.ts';
import { runAuditCommand } from './audit.ts';
import { parseGrant, runUserCommand } from './user.ts';

let test: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'jince-cli-'));
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  test = await openTestDatabase([auditModule, identityModule]);
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command and gives back its exit status and what it printed. */
async function run(command: typeof runUserCommand, ...argv: string[]): Promise<{ status: number; text: string }> {
  let text = '';
  const take = (chunk: unknown) => {
    text += String(chunk);
    return true;
  };
  const spies = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
  for (const spy of spies) spy.mockImplementation(take);
  try {
    return { status: await command(argv, async () => test.services), text };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('jince user', () => {
  it('opens the first administrators and lists them', async () => {
    const made = await run(runUserCommand, 'create', 'root-admin', '--name', '张三', '--role', 'system-admin');
    expect(made.status).toBe(0);
    expect(made.text).toMatch(/首次口令：\S{16,}/);
    const { text } = await run(runUserCommand, 'list');
    expect(text).toContain('root-admin\t张三\tactive\t系统管理员@');
    expect(text).toContain('共 1 个账号');
  });

  it('places roles and refuses what one person may not hold', async () => {
    expect(
      (await run(runUserCommand, 'create', 'liaison1', '--name', '李四', '--role', 'liaison@town:320509105')).status,
    ).toBe(0);
    const mixed = await run(
      runUserCommand,
      'create',
      'mixed',
      '--name',
      '王五',
      '--role',
      'audit-admin',
      '--role',
      'director',
    );
    expect(mixed).toMatchObject({ status: 1, text: expect.stringContaining('三员分立') });
  });

  it('resets a password and says when there is no such account', async () => {
    expect((await run(runUserCommand, 'reset-password', 'root-admin')).text).toMatch(/首次口令：\S{16,}/);
    expect(await run(runUserCommand, 'reset-password', 'nobody')).toMatchObject({ status: 1 });
  });

  it.each([
    [[]],
    [['create', 'x']],
    [['create', 'ab cd', '--name', 'x']],
    [['create', 'okname', '--name', 'x', '--role', 'a@moon:1']],
    [['--wrong']],
  ])('shows how it is used for %j', async (argv) => {
    expect(await run(runUserCommand, ...argv)).toMatchObject({ status: 2, text: expect.stringContaining('用法') });
  });

  it('reads grants', () => {
    expect(parseGrant('director', '320509')).toEqual({ role: 'director', placeKind: 'district', placeCode: '320509' });
    expect(parseGrant('liaison@zone:fenhu', '320509')).toEqual({
      role: 'liaison',
      placeKind: 'zone',
      placeCode: 'fenhu',
    });
    expect(parseGrant('liaison@town', '320509')).toBeUndefined();
  });
});

describe('jince audit', () => {
  it('verifies, exports, and lets an outsider verify the file with the public key and no database', async () => {
    expect(await run(runAuditCommand, 'verify')).toMatchObject({
      status: 0,
      text: expect.stringContaining('校验通过'),
    });
    expect((await run(runAuditCommand, 'export', '--out', at('log'))).status).toBe(0);
    expect((await run(runAuditCommand, 'public-key', '--out', at('key.pem'))).status).toBe(0);
    const outside = async (file: string) => {
      let opened = false;
      const spy = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
      const status = await runAuditCommand(['verify', '--file', at(file), '--public-key', at('key.pem')], async () => {
        opened = true;
        return test.services;
      });
      spy.mockRestore();
      return { status, opened };
    };
    expect(await outside('log')).toEqual({ status: 0, opened: false });
    writeFileSync(at('forged'), readFileSync(at('log'), 'utf8').replace('root-admin', 'evil-admin'));
    expect(await outside('forged')).toEqual({ status: 1, opened: false });
  });

  it('names the operating-system user who exported', async () => {
    const { rows } = await sql<{
      actor_name: string;
      source: string;
    }>`select actor_name, source from platform.audit_entry
      where action = 'platform.audit.export'`.execute(test.services.db);
    expect(rows).toEqual([{ actor_name: expect.stringMatching(/^命令行（.+）$/), source: 'cli' }]);
  });

  it('finds tampering in the database, and with an older export what was removed together with its checkpoints', async () => {
    await test.pool.query('alter table platform.audit_entry disable trigger user');
    await test.pool.query("update platform.audit_entry set subject_label = 'x' where seq = 1");
    expect(await run(runAuditCommand, 'verify')).toMatchObject({
      status: 1,
      text: expect.stringContaining('问题 edited 1'),
    });
    await test.pool.query('alter table platform.audit_checkpoint disable trigger user');
    await test.pool.query('truncate platform.audit_entry, platform.audit_head, platform.audit_checkpoint');
    expect((await run(runAuditCommand, 'verify')).status).toBe(0);
    expect(await run(runAuditCommand, 'verify', '--against', at('log'))).toMatchObject({
      status: 1,
      text: expect.stringContaining('问题 truncated'),
    });
  });

  it('says so when a file is missing or is no export', async () => {
    writeFileSync(at('list.csv'), '企业名称,地址\n');
    expect(await run(runAuditCommand, 'verify', '--file', at('none'))).toMatchObject({ status: 1 });
    expect(await run(runAuditCommand, 'verify', '--file', at('list.csv'))).toMatchObject({
      status: 1,
      text: expect.stringContaining('不是审计日志导出文件'),
    });
    expect(await run(runAuditCommand, 'export')).toMatchObject({ status: 2 });
  });
});
