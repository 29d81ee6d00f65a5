import { Readable } from 'node:stream';
import { addYears } from '@jince/calendar';
import { type RouteName, type RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { createModules } from '../../../modules.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';

type Shapes = typeof routes;
type Called<K extends RouteName> = Shapes[K] extends { transport: 'file' }
  ? { fileName: string; mediaType: string; content: Readable | Buffer }
  : RouteOutput<Shapes[K]>;

interface Given {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly file?: { readonly name: string; readonly bytes: Buffer };
}

export interface MarkGiven {
  readonly no: string;
  readonly niceClass: number;
  readonly name: string;
  readonly status: 'registered' | 'grace' | 'lapsed' | 'preliminary';
  readonly registeredOn?: string;
  readonly preliminaryOn?: string;
  readonly groups?: readonly string[];
  readonly owner: string;
}

/** A district with two firms and the marks a test gives them. */
export interface PortfolioDesk {
  readonly test: TestDatabase;
  at(day: string): void;
  call<K extends RouteName>(who: Ctx, name: K, input?: Given): Promise<Called<K>>;
  party(name: string, town: string): Promise<string>;
  mark(given: MarkGiven): Promise<string>;
  close(): Promise<void>;
}

async function insertMark(ctx: Ctx, given: MarkGiven): Promise<string> {
  const { db, district } = ctx;
  const id = uuidv7();
  const registeredOn = given.registeredOn ?? null;
  const expiresOn = registeredOn === null ? null : addYears(registeredOn, 10);
  const mention = uuidv7();
  await sql`insert into parties.mention (district, id, name, name_key, locality, decision, party_id)
    values (${district}, ${mention}, ${given.owner}, ${mention}, '', 'auto', ${given.owner})`.execute(db);
  await sql`insert into ip_rights.trademark (district, id, record_key, registration_no, nice_class, name, kind, registered_on, expires_on, preliminary_on,
      goods, similar_groups)
    values (${district}, ${id}, ${`${given.no}/${given.niceClass}`}, ${given.no}, ${given.niceClass}, ${given.name}, 'ordinary', ${registeredOn},
      ${expiresOn}, ${given.preliminaryOn ?? null}, array['服装'], ${[...(given.groups ?? [])]}::text[])`.execute(db);
  await sql`insert into ip_rights.trademark_holder (district, trademark_id, position, mention_id) values (${district}, ${id}, 1, ${mention})`.execute(
    db,
  );
  await sql`insert into ip_rights.trademark_period (district, trademark_id, valid_from, status, reason)
    values (${district}, ${id}, ${registeredOn ?? given.preliminaryOn ?? '2020-01-01'}, ${given.status}, '试')`.execute(
    db,
  );
  await db.transaction().execute((tx) => bumpRegisterVersion(tx, district, 'trademarks'));
  return id;
}

export async function openPortfolioDesk(): Promise<PortfolioDesk> {
  const { modules } = createModules();
  const test = await openTestDatabase(modules);
  const bindings = new Map(modules.flatMap((module) => module.routes).map((one) => [one.name, one]));
  const now = (who: Ctx): Ctx => ({ ...test.system(), actor: who.actor, source: who.source });
  return {
    test,
    at: (day) => test.setNow(`${day}T02:00:00Z`),
    async call(who, name, input = {}) {
      const shape = routes[name] as unknown as Record<
        'params' | 'query' | 'body',
        { parse(value: unknown): unknown } | undefined
      >;
      const file = input.file && {
        fileName: input.file.name,
        mediaType: 'application/octet-stream',
        content: Readable.from([input.file.bytes]),
        fields: {},
      };
      const parsed = {
        params: shape.params?.parse(input.params) ?? {},
        query: shape.query?.parse(input.query ?? {}) ?? {},
        body: shape.body?.parse(input.body),
        ...(file === undefined ? {} : { file }),
      };
      return (await bindings.get(name)?.handle(now(who), parsed as never)) as never;
    },
    async party(name, town) {
      const { district, db } = test.system();
      const id = uuidv7();
      await sql`insert into parties.party (district, id, record_key, name, name_key, kind, status, town_code)
        values (${district}, ${id}, ${id}, ${name}, ${name}, 'enterprise', 'active', ${town})`.execute(db);
      return id;
    },
    mark: (given) => insertMark(test.system(), given),
    close: () => test.close(),
  };
}
