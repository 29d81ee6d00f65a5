import { Readable } from 'node:stream';
import { type RouteName, type RouteOutput, routes } from '@jince/contract';
import { type Policy, policySchema } from '@jince/entitlements';
import { computeUsccCheck } from '@jince/identifiers';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { createModules } from '../../../modules.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { markStale } from '../../../platform/facts/index.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';

export const FUND = '知识产权专项资金';
export const SHENGZE = '320509105';
export const PINGWANG = '320509104';

type Shapes = typeof routes;
type Called<K extends RouteName> = Shapes[K] extends { transport: 'file' }
  ? { fileName: string; mediaType: string; content: Buffer }
  : RouteOutput<Shapes[K]>;

/** Parts of a request as a client would send them; the route's schemas read them. */
interface CallInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly file?: unknown;
}

export interface Firm {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
}

/** Everybody through whose hands a claim goes. */
export interface Hands {
  readonly liaison: Ctx;
  readonly officer: Ctx;
  readonly checker: Ctx;
  readonly reviewer: Ctx;
  readonly director: Ctx;
  readonly finance: Ctx;
}

export interface SubsidyDesk {
  readonly test: TestDatabase;
  readonly ctx: Ctx;
  /** Contexts of the same people at the clock's present day. */
  hands(): Hands;
  at(iso: string): void;
  settle(): Promise<void>;
  /** Runs a route's handler as somebody, with the gate left to the access tests. */
  call<K extends RouteName>(ctx: Ctx, name: K, input?: CallInput): Promise<Called<K>>;
  firm(name: string, over?: { town?: string; status?: string; kind?: string; uscc?: string | null }): Promise<Firm>;
  enterpriseOf(firm: Firm): Promise<Ctx>;
  policy(draft?: Record<string, unknown>, version?: number): Promise<string>;
  give(fen: number, item?: string | null): Promise<void>;
  act(ctx: Ctx, id: string, action: string, fields?: Record<string, unknown>, note?: string): Promise<string>;
  attach(ctx: Ctx, id: string, title: string): Promise<void>;
  close(): Promise<void>;
}

/** A reward for every active enterprise (the enterprise itself is the achievement), and a share of a premium that is stated. */
export const ITEMS = [
  {
    code: 'level',
    name: '优势企业奖励',
    clause: '第三条第（一）项',
    text: '区内企业奖励3万元。',
    trigger: 'advantage-level',
    beneficiaries: ['enterprise', 'other'],
    eligibility: 'enterprise.active',
    achievement: { subject: 'enterprise', rule: 'enterprise.active', keyFact: 'name', label: '优势企业' },
    achieved: { from: '2025-01-01', to: '2026-12-31' },
    amount: { type: 'fixed', fen: 3_000_000 },
    materials: [{ code: 'licence', label: '营业执照', fromRegister: true }],
    publicityWorkingDays: 5,
  },
  {
    code: 'premium',
    name: '专利保险保费补贴',
    clause: '第四条',
    text: '按保费的50%补贴，每件不超过2万元。',
    trigger: 'insurance-premium',
    beneficiaries: ['enterprise'],
    achievement: {
      subject: 'claim',
      rule: 'claim.premiumFen > 0',
      dateFact: 'paidOn',
      keyFact: 'policyNo',
      label: '保单',
    },
    declared: [
      { path: 'policyNo', type: 'text', label: '保单号' },
      { path: 'premiumFen', type: 'number', label: '保费', unit: '分' },
      { path: 'paidOn', type: 'date', label: '支付日期' },
    ],
    achieved: { from: '2025-01-01', to: '2026-12-31' },
    amount: { type: 'share', of: 'claim.premiumFen', ratePpm: 500_000 },
    capFen: 2_000_000,
    materials: [{ code: 'invoice', label: '保费发票' }],
    publicityWorkingDays: 7,
  },
];

const DRAFT = {
  code: 'sample',
  title: '样例扶持办法',
  issuer: '区市场监督管理局',
  fund: FUND,
  year: 2026,
  effectiveFrom: '2026-01-01',
  windows: [{ from: '2026-01-01', to: '2026-12-31' }],
  example: true,
  preconditions: [
    { code: 'active', label: '存续', rule: 'enterprise.active', refusal: '登记状态不是存续', article: '第二条' },
  ],
  items: ITEMS,
};

let made = 0;

export function usccOf(n: number): string {
  const first = `91320509MA2T${String(n).padStart(5, '0')}`;
  return first + computeUsccCheck(first);
}

/** A district with a fund, a policy, firms and the people around them. */
export async function openSubsidyDesk(): Promise<SubsidyDesk> {
  const { modules, tasks } = createModules();
  const test = await openTestDatabase(modules);
  const { services } = test;
  const bindings = new Map(modules.flatMap((module) => module.routes).map((one) => [one.name, one]));
  const people: Record<keyof Hands, Ctx> = {
    liaison: await test.as('liaison', 'town', SHENGZE),
    officer: await test.as('ip-officer'),
    checker: await test.as('ip-officer'),
    reviewer: await test.as('reviewer'),
    director: await test.as('director'),
    finance: await test.as('finance-officer'),
  };
  // Once facts are kept in tables, a firm must be told of.
  let kept = false;
  const now = (ctx: Ctx): Ctx => ({ ...test.system(), actor: ctx.actor, source: ctx.source });
  const ctx = test.system();
  const call: SubsidyDesk['call'] = async (who, name, input = {}) => {
    const shape = routes[name] as {
      params?: { parse(v: unknown): unknown };
      query?: { parse(v: unknown): unknown };
      body?: { parse(v: unknown): unknown };
    };
    const parsed = {
      params: shape.params?.parse(input.params) ?? {},
      query: shape.query?.parse(input.query ?? {}) ?? {},
      body: shape.body === undefined ? undefined : shape.body.parse(input.body),
      ...(input.file === undefined ? {} : { file: input.file }),
    };
    return (await bindings.get(name)?.handle(now(who), parsed as never)) as never;
  };
  const desk: SubsidyDesk = {
    test,
    ctx,
    hands: () => Object.fromEntries(Object.entries(people).map(([name, one]) => [name, now(one)])) as unknown as Hands,
    at: (iso) => test.setNow(iso),
    async settle() {
      kept = true;
      await drainJobs(services, tasks);
    },
    call,
    async firm(name, over = {}) {
      const id = uuidv7();
      const uscc = over.uscc === undefined ? usccOf(++made) : over.uscc;
      await sql`insert into parties.party (district, id, record_key, uscc, name, name_key, kind, status, town_code)
        values (${ctx.district}, ${id}, ${uscc ?? name}, ${uscc}, ${name}, ${name}, ${over.kind ?? 'enterprise'}, ${over.status ?? 'active'},
          ${over.town ?? SHENGZE})`.execute(services.db);
      if (kept) {
        await inTransaction(ctx, (tx) => markStale(tx, ctx, 'enterprise', sql`select ${id}::uuid`));
        await desk.settle();
      }
      return { id, name, uscc: uscc ?? '' };
    },
    enterpriseOf: (firm) => test.as('enterprise', 'party', firm.id),
    async policy(draft = {}, version = 1) {
      const policy: Policy = policySchema.parse({ ...DRAFT, ...draft });
      const id = uuidv7();
      await sql`update policies.policy_version set state = 'retired' where code = ${policy.code} and state = 'published'`.execute(
        services.db,
      );
      await sql`insert into policies.policy_version (district, id, code, version, state, source, content, content_hash, effective_from,
          edited_by_name, edited_at, published_by_name, published_at)
        values (${ctx.district}, ${id}, ${policy.code}, ${version}, 'published', 'office', ${JSON.stringify(policy)}, ${id}, ${policy.effectiveFrom},
          '测试', now(), '测试', now())`.execute(services.db);
      return id;
    },
    give: async (fen, item = null) => {
      await call(people.finance, 'appropriateBudget', {
        body: { fund: FUND, year: 2026, item, amountFen: fen, docNo: '吴财〔2026〕1号', reason: '年初安排' },
      });
    },
    async act(who, id, action, fields, note) {
      const { file } = await call(who, 'getFilePanel', { params: { id } });
      const panel = await call(who, 'performFileAction', {
        params: { id, action },
        body: {
          version: file.version,
          ...(fields === undefined ? {} : { fields }),
          ...(note === undefined ? {} : { note }),
        },
      });
      return panel.file.state;
    },
    async attach(who, id, title) {
      await call(who, 'attachDocument', {
        params: { id },
        file: {
          fileName: `${title}.pdf`,
          mediaType: 'application/pdf',
          content: Readable.from([Buffer.from('%PDF-1.7\nsmall')]),
          fields: { kind: 'material', title },
        },
      });
    },
    close: () => test.close(),
  };
  return desk;
}
