import { type RouteName, type RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { createModules } from '../../../modules.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import type { RouteBinding } from '../../../platform/module.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';

type Shapes = typeof routes;
type Called<K extends RouteName> = Shapes[K] extends { transport: 'file' } ? unknown : RouteOutput<Shapes[K]>;
interface Given {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}
type People = 'officer' | 'enforcement' | 'branch' | 'other' | 'head' | 'liaison';

/** The office with its branches, at a day that can be moved. */
export interface ComplaintDesk {
  readonly test: TestDatabase;
  readonly routes: readonly RouteBinding[];
  ctx(who: People): Ctx;
  at(day: string): void;
  settle(): Promise<void>;
  call<K extends RouteName>(who: People, name: K, input?: Given): Promise<Called<K>>;
  act(who: People, id: string, action: string, fields?: Record<string, unknown>): Promise<string>;
  register(who: People, over?: Record<string, unknown>): Promise<RouteOutput<Shapes['registerComplaintLetter']>>;
  /** State and the clocks that run, by name. */
  standing(id: string): Promise<{ state: string; clocks: Record<string, string | null> }>;
  close(): Promise<void>;
}

const LETTER = {
  sort: 'report',
  receivedOn: '2026-11-20',
  person: { name: '张三丰', phone: '13812345678' },
  subjectName: '吴江示例纺织有限公司',
  address: '苏州市吴江区盛泽镇示例路1号',
  behaviourRow: 4,
  rightKind: 'trademark',
  rightNumber: '1234567',
  title: '涉嫌销售侵犯注册商标专用权的围巾',
  statement: '店内陈列的围巾标有与注册商标相同的标识，没有授权。',
};

export async function openComplaintDesk(): Promise<ComplaintDesk> {
  const { modules: all, tasks } = createModules();
  const modules = all.filter((one) => !['coordination', 'assistance', 'inspections'].includes(one.name));
  const test = await openTestDatabase(modules);
  const bindings = new Map(modules.flatMap((module) => module.routes).map((one) => [one.name, one]));
  const people: Record<People, Ctx> = {
    officer: await test.as('ip-officer'),
    enforcement: await test.as('enforcement-officer'),
    branch: await test.as('enforcement-officer', 'organisation', 'WJ-MSB-B105'),
    other: await test.as('enforcement-officer', 'organisation', 'WJ-MSB-B108'),
    head: await test.as('section-head'),
    liaison: await test.as('liaison', 'town', '320509105'),
  };
  const now = (who: Ctx): Ctx => ({ ...test.system(), actor: who.actor, source: who.source });
  const desk: ComplaintDesk = {
    test,
    routes: [...bindings.values()],
    ctx: (who) => now(people[who]),
    at: (day) => test.setNow(`${day}T02:00:00Z`),
    settle: () => drainJobs(test.services, tasks),
    async call(who, name, input = {}) {
      const shape = routes[name] as unknown as Record<
        'params' | 'query' | 'body',
        { parse(value: unknown): unknown } | undefined
      >;
      const parsed = {
        params: shape.params?.parse(input.params) ?? {},
        query: shape.query?.parse(input.query ?? {}) ?? {},
        body: shape.body?.parse(input.body),
      };
      return (await bindings.get(name)?.handle(now(people[who]), parsed as never)) as never;
    },
    async act(who, id, action, fields) {
      const ctx = now(people[who]);
      const file = await inTransaction(ctx, (tx) =>
        performAction(tx, ctx, id, action, fields === undefined ? {} : { fields }),
      );
      return file.state;
    },
    register: (who, over = {}) => desk.call(who, 'registerComplaintLetter', { body: { ...LETTER, ...over } }),
    async standing(id) {
      const ctx = test.system();
      const files = await sql<{ state: string }>`select state from procedures.file where id = ${id}`.execute(ctx.db);
      const { rows } = await sql<{ clock: string; due_on: string | null }>`select clock, due_on from procedures.clock
        where file_id = ${id} and stopped_on is null order by clock`.execute(ctx.db);
      return {
        state: files.rows[0]?.state ?? '',
        clocks: Object.fromEntries(rows.map((row) => [row.clock, row.due_on])),
      };
    },
    close: () => test.close(),
  };
  return desk;
}
