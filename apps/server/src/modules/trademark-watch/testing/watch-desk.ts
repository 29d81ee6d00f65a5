import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RouteName, type RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { createModules } from '../../../modules.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { importFile } from '../../../platform/imports/import-file.ts';
import { writeZip } from '../../../platform/imports/readers/testing/zip-writer.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';

type Shapes = typeof routes;
type Called<K extends RouteName> = Shapes[K] extends { transport: 'file' } ? unknown : RouteOutput<Shapes[K]>;
interface Given {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly file?: unknown;
}

/** A district with a register of marks and the people who keep the directory and the watch. */
export interface WatchDesk {
  readonly test: TestDatabase;
  readonly officer: Ctx;
  readonly director: Ctx;
  readonly enforcement: Ctx;
  call<K extends RouteName>(who: Ctx, name: K, input?: Given): Promise<Called<K>>;
  act(who: Ctx, fileId: string, action: string, fields?: Record<string, unknown>): Promise<string>;
  /** A mark of the register, in force until a day. */
  register(no: string, name: string, classes?: readonly number[]): Promise<void>;
  /** A nominated and listed mark; gives its id. */
  list(no: string, name: string): Promise<{ id: string; fileId: string }>;
  /** Imports a table and lets the watch look through it. */
  bring(
    kind: string,
    header: string,
    lines: readonly string[],
  ): Promise<{ id: string; counts: Record<string, number> }>;
  /** Imports one archive of a list and what stands beside it. */
  bringArchive(
    kind: string,
    parts: Readonly<Record<string, string | Buffer>>,
  ): Promise<{ id: string; counts: Record<string, number>; notice: string | null }>;
  settle(): Promise<void>;
  at(day: string): void;
  now(who: Ctx): Ctx;
  close(): Promise<void>;
}

export async function openWatchDesk(): Promise<WatchDesk> {
  const { modules, tasks } = createModules();
  const test = await openTestDatabase(modules);
  const folder = await mkdtemp(join(tmpdir(), 'jince-watch-'));
  const bindings = new Map(modules.flatMap((module) => module.routes).map((one) => [one.name, one]));
  const now = (who: Ctx): Ctx => ({ ...test.system(), actor: who.actor, source: who.source });
  let files = 0;
  const desk: WatchDesk = {
    test,
    officer: await test.as('ip-officer'),
    director: await test.as('director'),
    enforcement: await test.as('enforcement-officer'),
    now,
    at: (day) => test.setNow(`${day}T02:00:00Z`),
    settle: () => drainJobs(test.services, tasks),
    async call(who, name, input = {}) {
      const shape = routes[name] as unknown as Record<string, { parse(value: unknown): unknown } | undefined>;
      const parsed = {
        params: shape.params?.parse(input.params) ?? {},
        query: shape.query?.parse(input.query ?? {}) ?? {},
        body: shape.body?.parse(input.body),
        file: input.file,
      };
      const answer = await bindings.get(name)?.handle(now(who), parsed as never);
      return (shape.response === undefined ? answer : shape.response.parse(answer)) as never;
    },
    async act(who, fileId, action, fields) {
      const ctx = now(who);
      const file = await inTransaction(ctx, (tx) =>
        performAction(tx, ctx, fileId, action, fields === undefined ? {} : { fields }),
      );
      return file.state;
    },
    async register(no, name, classes = [24]) {
      const { district } = test.system();
      await inTransaction(test.system(), async (tx) => {
        for (const niceClass of classes) {
          const id = uuidv7();
          await sql`insert into ip_rights.trademark (district, id, record_key, registration_no, nice_class, name, kind, registered_on)
            values (${district}, ${id}, ${`${no}-${niceClass}`}, ${no}, ${niceClass}, ${name}, 'ordinary', '2014-01-01')`.execute(
            tx,
          );
          await sql`insert into ip_rights.trademark_period (district, trademark_id, valid_from, valid_to, status, reason)
            values (${district}, ${id}, '2014-01-01', null, 'registered', '注册')`.execute(tx);
        }
      });
    },
    async list(no, name) {
      await desk.register(no, name);
      const { ids } = await desk.call(desk.officer, 'nominateProtectedMarks', {
        body: { registrationNos: [no], criteria: ['reputed'], reason: '行业知名', way: 'hand' },
      });
      const id = ids[0] as string;
      const { fileId } = await desk.call(desk.officer, 'getProtectedMark', { params: { id } });
      await desk.act(desk.director, fileId as string, 'list', { opinion: '同意列入' });
      await desk.settle();
      return { id, fileId: fileId as string };
    },
    async bring(kind, header, lines) {
      const path = join(folder, `${kind}-${++files}.csv`);
      await writeFile(path, `\uFEFF${[header, ...lines].join('\n')}\n`);
      const detail = await importFile(test.system(), tasks, path, { kind, commit: true });
      await desk.settle();
      return { id: detail.id, counts: detail.counts as never };
    },
    async bringArchive(kind, parts) {
      const path = join(folder, `${kind}-${++files}.zip`);
      writeZip(path, parts);
      const detail = await importFile(test.system(), tasks, path, { kind, commit: true });
      await desk.settle();
      return { id: detail.id, counts: detail.counts as never, notice: detail.notice };
    },
    async close() {
      await rm(folder, { recursive: true, force: true });
      await test.close();
    },
  };
  return desk;
}
