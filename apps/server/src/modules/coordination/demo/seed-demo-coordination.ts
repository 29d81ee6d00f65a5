import { addDays } from '@jince/calendar';
import { sql } from 'kysely';
import { findDemoActor, onDemoDay } from '../../../platform/auth/index.ts';
import type { Actor, Ctx } from '../../../platform/context/context.ts';
import { addHandOverProgress, addTaskProgress } from '../commands/add-progress.ts';
import { createHandOver } from '../commands/prepare-hand-over.ts';
import { referHandOver } from '../commands/refer-hand-over.ts';
import { act, type Cast } from './cast.ts';
import { type DemoHandOver, type DemoReferral, demoHandOvers, demoReferrals } from './demo-hand-overs.ts';
import { seedMatter, seedTasks } from './demo-tasks.ts';

const ORDER = ['draft', 'approval', 'sent', 'received', 'accepted', 'refused', 'filed', 'answered'];

/** A person of a partner body with a demo account, else the bureau records what its paper says. */
async function answerFor(ctx: Ctx, cast: Cast, one: DemoHandOver, fileId: string): Promise<void> {
  const reached = (state: string) => ORDER.indexOf(one.until) >= ORDER.indexOf(state);
  const sentOn = addDays(ctx.today, 1 - one.daysAgo);
  const partner = cast.partners.get(one.to);
  const day = (after: number) => addDays(sentOn, one.slow === true ? after * 5 : after);
  const on = (after: number, who: Actor) => onDemoDay(ctx, day(after), who);
  const answer = {
    answer: one.until === 'refused' ? 'refused' : one.until === 'filed' ? 'filed' : 'answered',
    answerNo: '演示公文〔2026〕1号',
    text:
      one.until === 'refused'
        ? '演示：部分订单真实性存疑，现有证据不足以认定销售金额。'
        : '演示：已审查完毕，结果如文书所载。',
  };
  if (!reached('received')) return;
  if (partner === undefined) {
    const by = onDemoDay(ctx, ctx.today, cast.enforcement);
    await act(by, fileId, 'record-receipt', { on: day(1), receiptNo: '演示回执〔2026〕1号', receiver: '虚构联络员' });
    if (reached('accepted')) await act(by, fileId, 'record-acceptance', { on: day(2) });
    if (reached('refused')) await act(by, fileId, 'record-answer', { on: day(6), ...answer });
    return;
  }
  await act(on(1, partner), fileId, 'receive', { receiptNo: '演示回执〔2026〕2号', receiver: '虚构联络员' });
  if (!reached('accepted')) return;
  await act(on(2, partner), fileId, 'accept');
  if (reached('refused')) await act(on(7, partner), fileId, 'answer', answer);
}

async function playHandOver(ctx: Ctx, cast: Cast, one: DemoHandOver): Promise<{ id: string; fileId: string }> {
  const on = (ago: number, who: Actor) => onDemoDay(ctx, addDays(ctx.today, -ago), who);
  const made = await createHandOver(on(one.daysAgo, cast.enforcement), {
    kind: one.kind,
    toBody: one.to,
    title: one.title,
    facts: one.facts,
    request: '请依法审查处理，并将结果书面告知我局。',
    suspects: [{ name: one.suspect, uscc: null, natural: false }],
    amountFen: one.amountYuan === null ? null : one.amountYuan * 100,
    caseId: null,
  });
  if (one.until === 'draft') return made;
  await act(on(one.daysAgo, cast.enforcement), made.fileId, 'submit');
  if (one.until === 'approval') return made;
  await act(on(one.daysAgo, cast.director), made.fileId, 'approve');
  await act(on(one.daysAgo - 1, cast.enforcement), made.fileId, 'send');
  await answerFor(ctx, cast, one, made.fileId);
  return made;
}

async function playReferral(ctx: Ctx, cast: Cast, one: DemoReferral): Promise<void> {
  const partner = cast.partners.get(one.from);
  if (partner === undefined) return;
  const on = (ago: number, who: Actor) => onDemoDay(ctx, addDays(ctx.today, -ago), who);
  const { id, fileId } = await referHandOver(on(one.daysAgo, partner), {
    kind: one.kind,
    fromBody: one.from,
    toBody: null,
    title: one.title,
    facts: one.facts,
    request: '请依法处理并函复。',
    suspects: [{ name: one.suspect, uscc: null, natural: true }],
    amountFen: null,
  });
  if (one.until === 'sent') return;
  await act(on(one.daysAgo - 1, cast.enforcement), fileId, 'receive', { receiptNo: null, receiver: '虚构执法人员' });
  if (one.until === 'received') return;
  await act(on(one.daysAgo - 2, cast.enforcement), fileId, 'accept', { how: 'clue', text: '已转入案件线索核查。' });
  await addHandOverProgress(on(one.daysAgo - 3, cast.enforcement), id, '演示：已派两名执法人员核查现场。');
  if (one.until === 'answered')
    await act(on(one.daysAgo - 12, cast.enforcement), fileId, 'answer', {
      answerNo: '演示复函〔2026〕1号',
      text: '演示：已责令改正，并继续跟踪。',
    });
}

async function gatherCast(ctx: Ctx): Promise<Cast | undefined> {
  const enforcement = await findDemoActor(ctx, 'enforcement');
  const officer = await findDemoActor(ctx, 'officer');
  const director = await findDemoActor(ctx, 'director');
  if (enforcement === undefined || officer === undefined || director === undefined) return undefined;
  const partners = new Map<string, Actor>();
  for (const [username, body] of [
    ['police', 'WJ-P-PSB'],
    ['procuratorate', 'WJ-P-PROC'],
    ['court', 'WJ-P-COURT'],
    ['department', 'WJ-P-MIIT'],
  ] as const) {
    const actor = await findDemoActor(ctx, username);
    if (actor !== undefined) partners.set(body, actor);
  }
  return { enforcement, officer, director, partners };
}

/** Those that came from cases of the demo do not count. */
async function hasAny(ctx: Ctx): Promise<boolean> {
  const { rows } =
    await sql`select 1 from coordination.hand_over where district = ${ctx.district} and case_id is null limit 1`.execute(
      ctx.db,
    );
  return rows.length > 0;
}

/** Hand-overs both ways, meetings, tasks and a chain, made by the commands themselves; all of it is invented and says so. */
export async function seedDemoCoordination(ctx: Ctx): Promise<{ handOvers: number; tasks: number }> {
  const cast = await gatherCast(ctx);
  if (cast === undefined || (await hasAny(ctx))) return { handOvers: 0, tasks: 0 };
  const made: { id: string; fileId: string }[] = [];
  for (const one of demoHandOvers) made.push(await playHandOver(ctx, cast, one));
  for (const one of demoReferrals) await playReferral(ctx, cast, one);
  const tasks = await seedTasks(ctx, cast);
  const police = cast.partners.get('WJ-P-PSB');
  for (const task of tasks.slice(0, 1))
    if (police !== undefined)
      await addTaskProgress(
        onDemoDay(ctx, addDays(ctx.today, -3), police),
        task,
        '演示：已完成保管场所选址，正在起草办法。',
      );
  await seedMatter(ctx, cast, made[0]?.id);
  return { handOvers: made.length + demoReferrals.length, tasks: tasks.length };
}
