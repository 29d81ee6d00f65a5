import { addDays } from '@jince/calendar';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { findDemoActor, onDemoDay } from '../../../platform/auth/index.ts';
import { type Actor, type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { createAdjudication } from '../adjudication/adjudications.ts';
import { registerClue } from '../commands/register-clue.ts';
import type { DemoCase } from './demo-case.ts';
import { demoCases } from './demo-cast.ts';
import { type Cast, playCase } from './play-case.ts';

async function findCast(ctx: Ctx): Promise<Cast | undefined> {
  const names = ['enforcement', 'branch', 'head', 'legal', 'director'] as const;
  const found: Partial<Record<(typeof names)[number], Actor>> = {};
  for (const name of names) {
    const actor = await findDemoActor(ctx, name);
    if (actor !== undefined) found[name] = actor;
  }
  const { enforcement, branch, head, legal, director } = found;
  if (!enforcement || !branch || !head || !legal || !director) return undefined;
  const { rows } = await sql<{ id: string; name: string }>`select id, name from organisation.officer
    where district = ${ctx.district} and (name like '演示·%' or name like '示例%（演示）')`.execute(ctx.db);
  const officerOf = (name: string) => rows.find((row) => row.name === name)?.id;
  const [lead, second, lapsed] = [officerOf('演示·执法'), officerOf('演示·协办'), officerOf('示例到期人员（演示）')];
  const [branchLead, branchSecond] = [officerOf('演示·盛泽分局执法'), officerOf('示例盛泽协办（演示）')];
  if (!lead || !second || !branchLead || !branchSecond) return undefined;
  return {
    officer: enforcement,
    branch,
    head,
    legal,
    director,
    city: [lead, second],
    ofBranch: [branchLead, branchSecond],
    lapsed: lapsed ?? null,
  };
}

/** Firms of the demo district stand for a few suspects, so that pages of enterprises and facts have something to show. */
async function listFirms(ctx: Ctx): Promise<readonly { id: string; name: string; uscc: string; town: string }[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    uscc: string;
    town: string;
  }>`select id, name, uscc, town_code as town from parties.party
    where district = ${ctx.district} and uscc is not null and town_code is not null and kind = 'enterprise' and status = 'active'
    order by name desc limit 8`.execute(ctx.db);
  return rows;
}

async function register(
  ctx: Ctx,
  actor: Actor,
  one: DemoCase,
  firm: { id: string; name: string; uscc: string; town: string } | undefined,
) {
  const day = onDemoDay(ctx, addDays(ctx.today, -one.daysAgo), actor);
  return inTransaction(day, (tx) =>
    registerClue(tx, day, {
      source: { kind: one.source, module: 'cases', id: uuidv7(), label: '演示数据（虚构）', href: null },
      receivedOn: day.today,
      title: one.title,
      text: `${one.text}（演示数据，虚构）`,
      suspects: [
        firm === undefined
          ? { name: one.suspect, natural: one.natural ?? false, townCode: one.town }
          : { name: firm.name, natural: false, townCode: firm.town, partyId: firm.id, uscc: firm.uscc },
      ],
      behaviourRow: one.row,
      rights: one.right === undefined ? [] : [{ kind: one.right[0], number: one.right[1], holder: one.right[2] }],
      electronic: one.electronic ?? false,
    }),
  );
}

/** The demo's officers are named like its accounts. */
async function linkDemoOfficers(ctx: Ctx): Promise<void> {
  await inTransaction(ctx, (tx) =>
    sql`insert into organisation.officer_account (district, officer_key, user_id, set_by_name, set_at)
      select o.district, o.record_key, u.id, ${ctx.actor.displayName}, ${ctx.now} from organisation.officer o
      join platform.user_account u on u.district = o.district and u.display_name = o.name
      where o.district = ${ctx.district} and o.name like '演示·%' on conflict do nothing`.execute(tx),
  );
}

/** Invented cases of the demo in all stages and a request for adjudication, made by the commands themselves. Returns how many. */
export async function seedDemoCases(ctx: Ctx): Promise<number> {
  await linkDemoOfficers(ctx);
  const { rows } = await sql`select 1 from cases.case_file where district = ${ctx.district} limit 1`.execute(ctx.db);
  const cast = rows.length > 0 ? undefined : await findCast(ctx);
  if (cast === undefined) return 0;
  const firms = await listFirms(ctx);
  const ordered = [...demoCases].sort((a, b) => b.daysAgo - a.daysAgo);
  for (const [at, one] of ordered.entries()) {
    // Every fourth suspect is a firm of the demo.
    const firm = at % 4 === 2 && one.natural !== true ? firms[Math.floor(at / 4)] : undefined;
    const { caseId } = await register(ctx, cast.officer, one, firm);
    await playCase(ctx, cast, caseId, one);
  }
  const day = onDemoDay(ctx, addDays(ctx.today, -4), cast.officer);
  await createAdjudication(day, {
    receivedOn: day.today,
    petitioner: { name: '示例装备公司（虚构）', address: '吴江区', contact: null },
    respondent: { name: '示例机械厂（虚构）', address: '吴江区', contact: null },
    respondentAbroad: false,
    patentNumber: '202010000009.X',
    patentName: '一种示例提花装置（虚构）',
    claims: '请求责令被请求人停止制造、销售侵权产品。',
    facts: '被请求人制造、销售的设备落入权利要求1的保护范围（演示数据，虚构）。',
    materials: ['request', 'identity', 'evidence'],
  });
  return ordered.length;
}
