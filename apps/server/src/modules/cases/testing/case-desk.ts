import { type RouteName, type RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { createModules } from '../../../modules.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import type { ClueOrder, RegisteredClue } from '../commands/register-clue.ts';
import { registerClue } from '../commands/register-clue.ts';

type Called<K extends RouteName> = (typeof routes)[K] extends { transport: 'file' }
  ? unknown
  : RouteOutput<(typeof routes)[K]>;
interface Given {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}
export type Who = 'officer' | 'second' | 'head' | 'legal' | 'director' | 'branch';

export const BRANCH = 'WJ-MSB-B105';
export const SHENGZE = '320509105';

/** A district with officers of the register and the people who handle, review and decide cases. */
export interface CaseDesk {
  readonly test: TestDatabase;
  ctx(who: Who): Ctx;
  at(day: string): void;
  settle(): Promise<void>;
  call<K extends RouteName>(who: Who, name: K, input?: Given): Promise<Called<K>>;
  act(who: Who, caseId: string, action: string, fields?: Record<string, unknown>): Promise<string>;
  officer(name: string, until: string | null, body?: string): Promise<string>;
  clue(over?: Partial<ClueOrder>, who?: Who): Promise<RegisteredClue>;
  /** Two valid officers, proposed and opened. */
  filed(caseId: string): Promise<void>;
  close(): Promise<void>;
}

let made = 0;
/** What stands above cases: the desk works without it. */
const ABOVE = new Set(['case-papers', 'case-statistics', 'complaints', 'inspections', 'assistance', 'coordination']);

export async function openCaseDesk(): Promise<CaseDesk> {
  const { modules: all, tasks } = createModules();
  const modules = all.filter(({ name }) => !ABOVE.has(name));
  const test = await openTestDatabase(modules);
  const bindings = new Map(modules.flatMap((module) => module.routes).map((one) => [one.name, one]));
  const people: Record<Who, Ctx> = {
    officer: await test.as('enforcement-officer'),
    second: await test.as('enforcement-officer'),
    head: await test.as('section-head'),
    legal: await test.as('legal-reviewer'),
    director: await test.as('director'),
    branch: await test.as('enforcement-officer', 'organisation', BRANCH),
  };
  const ctxOf = (who: Who): Ctx => ({ ...test.system(), actor: people[who].actor, source: people[who].source });
  const desk: CaseDesk = {
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
    async act(who, caseId, action, fields) {
      const ctx = ctxOf(who);
      const file = await inTransaction(ctx, (tx) =>
        performAction(tx, ctx, caseId, action, fields === undefined ? {} : { fields }),
      );
      return file.state;
    },
    async officer(name, until, body = 'WJ-MSB-ENF') {
      const id = uuidv7();
      const { district } = test.system();
      await inTransaction(test.system(), (tx) =>
        sql`insert into organisation.officer (district, id, record_key, name, body_id, body_name, certificate_no, certificate_to)
          values (${district}, ${id}, ${`t:${id}`}, ${name}, ${body}, '测试机构', ${until === null ? null : `E${++made}`}, ${until})`.execute(
          tx,
        ),
      );
      return id;
    },
    async clue(over = {}, who = 'officer') {
      const ctx = ctxOf(who);
      const name = `虚构商行${++made}`;
      return inTransaction(ctx, (tx) =>
        registerClue(tx, ctx, {
          source: { kind: 'own', module: 'test', id: uuidv7(), label: '试行', href: null },
          receivedOn: ctx.today,
          title: `${name}涉嫌销售侵权商品`,
          text: '巡查发现涉嫌侵权商品。',
          suspects: [{ name, natural: false, townCode: SHENGZE }],
          behaviourRow: 4,
          rights: [{ kind: 'trademark', number: '1234567', holder: '虚构权利人' }],
          ...over,
        }),
      );
    },
    async filed(caseId) {
      const { card, revision } = await desk.call('head', 'getCase', { params: { id: caseId } });
      const officers = [
        await desk.officer(`甲${card.number}`, '2030-01-01'),
        await desk.officer(`乙${card.number}`, '2030-01-01'),
      ];
      await desk.call('head', 'saveCaseOfficers', { params: { id: caseId }, body: { revision, officers } });
      await desk.act('officer', caseId, 'verify');
      await desk.act('officer', caseId, 'propose', {
        evidence: true,
        punishable: true,
        competent: true,
        inTime: true,
        opinion: '有初步证据',
      });
      await desk.act('director', caseId, 'file', {});
    },
    close: () => test.close(),
  };
  return desk;
}
