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

export type People =
  | 'officer'
  | 'enforcement'
  | 'branch'
  | 'other-branch'
  | 'head'
  | 'director'
  | 'police'
  | 'procuratorate'
  | 'department'
  | 'liaison';

/** A district with the bureau's people and those of partner bodies. */
export interface CoordinationDesk {
  readonly test: TestDatabase;
  ctx(who: People): Ctx;
  at(day: string): void;
  settle(): Promise<void>;
  call<K extends RouteName>(who: Ctx, name: K, input?: Given): Promise<Called<K>>;
  act(who: Ctx, fileId: string, action: string, fields?: Record<string, unknown>): Promise<string>;
  /** Actions the person could take now. */
  can(who: Ctx, fileId: string): Promise<string[]>;
  close(): Promise<void>;
}

export async function openCoordinationDesk(): Promise<CoordinationDesk> {
  const { modules, tasks } = createModules();
  const test = await openTestDatabase(modules);
  const bindings = new Map(modules.flatMap((module) => module.routes).map((one) => [one.name, one]));
  const people: Record<People, Ctx> = {
    officer: await test.as('ip-officer'),
    enforcement: await test.as('enforcement-officer'),
    branch: await test.as('enforcement-officer', 'organisation', 'WJ-MSB-B105'),
    'other-branch': await test.as('enforcement-officer', 'organisation', 'WJ-MSB-B104'),
    head: await test.as('section-head'),
    director: await test.as('director'),
    police: await test.as('department', 'organisation', 'WJ-P-PSB'),
    procuratorate: await test.as('department', 'organisation', 'WJ-P-PROC'),
    department: await test.as('department', 'organisation', 'WJ-P-MIIT'),
    liaison: await test.as('liaison', 'town', '320509105'),
  };
  const now = (who: Ctx): Ctx => ({ ...test.system(), actor: who.actor, source: who.source });
  return {
    test,
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
      return (await bindings.get(name)?.handle(now(who), parsed as never)) as never;
    },
    async act(who, fileId, action, fields) {
      const ctx = now(who);
      const file = await inTransaction(ctx, (tx) =>
        performAction(tx, ctx, fileId, action, fields === undefined ? {} : { fields }),
      );
      return file.state;
    },
    async can(who, fileId) {
      const panel = await getFilePanel(now(who), fileId);
      return panel.actions.filter((one) => one.possible).map((one) => one.action);
    },
    close: () => test.close(),
  };
}
