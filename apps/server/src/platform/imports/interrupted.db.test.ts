import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createModules } from '../../modules.ts';
import { AppError } from '../errors/errors.ts';
import { findJobRun } from '../jobs/job-repository.ts';
import type { JobControl } from '../jobs/job-task.ts';
import { JobCancelled } from '../jobs/job-task.ts';
import { recoverDeadRuns } from '../jobs/run-worker.ts';
import { cancelImport, commitImport, retryImport, undoImport } from './commands/change-import.ts';
import { uploadImport } from './commands/upload-import.ts';
import { readImportTask } from './jobs/read-import.ts';
import { addsUp, CODES, csv, firm, type ImportDesk, openImportDesk, REGISTER } from './testing/import-desk.ts';

const WORKER = fileURLToPath(new URL('./testing/run-one-worker.ts', import.meta.url));
const [A, B] = CODES;
let desk: ImportDesk;
let child: ChildProcess | undefined;

beforeAll(async () => {
  desk = await openImportDesk();
});
afterAll(() => desk?.close());
afterEach(() => {
  if (child?.exitCode === null) child.kill('SIGKILL');
});

/** Many firms without a code: known by name, so that the file is as long as wanted. */
const many = (count: number) =>
  csv(REGISTER, ...Array.from({ length: count }, (_, i) => firm(`苏州第${i}号纺织有限公司`, '')));

async function order(name: string, content: Buffer): Promise<string> {
  return uploadImport(desk.ctx, {
    fileName: name,
    mediaType: 'text/csv',
    content: Readable.from([content]),
    fields: {},
  });
}

function startWorker(): ChildProcess {
  const { config } = desk.test.services;
  child = spawn(process.execPath, [WORKER], {
    env: {
      ...process.env,
      DATABASE_URL: desk.test.url,
      JINCE_DATA_DIR: config.dataDir,
      JINCE_FILES: config.files,
      JINCE_SECRET: config.secret,
      JINCE_LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return child;
}

async function until(what: string, test: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if (await test()) return;
    await sleep(25);
  }
  throw new Error(`waited in vain until ${what}`);
}

/** Kills the worker as a power cut would, and lets the others find it dead. */
async function killWorker(worker: ChildProcess): Promise<void> {
  worker.kill('SIGKILL');
  if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit');
  await sql`update platform.job_run set heartbeat_at = now() - interval '10 minutes' where state = 'running'`.execute(
    desk.ctx.db,
  );
  expect(await recoverDeadRuns(desk.test.services)).toBe(1);
}

const rowsOf = async (id: string) => {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from imports.import_row where import_id = ${id}`.execute(desk.ctx.db);
  return rows[0]?.n;
};

describe('a process killed', () => {
  it('in the middle of reading leaves no half file; reading starts again and says so', async () => {
    const id = await order('长.csv', many(60_000));
    const worker = startWorker();
    await until('rows are being staged', async () => {
      const { rows } = await desk.test.pool.query(
        'select 1 from pg_stat_progress_copy where datname = current_database() and tuples_processed > 500',
      );
      return rows.length > 0;
    });
    await killWorker(worker);
    expect((await desk.show(id)).state).toBe('reading');
    expect(await rowsOf(id)).toBe(0);
    await desk.drain();
    const detail = await desk.show(id);
    expect(detail).toMatchObject({ state: 'previewed', counts: { total: 60_000, accepted: 60_000 } });
    expect(detail.notice).toBe('上次读取被中断（服务重启），已放弃读到一半的内容并从头重新读取，没有写入任何记录。');
    expect(await rowsOf(id)).toBe(60_000);
    await cancelImport(desk.ctx, id);
  });

  it('in the middle of applying leaves nothing applied; the commit is taken up again and applied once', async () => {
    const preview = await desk.upload('登记.csv', csv(REGISTER, firm('苏州甲有限公司', A), firm('苏州乙有限公司', B)));
    await commitImport(desk.ctx, preview.id);
    const holder = await desk.test.pool.connect();
    try {
      // The worker comes as far as writing parties, and waits there.
      await holder.query('begin');
      await holder.query('lock table parties.party in share mode');
      const worker = startWorker();
      await until('the worker waits for the table', async () => {
        const { rows } = await desk.test.pool.query(
          "select 1 from pg_locks where relation = 'parties.party'::regclass and not granted",
        );
        return rows.length > 0;
      });
      await killWorker(worker);
    } finally {
      await holder.query('rollback');
      holder.release();
    }
    await until('the dead session is gone', async () => {
      const { rows } = await desk.test.pool.query(
        "select 1 from pg_locks where locktype = 'advisory' and granted and pid <> pg_backend_pid()",
      );
      return rows.length === 0;
    });
    expect(await desk.parties()).toEqual({});
    expect((await desk.show(preview.id)).state).toBe('committing');
    await desk.drain();
    expect(await desk.show(preview.id)).toMatchObject({ state: 'committed', counts: { new: 2 } });
    expect(Object.keys(await desk.parties())).toHaveLength(2);
    expect((await desk.audit(preview.id)).filter((action) => action === 'imports.import.commit')).toHaveLength(1);
    await desk.undo(preview.id);
  });
});

describe('a file that kills its process every time', () => {
  it('is not tried for ever: it says so, and a person may start it again', async () => {
    const { db } = desk.ctx;
    const id = await order('登记.csv', csv(REGISTER, firm('苏州甲有限公司', A)));
    const jobId = (await desk.show(id)).jobId as string;
    // As three killed workers leave it.
    await sql`update imports.import set state = 'reading' where id = ${id}`.execute(db);
    await sql`update platform.job_run set state = 'running', worker_id = 'dead', attempts = 3, heartbeat_at = now() - interval '10 minutes'
      where id = ${jobId}`.execute(db);
    await sql`update graphile_worker._private_jobs set attempts = max_attempts, locked_by = 'dead', locked_at = now() where key = ${jobId}`.execute(
      db,
    );
    await recoverDeadRuns(desk.test.services);
    const run = await findJobRun(db, desk.ctx.district, jobId);
    expect(run).toMatchObject({ state: 'failed', error: expect.stringContaining('服务多次中断') });
    const { modules } = createModules();
    const retry = modules.flatMap((module) => module.routes).find((route) => route.name === 'retryJob');
    await retry?.handle(desk.ctx, { params: { id: jobId } } as never);
    await desk.drain();
    expect(await desk.show(id)).toMatchObject({ state: 'previewed', counts: { accepted: 1 } });
    await cancelImport(desk.ctx, id);
  });
});

describe('an error while applying', () => {
  /** Makes writing parties fail until the returned function is called. */
  async function breakRegister(): Promise<() => Promise<void>> {
    const { db } = desk.ctx;
    await sql`create function parties.refuse() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`.execute(
      db,
    );
    await sql`create trigger refuse before insert or update or delete on parties.party for each row execute function parties.refuse()`.execute(
      db,
    );
    return async () => {
      await sql`drop function parties.refuse() cascade`.execute(db);
    };
  }

  it('takes a commit back as a whole; the person decides, and the second try goes in', async () => {
    const preview = await desk.upload('登记.csv', csv(REGISTER, firm('苏州甲有限公司', A)));
    const mend = await breakRegister();
    const failed = await desk.commit(preview.id);
    expect(failed).toMatchObject({
      state: 'previewed',
      notice: '写入时出错，已整体退回，没有改动任何记录。可以再次提交。',
    });
    expect(failed.counts).toEqual(preview.counts);
    await mend();
    // It is not tried again behind the person's back.
    await sql`update graphile_worker._private_jobs set run_at = now()`.execute(desk.ctx.db);
    await desk.drain();
    expect((await desk.show(preview.id)).state).toBe('previewed');
    expect(await desk.commit(preview.id)).toMatchObject({ state: 'committed', notice: null });
    expect(Object.keys(await desk.parties())).toEqual([A]);

    const mendAgain = await breakRegister();
    const kept = await desk.undo(preview.id);
    expect(kept).toMatchObject({ state: 'committed', notice: '撤销时出错，已整体退回，导入仍然有效。可以再次撤销。' });
    expect(Object.keys(await desk.parties())).toEqual([A]);
    await mendAgain();
    expect((await desk.undo(preview.id)).state).toBe('undone');
  });
});

describe('a person changes his mind', () => {
  it('gives up before reading began, and may take it up again', async () => {
    const id = await order('登记.csv', csv(REGISTER, firm('苏州甲有限公司', A)));
    await cancelImport(desk.ctx, id);
    await desk.drain();
    expect(await desk.show(id)).toMatchObject({
      state: 'cancelled',
      counts: { total: 0 },
      availableActions: ['retry'],
    });
    await retryImport(desk.ctx, id);
    await desk.drain();
    const detail = await desk.show(id);
    expect(detail).toMatchObject({ state: 'previewed', counts: { accepted: 1 } });
    expect(await desk.audit(id)).toEqual(['imports.import.create', 'imports.import.cancel', 'imports.import.retry']);
    await cancelImport(desk.ctx, id);
    await expect(commitImport(desk.ctx, id)).rejects.toMatchObject({ code: 'imports.import.wrong-state' });
    await expect(undoImport(desk.ctx, id)).rejects.toMatchObject({ code: 'imports.import.wrong-state' });
  });

  const control = (over: Partial<JobControl>): JobControl => ({
    runId: 'test',
    progress: async () => undefined,
    checkCancelled: async () => undefined,
    signal: new AbortController().signal,
    ...over,
  });
  const read = (id: string, over: Partial<JobControl>) =>
    readImportTask.run(desk.ctx, { importId: id } as never, control(over));

  it('gives up while it is being recognised: the reading does not bring it back', async () => {
    const id = await order('登记.csv', csv(REGISTER, firm('苏州甲有限公司', A)));
    await read(id, {
      progress: async (_done, _total, message) => {
        if (message === '正在识别文件') await cancelImport(desk.ctx, id);
      },
    });
    expect(await desk.show(id)).toMatchObject({ state: 'cancelled', counts: { total: 0 } });
    await desk.drain();
    expect((await desk.show(id)).state).toBe('cancelled');
    expect(await rowsOf(id)).toBe(0);
  });

  it('stops the job while rows are read', async () => {
    const id = await order('登记.csv', many(3000));
    const stop = read(id, {
      checkCancelled: async () => {
        throw new JobCancelled();
      },
    });
    await expect(stop).rejects.toBeInstanceOf(JobCancelled);
    expect(await desk.show(id)).toMatchObject({ state: 'cancelled', notice: '已按要求停止，没有写入任何记录。' });
    expect(await rowsOf(id)).toBe(0);
    await desk.drain();
    expect((await desk.show(id)).state).toBe('cancelled');
  });

  it('stops the service while rows are read: the file is read again after the start, which is said', async () => {
    const id = await order('登记.csv', many(3000));
    const stop = read(id, {
      checkCancelled: async () => {
        throw new AppError('platform.job.stopped');
      },
    });
    await expect(stop).rejects.toMatchObject({ code: 'platform.job.stopped' });
    expect((await desk.show(id)).state).toBe('reading');
    await desk.drain();
    const detail = await desk.show(id);
    expect(detail).toMatchObject({ state: 'previewed', counts: { total: 3000 } });
    expect(detail.notice).toContain('上次读取被中断（服务重启）');
    expect(addsUp(detail)).toBe(true);
    await cancelImport(desk.ctx, id);
  });

  it('tries a failed reading again once the cause is gone', async () => {
    const id = await order('登记.csv', csv(REGISTER, firm('苏州甲有限公司', A)));
    const failing = read(id, {
      checkCancelled: async () => {
        throw new Error('connection terminated unexpectedly');
      },
    });
    await expect(failing).rejects.toMatchObject({ code: 'imports.import.not-read' });
    const failed = await desk.show(id);
    expect(failed).toMatchObject({
      state: 'failed',
      notice: '读取时出错，没有写入任何记录。可以重试；若再次失败请联系管理员。',
    });
    expect(failed.availableActions).toEqual(expect.arrayContaining(['retry', 'cancel']));
    await retryImport(desk.ctx, id);
    await desk.drain();
    expect(await desk.show(id)).toMatchObject({ state: 'previewed', notice: null, counts: { accepted: 1 } });
  });
});
