import { computeUsccCheck } from '@jince/identifiers';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { factsModule } from '../../../platform/facts/index.ts';
import { importsModule } from '../../../platform/imports/imports.module.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import type { ModuleDefinition } from '../../../platform/module.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { ipRightsModule, rightsPort } from '../../ip-rights/index.ts';
import { createPartiesModule } from '../../parties/index.ts';
import { setPartyAccount } from '../commands/set-party-account.ts';
import { appropriate, commitFunds, createPayable, fundsModule, type Origin } from '../index.ts';

export const FUND = '知识产权专项资金';
export const YEAR = 2026;
/** Invented numbers that no answer may show. */
export const numberOf = (n: number): string => `62220211${String(n).padStart(11, '0')}`;

export interface Firm {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
}

export interface Told {
  readonly event: 'paid' | 'failed' | 'settled';
  readonly payload: Record<string, unknown>;
}

/** A district with a fund, firms and the people around them; `told` holds what funds says to other modules. */
export interface FundsDesk {
  readonly test: TestDatabase;
  readonly finance: Ctx;
  readonly director: Ctx;
  readonly told: Told[];
  settle(): Promise<void>;
  firm(name: string): Promise<Firm>;
  give(amountFen: number, item?: string | null, at?: { fund: string; year: number }): Promise<void>;
  /** Commits and releases for a firm; the origin tells it apart. */
  release(
    firm: Firm,
    amountFen: number,
    over?: { key?: string | null; item?: string | null; fund?: string },
  ): Promise<Origin>;
  account(firm: Firm, number?: string): Promise<void>;
  payableOf(
    origin: Origin,
  ): Promise<{ id: string; state: string; version: number; fail_reason: string | null; paid_on: string | null }>;
  close(): Promise<void>;
}

const listener = (event: Told['event'], told: Told[]): JobTask => ({
  task: `test.hear-${event}`,
  label: { zh: '测试', en: 'Test' },
  cancellable: false,
  maxAttempts: 1,
  run: async (_ctx, payload: Record<string, unknown>) => {
    told.push({ event, payload });
  },
});

let made = 0;

export async function openFundsDesk(): Promise<FundsDesk> {
  const told: Told[] = [];
  const hearing: ModuleDefinition = {
    name: 'test',
    permissions: [],
    errors: {},
    actions: {},
    routes: [],
    jobs: [listener('paid', told), listener('failed', told), listener('settled', told)],
    subscribers: {
      'funds.payable.paid': ['test.hear-paid'],
      'funds.payable.failed': ['test.hear-failed'],
      'funds.receivable.settled': ['test.hear-settled'],
    },
  };
  const modules = [importsModule, factsModule, createPartiesModule(rightsPort), ipRightsModule, fundsModule, hearing];
  const test = await openTestDatabase(modules);
  const tasks = new Map<string, JobTask>(modules.flatMap((module) => module.jobs ?? []).map((job) => [job.task, job]));
  const [finance, director] = [await test.as('finance-officer'), await test.as('director')];
  const desk: FundsDesk = {
    test,
    finance,
    director,
    told,
    settle: () => drainJobs(test.services, tasks),
    async firm(name) {
      const id = uuidv7();
      const first = `91320509MA1F${String(++made).padStart(5, '0')}`;
      const uscc = first + computeUsccCheck(first);
      await sql`insert into parties.party (district, id, record_key, uscc, name, name_key, kind, status)
        values (${finance.district}, ${id}, ${uscc}, ${uscc}, ${name}, ${name}, 'enterprise', 'active')`.execute(
        finance.db,
      );
      return { id, name, uscc };
    },
    give: (amountFen, item = null, at = { fund: FUND, year: YEAR }) =>
      inTransaction(finance, (tx) =>
        appropriate(tx, finance, { ...at, item, amountFen, docNo: '吴财〔2026〕1号', reason: '年初安排' }),
      ),
    async release(firm, amountFen, over = {}) {
      const { key = null, item = null, fund = FUND } = over;
      const id = uuidv7();
      const origin: Origin = {
        kind: 'subsidies.claim-line',
        id,
        label: `奖补申请 ${id.slice(-6)}`,
        href: '/incentives/applications',
      };
      await inTransaction(director, async (tx) => {
        await commitFunds(tx, director, { fund, year: YEAR, item, amountFen, origin, reason: '审议通过' });
        const release = {
          origin,
          partyId: firm.id,
          amountFen,
          achievementKey: key,
          purpose: '奖补资金',
          documentNo: '吴市监〔2026〕9号',
        };
        await createPayable(tx, director, release);
      });
      return origin;
    },
    account: (firm, number = numberOf(++made)) =>
      setPartyAccount(finance, firm.id, {
        accountName: firm.name,
        number,
        bankName: '吴江农村商业银行',
        reason: '变更',
      }),
    async payableOf(origin) {
      const { rows } = await sql<
        Awaited<ReturnType<FundsDesk['payableOf']>>
      >`select id, state, version, fail_reason, paid_on
        from funds.payable where origin_id = ${origin.id} order by released_at desc limit 1`.execute(finance.db);
      return rows[0] as NonNullable<(typeof rows)[0]>;
    },
    close: () => test.close(),
  };
  return desk;
}
