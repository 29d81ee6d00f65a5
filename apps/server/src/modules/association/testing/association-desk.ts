import { type RouteName, type RouteOutput, routes } from '@jince/contract';
import { computePatentApplicationCheck, computeUsccCheck } from '@jince/identifiers';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { createModules } from '../../../modules.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { refreshFacts } from '../../../platform/facts/index.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { registerAgency } from '../../ip-agencies/index.ts';

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
  readonly uscc: string;
}
interface Place {
  readonly address?: string;
  readonly head?: string;
}

/** A district with agencies, their clients and finished matters, and the people of the association. */
export interface AssociationDesk {
  readonly test: TestDatabase;
  readonly secretary: Ctx;
  readonly officer: Ctx;
  at(day: string): void;
  refresh(): Promise<void>;
  settle(): Promise<void>;
  call<K extends RouteName>(who: Ctx, name: K, input?: Given): Promise<Called<K>>;
  act(who: Ctx, fileId: string, action: string, fields?: Record<string, unknown>): Promise<string>;
  firm(name: string, over?: Place): Promise<Firm>;
  agency(name: string, over?: Place): Promise<{ readonly id: string; readonly firm: Firm; readonly ctx: Ctx }>;
  /** A patent of the client through the agency, granted on a day or not yet. */
  matter(client: Firm, agencyId: string, grantedOn: string | null): Promise<string>;
  enterprise(firm: Firm): Promise<Ctx>;
  close(): Promise<void>;
}

let made = 0;

export async function openAssociationDesk(): Promise<AssociationDesk> {
  const { modules, tasks } = createModules();
  const test = await openTestDatabase(modules);
  const bindings = new Map(modules.flatMap((module) => module.routes).map((one) => [one.name, one]));
  const { association } = test.services.jurisdiction;
  const now = (who: Ctx): Ctx => ({ ...test.system(), actor: who.actor, source: who.source });
  const desk: AssociationDesk = {
    test,
    secretary: await test.as('association', 'organisation', association.body),
    officer: await test.as('ip-officer'),
    at: (day) => test.setNow(`${day}T02:00:00Z`),
    async refresh() {
      await refreshFacts(test.system());
    },
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
      const input = fields === undefined ? {} : { fields };
      return (await inTransaction(ctx, (tx) => performAction(tx, ctx, fileId, action, input))).state;
    },
    async firm(name, { address, head } = {}) {
      const { district, db } = test.system();
      const id = uuidv7();
      const first = `91320509MA4A${String(++made).padStart(5, '0')}`;
      const uscc = first + computeUsccCheck(first);
      await sql`insert into parties.party (district, id, record_key, uscc, name, name_key, kind, status, town_code, address, legal_representative)
        values (${district}, ${id}, ${uscc}, ${uscc}, ${name}, ${name}, 'enterprise', 'active', '320509105', ${address ?? `盛泽镇舜湖路${made}号`},
          ${head ?? `法人${made}`})`.execute(db);
      await sql`insert into parties.mention (district, id, name, name_key, uscc, party_id, decision)
        values (${district}, ${uuidv7()}, ${name}, ${name}, ${uscc}, ${id}, 'auto')`.execute(db);
      return { id, name, uscc };
    },
    async agency(name, over = {}) {
      const firm = await desk.firm(name, over);
      const system = test.system();
      const id = await inTransaction(system, (tx) =>
        registerAgency(tx, system, {
          name,
          uscc: firm.uscc,
          kinds: ['patent'],
          status: 'active',
          ...(over.address === undefined ? {} : { address: over.address }),
          ...(over.head === undefined ? {} : { headName: over.head }),
        }),
      );
      await sql`update agencies.agency set party_id = ${firm.id} where id = ${id}`.execute(system.db);
      return { id, firm, ctx: await test.as('agency', 'party', firm.id) };
    },
    async matter(client, agencyId, grantedOn) {
      const { district, db } = test.system();
      const first = `202210${String(++made).padStart(6, '0')}`;
      const number = `CN${first}.${computePatentApplicationCheck(first)}`;
      const id = uuidv7();
      await sql`insert into ip_rights.patent (district, id, record_key, application_no, kind, title, filed_on, granted_on)
        values (${district}, ${id}, ${first}, ${number}, 'invention', ${`丝织机构${made}`}, '2022-02-01', ${grantedOn})`.execute(
        db,
      );
      await sql`insert into ip_rights.patent_holder (district, patent_id, position, mention_id)
        select ${district}, ${id}, 1, m.id from parties.mention m where m.party_id = ${client.id}`.execute(db);
      await sql`insert into agencies.patent_agency (district, patent_id, agency_id) values (${district}, ${id}, ${agencyId})`.execute(
        db,
      );
      return id;
    },
    enterprise: (firm) => test.as('enterprise', 'party', firm.id),
    close: () => test.close(),
  };
  return desk;
}
