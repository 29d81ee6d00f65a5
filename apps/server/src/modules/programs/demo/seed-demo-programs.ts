import { addDays } from '@jince/calendar';
import type { DemoPrograms } from '@jince/wujiang';
import { sql } from 'kysely';
import { findDemoActor, onDemoDay } from '../../../platform/auth/index.ts';
import { type Actor, type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { requireRule, selectSubjects } from '../../../platform/facts/index.ts';
import { appropriate } from '../../funds/index.ts';
import { listPatentTies } from '../../ip-rights/index.ts';
import { createProgramCall } from '../commands/create-program-call.ts';
import { createExpert } from '../commands/keep-experts.ts';
import { publishProgramCall } from '../commands/publish-program-call.ts';
import { listParties, type PartyRow } from '../repositories/party-repository.ts';
import { type Cast, FILING_DAY, playProjects, type Staged } from './play-projects.ts';

const WAN = 1_000_000;

async function castOf(ctx: Ctx): Promise<Omit<Cast, 'settle'> | undefined> {
  const found: Partial<Record<keyof Cast, Actor>> = {};
  for (const [role, username] of [
    ['officer', 'officer'],
    ['director', 'director'],
    ['reviewer', 'reviewer'],
    ['finance', 'finance'],
  ] as const) {
    const person = await findDemoActor(ctx, username);
    if (person === undefined) return undefined;
    found[role] = person;
  }
  return found as Omit<Cast, 'settle'>;
}

async function openCalls(ctx: Ctx, cast: Omit<Cast, 'settle'>, demo: DemoPrograms): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const call of demo.calls) {
    const day = call.opensOn;
    const finance = onDemoDay(ctx, `${day.slice(0, 4)}-01-15`, cast.finance);
    await inTransaction(finance, (tx) =>
      appropriate(tx, finance, {
        fund: call.fund,
        year: call.year,
        item: null,
        amountFen: call.appropriatedWan * WAN,
        docNo: `示例预算〔${call.year}〕1号`,
        reason: '年初预算安排（示例）',
        example: true,
      }),
    );
    const { kind, title, number, guideline, opensOn, closesOn, quota, fund } = call;
    const id = await createProgramCall(onDemoDay(ctx, day, cast.officer), {
      kind,
      title,
      number,
      guideline,
      opensOn,
      closesOn,
      quota,
      fund,
      fundYear: call.year,
      fundItem: null,
      budgetFen: call.budgetWan * WAN,
    });
    await publishProgramCall(onDemoDay(ctx, day, cast.director), id);
    ids.set(call.code, id);
  }
  return ids;
}

/** Enterprises that met the rule of a kind on the day they file, by name; each leads one project only. */
async function leadersOf(
  ctx: Ctx,
  { kind, opensOn }: DemoPrograms['calls'][number],
  count: number,
  taken: ReadonlySet<string>,
): Promise<PartyRow[]> {
  const terms = ctx.services.jurisdiction.programmes.kinds.find((one) => one.code === kind);
  if (terms === undefined) return [];
  const rule = requireRule(ctx, 'enterprise', `enterprise.kind == 'enterprise' && (${terms.applicants.rule})`);
  const { rows } = await selectSubjects(ctx, {
    subject: 'enterprise',
    rule,
    asOf: addDays(opensOn, FILING_DAY),
    sort: { path: 'name', descending: false },
    page: 1,
    pageSize: 60,
    everyone: true,
  });
  const ids = rows.map((row) => row.id).filter((id) => !taken.has(id));
  const parties = await listParties(ctx.db, ctx.district, ids);
  return ids
    .flatMap((id) => parties.get(id) ?? [])
    .filter((party) => party.town_code !== null)
    .slice(0, count);
}

/** What ties experts to the first centre that is under review, taken from the register. */
async function tiesTo(ctx: Ctx, party: PartyRow | undefined) {
  if (party === undefined) return { agency: undefined, inventor: undefined };
  const { rows } = await sql<{ name: string }>`select distinct i.name from ip_rights.patent r
    join ip_rights.patent_holder h on h.district = r.district and h.patent_id = r.id
    join parties.mention m on m.district = h.district and m.id = h.mention_id, unnest(r.inventors) as i(name)
    where r.district = ${ctx.district} and m.party_id = ${party.id} order by i.name limit 1`.execute(ctx.db);
  const inventor = rows[0]?.name;
  const question = { district: ctx.district, partyIds: [party.id], people: [], team: [] };
  const [tie] = await listPatentTies(ctx.db, question);
  return { agency: tie?.agency ?? undefined, inventor };
}

async function enterExperts(ctx: Ctx, cast: Omit<Cast, 'settle'>, demo: DemoPrograms, tied: PartyRow | undefined) {
  const { agency, inventor } = await tiesTo(ctx, tied);
  const free: string[] = [];
  for (const { name, employer, title, fields, tie } of demo.experts) {
    const id = await createExpert(onDemoDay(ctx, '2025-01-10', cast.officer), {
      name: tie === 'inventor' && inventor !== undefined ? inventor : name,
      employerPartyId: tie === 'employer' && tied !== undefined ? tied.id : null,
      employer,
      title,
      fields,
      agencies: tie === 'agency' && agency !== undefined ? [agency] : [],
      active: true,
    });
    if (tie === undefined) free.push(id);
  }
  await sql`update programs.expert set demo = true where district = ${ctx.district}`.execute(ctx.db);
  return free;
}

/** Whether the district has any call yet. */
async function hasCalls(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql`select 1 from programs.call where district = ${ctx.district} limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/**
 * Calls, experts and projects of the demo over all states, made by the commands themselves on the days they would have
 * been done; all of it is invented and says so. Does nothing where a call is there already, or without the demo accounts.
 * @param settle runs the jobs that follow
 */
export async function seedDemoPrograms(
  ctx: Ctx,
  settle: () => Promise<void>,
): Promise<{ calls: number; projects: number; experts: number }> {
  const nothing = { calls: 0, projects: 0, experts: 0 };
  const people = await castOf(ctx);
  if (people === undefined || (await hasCalls(ctx))) return nothing;
  const demo = ctx.services.jurisdiction.demoPrograms;
  const calls = await openCalls(ctx, people, demo);
  const taken = new Set<string>();
  const staged: Staged[] = [];
  for (const call of demo.calls) {
    const projects = demo.projects.filter((project) => project.call === call.code);
    const leaders = await leadersOf(ctx, call, projects.length, taken);
    for (const [at, project] of projects.entries()) {
      const lead = leaders[at];
      if (lead === undefined) continue;
      taken.add(lead.id);
      staged.push({ project, lead, callId: calls.get(call.code) as string, opensOn: call.opensOn, kind: call.kind });
    }
  }
  const tied = staged.find(({ project }) => project.until === 'reviewing')?.lead;
  const experts = await enterExperts(ctx, people, demo, tied);
  await playProjects(ctx, { ...people, settle }, staged, experts);
  await sql`update programs.call set demo = true where district = ${ctx.district}`.execute(ctx.db);
  await sql`update programs.project set demo = true where district = ${ctx.district}`.execute(ctx.db);
  return { calls: calls.size, projects: staged.length, experts: demo.experts.length };
}
