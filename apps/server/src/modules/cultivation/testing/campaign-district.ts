import { computePatentApplicationCheck, computeUsccCheck } from '@jince/identifiers';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import { factsModule } from '../../../platform/facts/index.ts';
import { importsModule } from '../../../platform/imports/imports.module.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { ipRightsModule, rightsPort } from '../../ip-rights/index.ts';
import { createPartiesModule } from '../../parties/index.ts';
import { type CreateCampaignInput, createCampaign } from '../commands/create-campaign.ts';
import { type LogVisitInput, logVisit } from '../commands/log-visit.ts';
import { startCampaign } from '../commands/start-campaign.ts';
import { cultivationModule } from '../cultivation.module.ts';
import { listWorkItems } from '../queries/list-work-items.ts';
import { getCampaign } from '../queries/show-campaign.ts';
import { csv, sendFile, takeBack } from './send-file.ts';

export const SHENGZE = '320509105';
export const PINGWANG = '320509104';
const TOWNS = { [SHENGZE]: '盛泽镇西二环路1号', [PINGWANG]: '平望镇中鲈大道8号' };

export interface Firm {
  readonly name: string;
  readonly uscc: string;
  readonly town?: keyof typeof TOWNS;
  readonly status?: string;
  readonly establishedOn?: string;
  readonly scope?: string;
  readonly industry?: string;
  readonly formerName?: string;
}

const REGISTER = [
  '企业名称',
  '统一社会信用代码',
  '企业类型',
  '经营状态',
  '成立日期',
  '注册地址',
  '经营范围',
  '曾用名',
  '行业代码',
];
const PATENTS = ['发明名称', '申请号', '申请人', '申请日', '授权公告日', '法律状态'];
const NOTICE = ['申请号', '发明名称', '申请人', '通报批次', '通报日期', '撤回状态'];
const FEES = ['专利号', '专利名称', '专利权人', '应缴年度', '应缴年费', '缴费截止日', '缴费状态'];

/** A code whose check character is right: `n` tells firms apart. */
export function usccOf(n: number): string {
  const first = `91320509MA1T${String(n).padStart(5, '0')}`;
  return first + computeUsccCheck(first);
}

export function patentNumber(n: number): string {
  const first = `202310${String(n).padStart(6, '0')}`;
  return `CN${first}.${computePatentApplicationCheck(first)}`;
}

export interface CampaignDistrict {
  readonly test: TestDatabase;
  readonly ctx: Ctx;
  /** Runs whatever waits: refresh of facts, readings of campaigns. */
  settle(): Promise<void>;
  register(...firms: readonly Firm[]): Promise<string>;
  patents(...rows: readonly { n: number; firm: string; filedOn?: string }[]): Promise<string>;
  /** A notice of abnormal applications. */
  notice(n: number, firm: string): Promise<string>;
  /** A line of the fee list: the fee of a patent year, paid or not. */
  fee(n: number, fee: { year: number; dueOn: string; paid: boolean }): Promise<string>;
  highTech(...firms: readonly { name: string; uscc: string }[]): Promise<string>;
  undo(importId: string): Promise<void>;
  /** Any file of a kind, as text. */
  send(kind: string, content: string): Promise<string>;
  partyId(name: string): Promise<string>;
}

/** An empty district with everything from files to campaigns; each step is a real import through real jobs. */
export async function openCampaignDistrict(): Promise<CampaignDistrict> {
  const modules = [importsModule, factsModule, createPartiesModule(rightsPort), ipRightsModule, cultivationModule];
  const test = await openTestDatabase(modules);
  const ctx = test.system();
  const tasks = new Map<string, JobTask>(modules.flatMap((module) => module.jobs ?? []).map((job) => [job.task, job]));
  const settle = () => drainJobs(test.services, tasks);
  const send = (kind: string, content: string) => sendFile(test.system(), tasks, kind, content);
  return {
    test,
    ctx,
    settle,
    register: (...firms) =>
      send(
        'market-register',
        csv(
          REGISTER,
          ...firms.map((firm) => [
            firm.name,
            firm.uscc,
            '有限责任公司',
            firm.status ?? '存续',
            firm.establishedOn ?? '2015-01-01',
            `江苏省苏州市吴江区${TOWNS[firm.town ?? SHENGZE]}`,
            firm.scope ?? '',
            firm.formerName ?? '',
            firm.industry ?? '',
          ]),
        ),
      ),
    patents: (...rows) =>
      send(
        'patents',
        csv(
          PATENTS,
          ...rows.map(({ n, firm, filedOn = '2023-02-01' }) => [
            `织造方法${n}`,
            patentNumber(n),
            firm,
            filedOn,
            '2024-03-01',
            '授权',
          ]),
        ),
      ),
    notice: (n, firm) =>
      send(
        'abnormal-filings',
        csv(NOTICE, [patentNumber(n), `织造方法${n}`, firm, '2026年第3批', '2026-11-20', '未撤回']),
      ),
    fee: (n, { year, dueOn, paid }) =>
      send(
        'annuities',
        csv(FEES, [patentNumber(n), `织造方法${n}`, '', String(year), '900', dueOn, paid ? '已缴' : '未缴']),
      ),
    highTech: (...firms) =>
      send(
        'high-tech',
        csv(
          ['企业名称', '统一社会信用代码', '证书编号', '发证日期', '有效期至'],
          ...firms.map((firm, at) => [firm.name, firm.uscc, `GR20243200${1000 + at}`, '2024-11-06', '2027-11-05']),
        ),
      ),
    undo: (importId) => takeBack(test.system(), tasks, importId),
    send,
    async partyId(name) {
      const { rows } = await sql<{ id: string }>`select id from parties.party where name = ${name}`.execute(ctx.db);
      return rows[0]?.id as string;
    },
  };
}

export const ZERO_PATENT: CreateCampaignInput = {
  title: '清零试点',
  clause: 'III.2',
  purpose: '',
  targetRule: 'enterprise.highTech && enterprise.active && enterprise.patents.clean == 0',
  successRule: 'enterprise.patents.exists(p, p.valid && p.chinese && !p.abnormal)',
  from: '2026-11-22',
  to: '2026-12-31',
  assignment: 'town',
};

/** Opens and starts a campaign, and lets what follows run. */
export async function runCampaign(district: CampaignDistrict, over: Partial<CreateCampaignInput> = {}) {
  const ctx = district.test.system();
  const id = await createCampaign(ctx, { ...ZERO_PATENT, ...over });
  const baseline = await startCampaign(ctx, id);
  await district.settle();
  return { id, baseline };
}

/** Name → state of a campaign's targets, `+` behind late ones. */
export async function statesOf(district: CampaignDistrict, campaignId: string): Promise<Record<string, string>> {
  const { items } = await listWorkItems(district.test.system(), campaignId, { page: 1, pageSize: 500, sort: 'name' });
  return Object.fromEntries(items.map((item) => [item.name, `${item.state}${item.late ? '+' : ''}`]));
}

export async function targetOf(district: CampaignDistrict, campaignId: string, name: string) {
  const { items } = await listWorkItems(district.test.system(), campaignId, { page: 1, pageSize: 500 });
  const found = items.find((item) => item.name === name);
  if (found === undefined) throw new Error(`no target ${name}`);
  return found;
}

export const figuresOf = async (district: CampaignDistrict, campaignId: string) => {
  const { baseline, late, left, targets, contacted, succeeded, reverted } = await getCampaign(
    district.test.system(),
    campaignId,
  );
  return { baseline, late, left, targets, contacted, succeeded, reverted };
};

/** Logs a visit with an id of its own unless one is given. */
export function visit(ctx: Ctx, targetId: string, over: Partial<LogVisitInput> = {}): Promise<string> {
  return logVisit(ctx, targetId, {
    id: uuidv7(),
    visitedOn: '2026-11-20',
    channel: 'on-site',
    summary: '了解研发情况',
    result: 'contacted',
    ...over,
  });
}
