import { computeOrganisationCheck, computeUsccCheck } from '@jince/identifiers';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { factsModule } from '../../../platform/facts/index.ts';
import { importsModule } from '../../../platform/imports/imports.module.ts';
import { performAction, proceduresModule } from '../../../platform/procedures/index.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { ipAgencyModule, registerAgency } from '../../ip-agencies/index.ts';
import { ipRightsModule, rightsPort } from '../../ip-rights/index.ts';
import { createPartiesModule } from '../../parties/index.ts';
import { agencyAffairModule } from '../agency-affairs.module.ts';

export const SHENGZE = '320509105';
export const PINGWANG = '320509104';

let made = 0;

/** A code that is valid through and through: `n` tells firms apart. */
export function usccOf(n: number): string {
  const body = `MA1A${String(n).padStart(4, '0')}`;
  const first = `91320509${body}${computeOrganisationCheck(body)}`;
  return first + computeUsccCheck(first);
}

export interface Firm {
  readonly partyId: string;
  readonly name: string;
  readonly uscc: string;
  readonly townCode: string;
  /** Of the firm's own account. */
  readonly ctx: () => Ctx;
}

export interface AffairDesk {
  readonly test: TestDatabase;
  /** Contexts of the moment: the clock may have been moved. */
  ctx(who: 'officer' | 'second' | 'reviewer' | 'shengze' | 'pingwang'): Ctx;
  /** A party of the market register with an account of role agency. */
  firm(name: string, townCode?: string): Promise<Firm>;
  /** The firm as an agency of the register. */
  agency(firm: Firm, over?: Record<string, unknown>): Promise<string>;
  act(ctx: Ctx, fileId: string, action: string, fields?: Record<string, unknown>): Promise<string>;
  registered(agencyId: string): Promise<Record<string, unknown>>;
}

/** A district with parties, accounts of agencies, officers and town liaisons. */
export async function openAffairDesk(): Promise<AffairDesk> {
  const modules = [
    importsModule,
    proceduresModule,
    factsModule,
    createPartiesModule(rightsPort),
    ipRightsModule,
    ipAgencyModule,
    agencyAffairModule,
  ];
  const test = await openTestDatabase(modules);
  const people = {
    officer: await test.as('ip-officer'),
    second: await test.as('ip-officer'),
    reviewer: await test.as('reviewer'),
    shengze: await test.as('liaison', 'town', SHENGZE),
    pingwang: await test.as('liaison', 'town', PINGWANG),
  };
  const current = (ctx: Ctx): Ctx => {
    const { now, today } = test.system();
    return { ...ctx, now, today };
  };
  return {
    test,
    ctx: (who) => current(people[who]),
    async firm(name, townCode = SHENGZE) {
      const partyId = uuidv7();
      const uscc = usccOf(++made);
      await sql`insert into parties.party (district, id, record_key, uscc, name, name_key, kind, status, town_code, address, established_on)
        values (${test.services.district.code}, ${partyId}, ${uscc}, ${uscc}, ${name}, ${name}, 'agency', 'active', ${townCode}, ${`${name}注册地址`}, '2018-03-01')`.execute(
        test.services.db,
      );
      const account = await test.as('agency', 'party', partyId);
      return { partyId, name, uscc, townCode, ctx: () => current(account) };
    },
    async agency(firm, over = {}) {
      const ctx = current(test.system());
      return inTransaction(ctx, (tx) =>
        registerAgency(tx, ctx, {
          name: firm.name,
          uscc: firm.uscc,
          kinds: ['patent'],
          agencyCode: `32${String(100 + made)}`,
          status: 'active',
          townCode: firm.townCode,
          address: `${firm.name}办公地址`,
          headName: '周负责',
          phone: '0512-63000001',
          licensedOn: '2019-05-01',
          ...over,
        }),
      );
    },
    async act(ctx, fileId, action, fields) {
      const input = fields === undefined ? {} : { fields };
      return inTransaction(
        ctx,
        async (tx) => (await performAction(tx, { ...ctx, db: tx }, fileId, action, input)).state,
      );
    },
    async registered(agencyId) {
      const { rows } = await sql<Record<string, unknown>>`select * from agencies.agency where id = ${agencyId}`.execute(
        test.services.db,
      );
      return rows[0] ?? {};
    },
  };
}
