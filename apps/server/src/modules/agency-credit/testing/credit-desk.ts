import { Readable } from 'node:stream';
import { type RouteName, type RouteOutput, routes } from '@jince/contract';
import { computeUsccCheck } from '@jince/identifiers';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { createModules } from '../../../modules.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { refreshFacts } from '../../../platform/facts/index.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { type AgencyKind, registerAgency } from '../../ip-agencies/index.ts';
import { findEvaluation } from '../repositories/evaluation-repository.ts';

type Shapes = typeof routes;
type Called<K extends RouteName> = Shapes[K] extends { transport: 'file' } ? unknown : RouteOutput<Shapes[K]>;
interface Given {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}
export interface Agency {
  readonly id: string;
  readonly partyId: string;
  readonly name: string;
}
type People = 'officer' | 'reviewer' | 'director' | 'liaison' | 'other';

/** A district with agencies and everybody who works on their credit. */
export interface CreditDesk {
  readonly test: TestDatabase;
  ctx(who: People): Ctx;
  now(who: Ctx): Ctx;
  at(day: string): void;
  settle(): Promise<void>;
  refresh(): Promise<void>;
  agency(name: string, kinds?: readonly AgencyKind[]): Promise<Agency>;
  /** An account of the agency itself. */
  own(agency: Agency): Promise<Ctx>;
  call<K extends RouteName>(who: Ctx, name: K, input?: Given): Promise<Called<K>>;
  /** Enters an event as the page does; what is not given is a fine of the day with a proof. */
  enter(
    agency: Agency,
    fields?: Record<string, string>,
    proof?: string,
  ): Promise<RouteOutput<Shapes['enterCreditEvent']>>;
  ground(
    agency: Agency,
    over: { sort: string; on: string; documentNo?: string; key?: string; revokedOn?: string },
  ): Promise<void>;
  tellGrounds(): Promise<void>;
  act(who: Ctx, evaluationId: string, action: string, fields?: Record<string, unknown>): Promise<string>;
  score(agency: Agency, on: string): Promise<{ score: number | null; grade: string | null }>;
  close(): Promise<void>;
}

export const SHENGZE = '320509105';
export const PROOF = '%PDF-1.7 决定书';
let made = 0;

async function insertAgency(ctx: Ctx, name: string, kinds: readonly AgencyKind[]): Promise<Agency> {
  const partyId = uuidv7();
  const first = `91320509MA4C${String(++made).padStart(5, '0')}`;
  const uscc = first + computeUsccCheck(first);
  await sql`insert into parties.party (district, id, record_key, uscc, name, name_key, kind, status, town_code, established_on)
    values (${ctx.district}, ${partyId}, ${uscc}, ${uscc}, ${name}, ${name}, 'enterprise', 'active', ${SHENGZE}, '2012-01-01')`.execute(
    ctx.db,
  );
  const id = await inTransaction(ctx, (tx) =>
    registerAgency(tx, ctx, { name, uscc, kinds, townCode: SHENGZE, status: 'active', licensedOn: '2012-06-01' }),
  );
  return { id, partyId, name };
}

export async function openCreditDesk(): Promise<CreditDesk> {
  const { modules, tasks } = createModules();
  // Facts of everybody are refreshed where a test asks for them.
  const own = new Map([...tasks].filter(([task]) => task.startsWith('agency-credit.')));
  const test = await openTestDatabase(modules);
  const bindings = new Map(modules.flatMap((module) => module.routes).map((one) => [one.name, one]));
  const people: Record<People, Ctx> = {
    officer: await test.as('ip-officer'),
    reviewer: await test.as('reviewer'),
    director: await test.as('director'),
    liaison: await test.as('liaison', 'town', SHENGZE),
    other: await test.as('liaison', 'town', '320509104'),
  };
  const now = (who: Ctx): Ctx => ({ ...test.system(), actor: who.actor, source: who.source });
  const handle = (who: Ctx, name: RouteName, input: object) =>
    bindings.get(name)?.handle(now(who), input as never) as Promise<never>;
  const desk: CreditDesk = {
    test,
    now,
    ctx: (who) => now(people[who]),
    at: (day) => test.setNow(`${day}T02:00:00Z`),
    settle: () => drainJobs(test.services, own),
    async refresh() {
      await refreshFacts(test.system());
    },
    agency: (name, kinds = ['patent']) => insertAgency(test.system(), name, kinds),
    own: (agency) => test.as('agency', 'party', agency.partyId),
    call(who, name, input = {}) {
      const shape = routes[name] as unknown as Record<string, { parse(value: unknown): unknown } | undefined>;
      return handle(who, name, {
        params: shape.params?.parse(input.params) ?? {},
        query: shape.query?.parse(input.query ?? {}) ?? {},
        body: shape.body?.parse(input.body),
      });
    },
    enter(agency, fields = {}, proof = PROOF) {
      const { today } = test.system();
      return handle(people.officer, 'enterCreditEvent', {
        params: {},
        query: {},
        file: {
          fileName: '决定书.pdf',
          mediaType: 'application/pdf',
          content: Readable.from([Buffer.from(proof)]),
          fields: {
            subjectType: 'agency',
            subjectId: agency.id,
            sort: 'penalty-fine',
            on: today,
            authority: '江苏省知识产权局（示例）',
            text: '罚款一万元。',
            ...fields,
          },
        },
      });
    },
    async ground(agency, { sort, on, documentNo, key, revokedOn }) {
      const { district, db } = test.system();
      await sql`insert into agencies.ground (district, record_key, id, sort, written, agency_id, happened_on, revoked_on, document_no, authority, reason)
        values (${district}, ${key ?? uuidv7()}, ${uuidv7()}, ${sort}, ${agency.name}, ${agency.id}, ${on}, ${revokedOn ?? null},
          ${documentNo ?? null}, '江苏省知识产权局（示例）', '列入名单')`.execute(db);
    },
    async tellGrounds() {
      const ctx = test.system();
      await inTransaction(ctx, (tx) => publishEvent(tx, ctx, 'agencies.grounds.changed', { agencyIds: [] }));
      await desk.settle();
    },
    async act(who, evaluationId, action, fields) {
      const ctx = now(who);
      const row = await findEvaluation(ctx.db, ctx.district, evaluationId);
      const file = await inTransaction(ctx, (tx) =>
        performAction(tx, ctx, row?.file_id ?? '', action, fields === undefined ? {} : { fields }),
      );
      return file.state;
    },
    async score(agency, on) {
      const { score, grade } = await desk.call(people.officer, 'getCreditSubject', {
        params: { type: 'agency', id: agency.id },
        query: { on },
      });
      return { score, grade };
    },
    close: () => test.close(),
  };
  return desk;
}
