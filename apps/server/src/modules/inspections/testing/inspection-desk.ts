import { type RouteName, type RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { createModules } from '../../../modules.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';

const BRANCH = 'WJ-MSB-B105';
const OTHER_BRANCH = 'WJ-MSB-B104';
export const SHENGZE = '320509105';
const PEOPLE = ['officer', 'second', 'head', 'director', 'clerk', 'checker', 'branch', 'other', 'liaison'] as const;
export type Who = (typeof PEOPLE)[number];

type Called<K extends RouteName> = (typeof routes)[K] extends { transport: 'file' }
  ? unknown
  : RouteOutput<(typeof routes)[K]>;
interface Given {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

export interface InspectionDesk {
  readonly test: TestDatabase;
  ctx(who: Who): Ctx;
  at(day: string): void;
  settle(): Promise<void>;
  call<K extends RouteName>(who: Who, name: K, input?: Given): Promise<Called<K>>;
  act(who: Who, fileId: string, action: string, fields?: Record<string, unknown>): Promise<string>;
  /** An officer of the register, with the account of one of the people where one is named. */
  officer(name: string, until: string | null, account?: Who): Promise<string>;
  party(name: string, townCode?: string): Promise<string>;
  close(): Promise<void>;
}

let made = 0;
/** Neighbours in the tier: inspections work without them. */
const BESIDE = new Set(['case-papers', 'case-statistics', 'assistance', 'coordination']);

/** A district with officers of the register, branches and the people who inspect and decide. */
export async function openInspectionDesk(): Promise<InspectionDesk> {
  const { modules: all, tasks } = createModules();
  const modules = all.filter(({ name }) => !BESIDE.has(name));
  const test = await openTestDatabase(modules);
  const bindings = new Map(modules.flatMap((module) => module.routes).map((one) => [one.name, one]));
  const people: Record<Who, Ctx> = {
    officer: await test.as('enforcement-officer'),
    second: await test.as('enforcement-officer'),
    head: await test.as('section-head'),
    director: await test.as('director'),
    clerk: await test.as('ip-officer'),
    checker: await test.as('ip-officer'),
    branch: await test.as('enforcement-officer', 'organisation', BRANCH),
    other: await test.as('enforcement-officer', 'organisation', OTHER_BRANCH),
    liaison: await test.as('liaison', 'town', SHENGZE),
  };
  const ctxOf = (who: Who): Ctx => ({ ...test.system(), actor: people[who].actor, source: people[who].source });
  const { district } = test.system();
  return {
    test,
    ctx: ctxOf,
    at: (day) => test.setNow(`${day}T02:00:00Z`),
    settle: () => drainJobs(test.services, tasks),
    async call(who, name, input = {}) {
      const shape = routes[name] as unknown as Record<string, { parse(value: unknown): unknown } | undefined>;
      const parsed = {
        params: shape.params?.parse(input.params) ?? {},
        query: shape.query?.parse(input.query ?? {}) ?? {},
        body: shape.body?.parse(input.body),
      };
      const answer = await bindings.get(name)?.handle(ctxOf(who), parsed as never);
      return (shape.response === undefined ? answer : shape.response.parse(answer)) as never;
    },
    async act(who, fileId, action, fields) {
      const ctx = ctxOf(who);
      return inTransaction(
        ctx,
        async (tx) =>
          (await performAction(tx, { ...ctx, db: tx }, fileId, action, fields === undefined ? {} : { fields })).state,
      );
    },
    async officer(name, until, account) {
      const id = uuidv7();
      const userId = account === undefined ? null : people[account].actor.userId;
      await inTransaction(test.system(), async (tx) => {
        await sql`insert into organisation.officer (district, id, record_key, name, body_id, body_name, certificate_no, certificate_to)
          values (${district}, ${id}, ${`t:${id}`}, ${name}, 'WJ-MSB-ENF', '执法大队', ${until === null ? null : `E${++made}`}, ${until})`.execute(
          tx,
        );
        if (userId !== null)
          await sql`insert into organisation.officer_account (district, officer_key, user_id, set_by_name, set_at)
            values (${district}, ${`t:${id}`}, ${userId}, '测试', now())`.execute(tx);
      });
      return id;
    },
    async party(name, townCode = SHENGZE) {
      const id = uuidv7();
      const key = `t:${id}`;
      await sql`insert into parties.party (district, id, record_key, name, name_key, kind, status, town_code, address, legal_representative, established_on)
        values (${district}, ${id}, ${key}, ${name}, ${name}, 'enterprise', 'active', ${townCode}, ${`${name}地址`}, '周负责', '2018-03-01')`.execute(
        test.services.db,
      );
      return id;
    },
    close: () => test.close(),
  };
}
