import { type RouteName, type RouteOutput, routes } from '@jince/contract';
import { createModules } from '../../../modules.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import { getFilePanel, performAction } from '../../../platform/procedures/index.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';

type Shapes = typeof routes;
type Called<K extends RouteName> = Shapes[K] extends { transport: 'file' } ? unknown : RouteOutput<Shapes[K]>;

interface Given {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** A district with the officer who handles rights aid. */
export interface AidDesk {
  readonly test: TestDatabase;
  readonly officer: Ctx;
  at(day: string): void;
  settle(): Promise<void>;
  call<K extends RouteName>(who: Ctx, name: K, input?: Given): Promise<Called<K>>;
  act(who: Ctx, fileId: string, action: string, fields?: Record<string, unknown>): Promise<string>;
  /** Clock → due day and standing. */
  clocks(fileId: string): Promise<Record<string, [string | null, string]>>;
  close(): Promise<void>;
}

export async function openAidDesk(): Promise<AidDesk> {
  const { modules, tasks } = createModules();
  const test = await openTestDatabase(modules);
  const bindings = new Map(modules.flatMap((module) => module.routes).map((one) => [one.name, one]));
  const now = (who: Ctx): Ctx => ({ ...test.system(), actor: who.actor, source: who.source });
  return {
    test,
    officer: await test.as('ip-officer'),
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
      return (await bindings.get(name)?.handle(now(who), parsed as never)) as never;
    },
    async act(who, fileId, action, fields) {
      const ctx = now(who);
      const file = await inTransaction(ctx, (tx) =>
        performAction(tx, ctx, fileId, action, fields === undefined ? {} : { fields }),
      );
      return file.state;
    },
    async clocks(fileId) {
      const panel = await getFilePanel(test.system(), fileId);
      return Object.fromEntries(panel.clocks.map((one) => [one.clock, [one.dueOn, one.standing]]));
    },
    close: () => test.close(),
  };
}

/** Ids of the files in a person's inbox. */
export async function listFilesOf(desk: AidDesk, who: Ctx): Promise<string[]> {
  return (await desk.call(who, 'listFiles', { query: { pageSize: '200' } })).items.map((one) => one.id);
}
