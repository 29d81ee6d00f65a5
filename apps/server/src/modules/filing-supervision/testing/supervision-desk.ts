import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RouteName, type RouteOutput, routes } from '@jince/contract';
import { type Policy, policySchema } from '@jince/entitlements';
import { computePatentApplicationCheck, computeUsccCheck } from '@jince/identifiers';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { createModules } from '../../../modules.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import { undoImport } from '../../../platform/imports/commands/change-import.ts';
import { importFile, settleImport } from '../../../platform/imports/import-file.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';

export const SHENGZE = '320509105';
export const PINGWANG = '320509104';
const ADDRESSES: Readonly<Record<string, string>> = {
  [SHENGZE]: '江苏省苏州市吴江区盛泽镇西二环路1号',
  [PINGWANG]: '江苏省苏州市吴江区平望镇中鲈大道8号',
};

export interface PatentLine {
  readonly n: number;
  readonly title: string;
  readonly abstract?: string;
  readonly firm: string;
  readonly filedOn?: string;
  readonly grantedOn?: string;
  readonly status?: string;
  readonly inventors?: string;
}

export function patentNumber(n: number): string {
  const first = `202410${String(n).padStart(6, '0')}`;
  return `CN${first}.${computePatentApplicationCheck(first)}`;
}

export function usccOf(n: number): string {
  const first = `91320509MA3T${String(n).padStart(5, '0')}`;
  return first + computeUsccCheck(first);
}

interface CallInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}
type Called<K extends RouteName> = RouteOutput<(typeof routes)[K]>;

export interface SupervisionDesk {
  readonly test: TestDatabase;
  readonly ctx: Ctx;
  settle(): Promise<void>;
  /** Runs a route's handler as somebody, with the gate left to the access tests. */
  call<K extends RouteName>(ctx: Ctx, name: K, input?: CallInput): Promise<Called<K>>;
  register(...firms: readonly { name: string; n: number; town?: string; highTech?: boolean }[]): Promise<void>;
  /** A file of patents, with every job that follows. Returns the import's id. */
  patents(...lines: readonly PatentLine[]): Promise<string>;
  undo(importId: string): Promise<void>;
  policy(draft: Record<string, unknown>): Promise<void>;
  partyId(name: string): Promise<string>;
  close(): Promise<void>;
}

const csv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');

/** An empty district with every module; files go the whole way, and searches follow by themselves. */
export async function openSupervisionDesk(): Promise<SupervisionDesk> {
  const { modules, tasks } = createModules();
  const test = await openTestDatabase(modules);
  const { services } = test;
  const ctx = test.system();
  const bindings = new Map(modules.flatMap((module) => module.routes).map((one) => [one.name, one]));
  const settle = () => drainJobs(services, tasks);
  async function send(kind: string, content: string): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'jince-send-'));
    try {
      const path = join(folder, `${kind}.csv`);
      writeFileSync(path, content);
      const done = await importFile(test.system(), tasks, path, { kind, commit: true });
      if (done.state !== 'committed') throw new Error(`${kind}: ${done.state} ${JSON.stringify(done.counts)}`);
      return done.id;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return {
    test,
    ctx,
    settle,
    async call(who, name, input = {}) {
      type Reader = { parse(value: unknown): unknown } | undefined;
      const shape = routes[name] as { params?: Reader; query?: Reader; body?: Reader };
      const parsed = {
        params: shape.params?.parse(input.params) ?? {},
        query: shape.query?.parse(input.query ?? {}) ?? {},
        body: shape.body?.parse(input.body),
      };
      const now = { ...test.system(), actor: who.actor, source: who.source };
      return (await bindings.get(name)?.handle(now, parsed as never)) as never;
    },
    async register(...firms) {
      await send(
        'market-register',
        csv(
          ['企业名称', '统一社会信用代码', '企业类型', '经营状态', '成立日期', '注册地址'],
          firms.map(({ name, n, town = SHENGZE }) => [
            name,
            usccOf(n),
            '有限责任公司',
            '存续',
            '2012-05-01',
            ADDRESSES[town] ?? '',
          ]),
        ),
      );
      const high = firms.filter((firm) => firm.highTech === true);
      if (high.length > 0)
        await send(
          'high-tech',
          csv(
            ['企业名称', '统一社会信用代码', '证书编号', '发证日期', '有效期至'],
            high.map(({ name, n }) => [name, usccOf(n), `GR20243200${1000 + n}`, '2024-11-06', '2027-11-05']),
          ),
        );
    },
    patents: (...lines) =>
      send(
        'patents',
        csv(
          ['发明名称', '摘要', '申请号', '申请人', '发明人', '申请日', '授权公告日', '法律状态'],
          lines.map((line) => [
            line.title,
            line.abstract ?? '',
            patentNumber(line.n),
            line.firm,
            line.inventors ?? '',
            line.filedOn ?? '2024-03-01',
            line.grantedOn ?? '',
            line.status ?? '公开',
          ]),
        ),
      ),
    async undo(importId) {
      await undoImport(test.system(), importId);
      const done = await settleImport(test.system(), tasks, importId);
      if (done.state !== 'undone') throw new Error(`undo: ${done.state}`);
      await settle();
    },
    async policy(draft) {
      const policy: Policy = policySchema.parse(draft);
      const id = uuidv7();
      await sql`insert into policies.policy_version (district, id, code, version, state, source, content, content_hash, effective_from,
          edited_by_name, edited_at, published_by_name, published_at)
        values (${ctx.district}, ${id}, ${policy.code}, 1, 'published', 'office', ${JSON.stringify(policy)}, ${id}, ${policy.effectiveFrom},
          '测试', now(), '测试', now())`.execute(services.db);
    },
    async partyId(name) {
      const { rows } = await sql<{ id: string }>`select id from parties.party where name = ${name}`.execute(ctx.db);
      return rows[0]?.id as string;
    },
    close: () => test.close(),
  };
}
