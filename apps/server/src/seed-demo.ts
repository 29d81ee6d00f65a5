import { join } from 'node:path';
import { writeDemoFiles } from '@jince/wujiang';
import { sql } from 'kysely';
import type { World } from './app.ts';
import { seedDemoAffairs } from './modules/agency-affairs/index.ts';
import { seedDemoCredit } from './modules/agency-credit/index.ts';
import { seedDemoAssistance } from './modules/assistance/index.ts';
import { seedDemoAssociation } from './modules/association/index.ts';
import { seedDemoCasePapers } from './modules/case-papers/index.ts';
import { seedDemoCases } from './modules/cases/index.ts';
import { seedDemoComplaints } from './modules/complaints/index.ts';
import { seedDemoCoordination } from './modules/coordination/index.ts';
import { seedDemoWork } from './modules/cultivation/index.ts';
import { seedDemoDiscipline } from './modules/discipline/index.ts';
import { seedDemoEvidence } from './modules/evidence/index.ts';
import { seedDemoFunds } from './modules/funds/index.ts';
import { seedDemoInspections } from './modules/inspections/index.ts';
import { seedDemoPrograms } from './modules/programs/index.ts';
import { seedDemoReports } from './modules/reports/index.ts';
import { seedDemoClaims } from './modules/subsidies/index.ts';
import { seedDemoPortfolio } from './modules/trademark-portfolio/index.ts';
import { seedDemoPictures } from './modules/trademark-search/index.ts';
import { seedDemoTrademarkWatch } from './modules/trademark-watch/index.ts';
import {
  demoAccounts,
  demoAgency,
  demoEnterprise,
  ensureDemoAccounts,
  findDemoParties,
} from './platform/auth/index.ts';
import { systemActor, systemContext } from './platform/context/context.ts';
import { importFile } from './platform/imports/import-file.ts';
import { drainJobs } from './platform/jobs/drain-jobs.ts';

export interface DemoOptions {
  readonly folder: string;
  readonly scale?: number;
  readonly seed?: number;
  readonly say: (line: string) => void;
}

/** Larger districts are made to measure, not to look at: nobody works in them. */
const LARGEST_WITH_WORK = 5;

/** Whether nothing was ever imported into the district. */
export async function isEmptyDistrict(world: World): Promise<boolean> {
  const { rows } =
    await sql`select 1 from imports.import where district = ${world.services.district.code} limit 1`.execute(
      world.services.db,
    );
  return rows.length === 0;
}

/** Writes the demo district as senders' files and imports them in order through the real importer. */
export async function seedDemo(world: World, options: DemoOptions): Promise<void> {
  const { services, tasks } = world;
  const manifest = await writeDemoFiles(options.folder, {
    ...(options.scale === undefined ? {} : { scale: options.scale }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  });
  const ctx = systemContext(services, 'demo', { ...systemActor, displayName: '演示数据' });
  for (const file of manifest.files) {
    const detail = await importFile(ctx, tasks, join(options.folder, file.file), {
      kind: file.kind,
      commit: true,
      fileName: file.file,
    });
    const c = detail.counts;
    options.say(
      `  ${detail.fileName}：接受 ${c.accepted}，存疑 ${c.doubtful}，退回 ${c.refused}${detail.state === 'committed' ? '' : `（${detail.state}：${detail.notice ?? ''}）`}`,
    );
  }
  await drainJobs(services, tasks);
  if ((options.scale ?? 1) > LARGEST_WITH_WORK) return;
  await seedDemoAccounts(world);
  const work = await seedDemoWork(ctx, () => drainJobs(services, tasks));
  const money = await seedDemoFunds(ctx, tasks, options.folder);
  if (money.lines > 0) options.say(`  资金：示例预算 ${money.lines} 笔，历史奖补 ${money.payments} 条（均为虚构）`);
  if (work.campaigns > 0) options.say(`  培育行动：${work.campaigns} 项，走访记录 ${work.visits} 条（均为虚构）`);
  const claims = await seedDemoClaims(ctx, {
    settle: () => drainJobs(services, tasks),
    async call(who, name, input) {
      const binding = world.modules.flatMap((module) => module.routes).find((one) => one.name === name);
      return binding?.handle(who, { params: {}, query: {}, ...input } as never);
    },
  });
  if (claims.claims > 0) options.say(`  奖补：申请 ${claims.claims} 件，放弃 ${claims.declined} 件（均为虚构）`);
  const programs = await seedDemoPrograms(ctx, () => drainJobs(services, tasks));
  if (programs.calls > 0)
    options.say(
      `  项目：申报通知 ${programs.calls} 份，项目 ${programs.projects} 个，专家 ${programs.experts} 位（均为虚构）`,
    );
  const credit = await seedDemoCredit(ctx);
  if (credit.rounds > 0)
    options.say(`  信用：评价批次 ${credit.rounds} 个，登记信用信息 ${credit.events} 条（均为虚构）`);
  const entries = await seedDemoDiscipline(ctx);
  await drainJobs(services, tasks);
  if (entries > 0) options.say(`  联合惩戒：记录 ${entries} 条（均为虚构）`);
  const trade = await seedDemoAssociation(ctx, () => drainJobs(services, tasks));
  if (trade.members > 0)
    options.say(
      `  行业协会：会员 ${trade.members} 家，投诉 ${trade.complaints} 件，评价 ${trade.ratings} 条（均为虚构）`,
    );
  const reports = await seedDemoReports(ctx);
  options.say(`  举报投诉：${reports} 件（均为虚构）`);
  await drainJobs(services, tasks);
  const affairs = await seedDemoAffairs(ctx);
  if (affairs.account !== undefined) {
    options.say(`  服务机构：事项 ${affairs.matters} 组（均为虚构）`);
    await ensureDemoAccounts(services, [demoAgency(affairs.account)]);
    await drainJobs(services, tasks);
  }
  const cases = await seedDemoCases(ctx);
  await drainJobs(services, tasks);
  if (cases > 0) options.say(`  案件：${cases} 件（均为虚构）`);
  const evidence = await seedDemoEvidence(ctx, () => drainJobs(services, tasks));
  if (evidence.items > 0)
    options.say(`  证据：${evidence.items} 件，保全和强制措施 ${evidence.measures} 项（均为虚构）`);
  const casePapers = await seedDemoCasePapers(ctx);
  await drainJobs(services, tasks);
  if (casePapers > 0) options.say(`  案件文书：${casePapers} 案（均为虚构）`);
  const inspections = await seedDemoInspections(ctx);
  if (inspections.printers > 0)
    options.say(
      `  监督检查：印制企业 ${inspections.printers} 家，检查 ${inspections.checks} 次，承诺 ${inspections.pledges} 件（均为虚构）`,
    );
  await drainJobs(services, tasks);
  const complaints = await seedDemoComplaints(ctx);
  await drainJobs(services, tasks);
  if (complaints > 0) options.say(`  投诉举报办件：${complaints} 件（均为虚构）`);
  const aid = await seedDemoAssistance(ctx);
  if (aid.requests > 0) options.say(`  维权援助：申请 ${aid.requests} 件，协查函 ${aid.letters} 件（均为虚构）`);
  const together = await seedDemoCoordination(ctx);
  await drainJobs(services, tasks);
  if (together.handOvers > 0)
    options.say(`  协同：移送和来件 ${together.handOvers} 件，联合任务 ${together.tasks} 项（均为虚构）`);
  const portfolio = await seedDemoPortfolio(ctx, await seedDemoEnterprise(world));
  await drainJobs(services, tasks);
  if (portfolio.pieces > 0)
    options.say(`  商标资产：使用证据 ${portfolio.pieces} 件，近似公告 ${portfolio.threats} 件（均为虚构）`);
  const pictures = await seedDemoPictures(ctx);
  if (pictures > 0) options.say(`  商标图样：${pictures} 幅（均为虚构）`);
  const watch = await seedDemoTrademarkWatch(ctx, tasks, options.folder);
  if (watch.marks > 0) options.say(`  商标监测：重点保护商标 ${watch.marks} 件，命中 ${watch.hits} 条（均为虚构）`);
}

/** An account for the enterprise with most to claim, so that the portal has something to show. */
async function seedDemoEnterprise(world: World): Promise<string | undefined> {
  const { services } = world;
  const { code } = services.district;
  const { rows } = await sql<{ id: string; name: string }>`select p.id, p.name from subsidies.entitlement e
    join parties.party p on p.district = e.district and p.id = e.party_id
    where e.district = ${code} and e.state = 'offered'
    group by p.id, p.name order by count(*) desc, sum(e.amount_fen) desc, p.name limit 1`.execute(services.db);
  if (rows[0] !== undefined) await ensureDemoAccounts(services, [demoEnterprise(rows[0])]);
  return rows[0]?.id;
}

/** Accounts of the demo, usable again at every start. */
export async function seedDemoAccounts(
  world: World,
): Promise<readonly { username: string; password: string; label: string }[]> {
  const { services } = world;
  const own = await findDemoParties({ db: services.db, district: services.district.code });
  const accounts = [...demoAccounts(services), ...own];
  await ensureDemoAccounts(services, accounts);
  return accounts;
}
