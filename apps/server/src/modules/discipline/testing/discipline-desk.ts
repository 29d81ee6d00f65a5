import { type RouteName, type RouteOutput, routes } from '@jince/contract';
import { computeUsccCheck } from '@jince/identifiers';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { createModules } from '../../../modules.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { refreshFacts } from '../../../platform/facts/index.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';

type Shapes = typeof routes;
type Called<K extends RouteName> = Shapes[K] extends { transport: 'file' } ? unknown : RouteOutput<Shapes[K]>;
interface Given {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}
export interface Firm {
  readonly id: string;
  readonly name: string;
}
type People = 'officer' | 'director' | 'liaison';

/** A district with firms, and the people who propose, decide and read. */
export interface DisciplineDesk {
  readonly test: TestDatabase;
  ctx(who: People): Ctx;
  now(who: Ctx): Ctx;
  at(day: string): void;
  settle(): Promise<void>;
  refresh(): Promise<void>;
  call<K extends RouteName>(who: Ctx, name: K, input?: Given): Promise<Called<K>>;
  firm(name: string): Promise<Firm>;
  act(who: Ctx, fileId: string, action: string, fields?: Record<string, unknown>): Promise<string>;
  /** Proposed, told, and decided after the term: in force from the day of the decision. */
  listed(
    firm: Firm,
    list: string,
    decidedOn: string,
    fields?: Record<string, unknown>,
  ): Promise<{ id: string; fileId: string }>;
  close(): Promise<void>;
}

export const SHENGZE = '320509105';
let made = 0;

export async function openDisciplineDesk(): Promise<DisciplineDesk> {
  const { modules, tasks } = createModules();
  const test = await openTestDatabase(modules);
  const bindings = new Map(modules.flatMap((module) => module.routes).map((one) => [one.name, one]));
  const people: Record<People, Ctx> = {
    officer: await test.as('ip-officer'),
    director: await test.as('director'),
    liaison: await test.as('liaison', 'town', SHENGZE),
  };
  const now = (who: Ctx): Ctx => ({ ...test.system(), actor: who.actor, source: who.source });
  const desk: DisciplineDesk = {
    test,
    now,
    ctx: (who) => now(people[who]),
    at: (day) => test.setNow(`${day}T02:00:00Z`),
    settle: () => drainJobs(test.services, tasks),
    async refresh() {
      await refreshFacts(test.system());
    },
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
    async firm(name) {
      const { district, db } = test.system();
      const id = uuidv7();
      const first = `91320509MA3D${String(++made).padStart(5, '0')}`;
      const uscc = first + computeUsccCheck(first);
      await sql`insert into parties.party (district, id, record_key, uscc, name, name_key, kind, status, town_code, established_on)
        values (${district}, ${id}, ${uscc}, ${uscc}, ${name}, ${name}, 'enterprise', 'active', ${SHENGZE}, '2015-01-01')`.execute(
        db,
      );
      return { id, name };
    },
    async act(who, fileId, action, fields) {
      const ctx = now(who);
      const file = await inTransaction(ctx, (tx) =>
        performAction(tx, ctx, fileId, action, fields === undefined ? {} : { fields }),
      );
      return file.state;
    },
    async listed(firm, list, decidedOn, fields = {}) {
      const { today } = test.system();
      desk.at(`${Number(decidedOn.slice(0, 4))}-01-04`);
      const { id, fileId } = await desk.call(people.officer, 'proposeEntry', {
        body: { list, subject: { kind: 'party', id: firm.id }, reason: '示例：有违法失信行为', authority: '示例机关' },
      });
      await desk.act(people.officer, fileId, 'notice');
      desk.at(decidedOn);
      await desk.act(people.director, fileId, 'list', { decisionNo: '示例列入〔2026〕1号', ...fields });
      desk.at(today);
      return { id, fileId };
    },
    close: () => test.close(),
  };
  return desk;
}
