import type { RouteName, RouteOutput, routes } from '@jince/contract';
import { createModules } from '../../../modules.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { syncOrganisation } from '../../organisation/index.ts';

type Input = { params?: object; query?: object; body?: object };

export interface PlanDesk {
  readonly test: TestDatabase;
  readonly tasks: ReturnType<typeof createModules>['tasks'];
  /** Runs a bound route as HTTP would, without the wire. */
  call<K extends RouteName>(ctx: Ctx, name: K, input?: Input): Promise<RouteOutput<(typeof routes)[K]>>;
  /** Tasks of the importer and the registers alone: facts and figures are then worked out once, by {@link settle}. */
  readonly importTasks: PlanDesk['tasks'];
  /** Runs every waiting job, then those of the figures that are due by now. */
  settle(): Promise<void>;
  /** The one number of a statement. */
  number(text: string, values?: unknown[]): Promise<number>;
}

/** A database of its own with all modules, for tests of the plan. */
export async function openPlanDesk(): Promise<PlanDesk> {
  const { modules, tasks } = createModules();
  const test = await openTestDatabase(modules);
  const ctx = test.system();
  await inTransaction(ctx, (tx) => syncOrganisation(tx, ctx, test.services.jurisdiction));
  const plan = modules.find((module) => module.name === 'plan');
  return {
    test,
    tasks,
    importTasks: new Map([...tasks].filter(([name]) => !/^(facts|plan|cultivation|alerts)\./.test(name))),
    async call(ctx, name, input = {}) {
      const binding = modules.flatMap((module) => module.routes).find((route) => route.name === name);
      if (binding === undefined) throw new Error(`${name} is not bound`);
      return (await binding.handle(ctx, { params: {}, query: {}, body: undefined, ...input } as never)) as never;
    },
    async settle() {
      await drainJobs(test.services, tasks);
      await plan?.warmUp?.(test.system());
      await drainJobs(test.services, tasks);
    },
    async number(text, values = []) {
      const { rows } = await test.pool.query<{ n: number }>(text, values);
      return Number(rows[0]?.n);
    },
  };
}
