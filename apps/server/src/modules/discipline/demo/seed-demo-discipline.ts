import { addDays, addMonths } from '@jince/calendar';
import { sql } from 'kysely';
import { findDemoActor, onDemoDay } from '../../../platform/auth/index.ts';
import { type Actor, type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { requireRule, selectSubjects } from '../../../platform/facts/index.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { listAgencyCards, listAgencyPeople } from '../../ip-agencies/index.ts';
import { proposeEntry } from '../commands/propose-entry.ts';
import { proposeResponsible } from '../commands/propose-responsible.ts';
import { concludeEntries } from '../jobs/conclude-entries.ts';
import type { SubjectRef } from '../queries/entry-subject.ts';

interface Cast {
  readonly officer: Actor;
  readonly director: Actor;
}
interface Played {
  readonly list: string;
  readonly reason: string;
  readonly basisNo: string;
  /** Months before today the decision was taken; the proposal came a month earlier. */
  readonly monthsAgo: number;
  readonly until: 'proposed' | 'noticed' | 'listed' | 'repair' | 'removed';
  /** Last day the decision sets, in months from the decision. */
  readonly months?: number;
}

const ENTERPRISES: readonly Played[] = [
  {
    list: 'dishonesty',
    reason: '示例：提交虚假材料取得登记，被处以较重行政处罚',
    basisNo: '示例罚〔2026〕11号',
    monthsAgo: 7,
    until: 'listed',
  },
  {
    list: 'application-ban',
    reason: '示例：申报财政资金时提供虚假合同',
    basisNo: '示例财决〔2026〕3号',
    monthsAgo: 10,
    until: 'listed',
    months: 24,
  },
  {
    list: 'abnormal-filing',
    reason: '示例：被通报的非正常专利申请未撤回',
    basisNo: '示例通报〔2026〕第2批',
    monthsAgo: 4,
    until: 'listed',
  },
  {
    list: 'dishonesty',
    reason: '示例：拒不履行行政处罚决定',
    basisNo: '示例罚〔2025〕40号',
    monthsAgo: 15,
    until: 'repair',
  },
  {
    list: 'dishonesty',
    reason: '示例：侵犯注册商标专用权，情节严重',
    basisNo: '示例罚〔2023〕8号',
    monthsAgo: 38,
    until: 'listed',
  },
  {
    list: 'abnormal-operation',
    reason: '示例：未按期公示年度报告',
    basisNo: '示例列异〔2026〕6号',
    monthsAgo: 5,
    until: 'removed',
  },
  {
    list: 'dishonesty',
    reason: '示例：以欺骗手段取得专利权质押登记',
    basisNo: '示例罚〔2026〕52号',
    monthsAgo: 0,
    until: 'noticed',
  },
  {
    list: 'application-ban',
    reason: '示例：同一项目重复申领补助',
    basisNo: '示例审〔2026〕1号',
    monthsAgo: 0,
    until: 'proposed',
  },
];

const AGENCIES: readonly Played[] = [
  {
    list: 'agency-dishonesty',
    reason: '示例：疏于管理，造成严重后果，被停业整顿',
    basisNo: '示例苏知罚〔2026〕2号',
    monthsAgo: 6,
    until: 'listed',
  },
  {
    list: 'agency-abnormal',
    reason: '示例：未按规定提交年度报告',
    basisNo: '示例苏知列异〔2026〕9号',
    monthsAgo: 3,
    until: 'listed',
  },
];

const act = (ctx: Ctx, fileId: string, action: string, fields?: Record<string, unknown>) =>
  inTransaction(ctx, (tx) => performAction(tx, ctx, fileId, action, fields === undefined ? {} : { fields }));

async function play(ctx: Ctx, cast: Cast, subject: SubjectRef, one: Played): Promise<string> {
  const decidedOn = addMonths(ctx.today, -one.monthsAgo);
  const day = (offset: number) => addDays(decidedOn, offset);
  const open = onDemoDay(
    ctx,
    one.until === 'noticed' || one.until === 'proposed' ? addDays(ctx.today, -2) : day(-30),
    cast.officer,
  );
  const { id, fileId } = await proposeEntry(open, {
    list: one.list,
    subject,
    reason: one.reason,
    authority: '示例机关',
    basisNo: one.basisNo,
    conductOn: addDays(open.today, -60),
  });
  if (one.until === 'proposed') return id;
  await act(
    onDemoDay(ctx, one.until === 'noticed' ? addDays(ctx.today, -1) : day(-28), cast.officer),
    fileId,
    'notice',
  );
  if (one.until === 'noticed') return id;
  await act(onDemoDay(ctx, decidedOn, cast.director), fileId, 'list', {
    decisionNo: one.basisNo.replace('示例', '示例列'),
    until: one.months === undefined ? null : addDays(addMonths(decidedOn, one.months), -1),
  });
  if (one.until === 'repair')
    await act(onDemoDay(ctx, addDays(ctx.today, -5), cast.officer), fileId, 'ask-repair', {
      text: '示例：罚款已缴清，作出信用承诺，并完成整改。',
    });
  if (one.until === 'removed')
    await act(onDemoDay(ctx, addDays(ctx.today, -20), cast.director), fileId, 'remove', {
      ground: 'remedied',
      decisionNo: '示例移出〔2026〕5号',
      reason: '示例：已补报年度报告',
    });
  return id;
}

/** Enterprises without open claims and projects, so that the rest of the demo goes its way. */
async function chooseEnterprises(ctx: Ctx): Promise<string[]> {
  const rule = requireRule(
    ctx,
    'enterprise',
    "enterprise.kind == 'enterprise' && enterprise.active && enterprise.patents.valid >= 3 && enterprise.subsidies.openClaims == 0 && enterprise.projects.running == 0",
  );
  const { rows } = await selectSubjects(ctx, {
    subject: 'enterprise',
    rule,
    sort: { path: 'name', descending: true },
    page: 1,
    pageSize: ENTERPRISES.length,
    everyone: true,
  });
  return rows.map((row) => row.id);
}

/** Agencies of the district with people, in order of the name. */
async function chooseAgencies(ctx: Ctx): Promise<string[]> {
  const cards = (await listAgencyCards(ctx)).filter((card) => card.inDistrict && card.kinds.includes('patent'));
  const chosen: string[] = [];
  for (const { id } of cards.sort((a, b) => a.name.localeCompare(b.name, 'zh'))) {
    if ((await listAgencyPeople(ctx, id, ctx.today)).length >= 2) chosen.push(id);
    if (chosen.length === AGENCIES.length) break;
  }
  return chosen;
}

async function hasEntries(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql`select 1 from discipline.entry where district = ${ctx.district} limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** Entries of the demo over all states, made by the commands themselves; all of it is invented and says so. Returns how many. */
export async function seedDemoDiscipline(ctx: Ctx): Promise<number> {
  const officer = await findDemoActor(ctx, 'officer');
  const director = await findDemoActor(ctx, 'director');
  if (officer === undefined || director === undefined || (await hasEntries(ctx))) return 0;
  const cast = { officer, director };
  let made = 0;
  for (const [at, id] of (await chooseEnterprises(ctx)).entries()) {
    const one = ENTERPRISES[at];
    if (one === undefined) break;
    await play(ctx, cast, { kind: 'party', id }, one);
    made += 1;
  }
  for (const [at, agencyId] of (await chooseAgencies(ctx)).entries()) {
    const one = AGENCIES[at];
    if (one === undefined) break;
    const id = await play(ctx, cast, { kind: 'agency', id: agencyId }, one);
    made += 1;
    const on = addDays(addMonths(ctx.today, -one.monthsAgo), -90);
    const [person] = await listAgencyPeople(ctx, agencyId, on);
    if (at > 0 || person === undefined) continue;
    const { fileId } = await proposeResponsible(onDemoDay(ctx, addDays(ctx.today, -40), officer), id, {
      personId: person.personId,
      reason: '示例：直接负责的专利代理师',
    });
    await act(onDemoDay(ctx, addDays(ctx.today, -38), officer), fileId, 'notice');
    await act(onDemoDay(ctx, addDays(ctx.today, -10), director), fileId, 'list', {
      decisionNo: '示例列苏知〔2026〕3号',
      until: null,
    });
    made += 1;
  }
  await concludeEntries(ctx);
  return made;
}
