import { sql } from 'kysely';
import { findDemoActor, onDemoDay } from '../../../platform/auth/index.ts';
import { type Actor, type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { listAgencyCards } from '../../ip-agencies/index.ts';
import { enterCreditEvent } from '../commands/enter-credit-event.ts';
import { concludeCreditRound, noticeCreditRound } from '../commands/move-round.ts';
import { openCreditRound } from '../commands/open-credit-round.ts';
import { syncGrounds } from '../jobs/take-in.ts';
import { ruleSetOf } from '../queries/subjects.ts';
import { type EvaluationRow, selectEvaluations } from '../repositories/evaluation-repository.ts';
import { agencyActor, exampleProof } from './demo-cast.ts';

interface Cast {
  readonly officer: Actor;
  readonly reviewer: Actor;
  readonly director: Actor;
}

async function castOf(ctx: Ctx): Promise<Cast | undefined> {
  const [officer, reviewer, director] = [
    await findDemoActor(ctx, 'officer'),
    await findDemoActor(ctx, 'reviewer'),
    await findDemoActor(ctx, 'director'),
  ];
  return officer && reviewer && director && { officer, reviewer, director };
}

/** Events an officer entered, each with an invented paper. */
async function enterEvents(ctx: Ctx, cast: Cast, year: number): Promise<number> {
  const cards = (await listAgencyCards(ctx)).filter(
    (card) => card.inDistrict && ruleSetOf(card.kinds)?.ruleSet === 'patent-agency',
  );
  const entries = [
    [1, 'unanswered-inquiry', `${year - 1}-09-10`, '逾期未答复监督检查问询（示例）'],
    [2, 'abnormal-filing', `${year}-03-18`, '代理的多件申请内容明显相同，经确认为非正常申请（示例）'],
    [2, 'penalty-suspension', `${year}-05-06`, '责令停止承接新的专利代理业务六个月（示例）'],
    [3, 'public-service', `${year}-04-26`, '参加知识产权公益宣讲（示例）'],
    [4, 'unreported-change', `${year}-07-02`, '变更办公地址未办理变更手续（示例）'],
  ] as const;
  let count = 0;
  for (const [at, sort, on, text] of entries) {
    const card = cards[at];
    if (card === undefined) continue;
    await enterCreditEvent(
      onDemoDay(ctx, on, cast.officer),
      exampleProof('认定材料', {
        subjectType: 'agency',
        subjectId: card.id,
        sort,
        on,
        text,
        authority: '区市场监督管理局（示例）',
        documentNo: `示例信用〔${on.slice(0, 4)}〕${++count}号`,
      }),
    );
  }
  return count;
}

const act = (ctx: Ctx, row: EvaluationRow, action: string, fields: Record<string, unknown>) =>
  inTransaction(ctx, (tx) => performAction(tx, ctx, row.file_id, action, { fields }));

async function lowest(ctx: Ctx, round: string): Promise<EvaluationRow[]> {
  const { rows } = await selectEvaluations(ctx.db, ctx.district, sql<boolean>`v.subject_type = 'agency'`, {
    round,
    page: 1,
    pageSize: 3,
  });
  return rows;
}

/** Last year's round: told, objected to, made final; this summer an agency asked for repair. */
async function playLastYear(ctx: Ctx, cast: Cast, year: number): Promise<void> {
  const last = year - 1;
  const on = (day: string, who: Actor) => onDemoDay(ctx, day, who);
  const round = await openCreditRound(on(`${last}-11-03`, cast.officer), {
    title: `${last}年度专利代理机构信用评价（示例）`,
    asOf: `${last}-10-31`,
    ruleSet: 'patent-agency',
    people: false,
    demo: true,
  });
  await noticeCreditRound(on(`${last}-11-05`, cast.officer), round.id);
  const [worst] = await lowest(ctx, round.id);
  if (worst !== undefined) {
    const agency = agencyActor(ctx, worst.subject_label);
    await act(on(`${last}-11-12`, agency), worst, 'object', { text: '所列事项已经整改，请予核减（示例）。' });
    await act(on(`${last}-11-17`, cast.reviewer), worst, 'review-objection', {
      opinion: '事项认定依据充分，整改情况可在信用修复时提出。',
      supports: false,
    });
    await act(on(`${last}-12-02`, cast.director), worst, 'decide-objection', {
      decision: '异议不成立，维持初评结果。',
      granted: false,
    });
  }
  await concludeCreditRound(on(`${last}-12-05`, cast.director), round.id);
  const repairable = worst?.preliminary.lines.find((line) => line.repairable && line.counted < 0);
  if (worst === undefined || repairable === undefined) return;
  if (repairable.until !== null && repairable.until <= `${year}-06-20`) return;
  const agency = agencyActor(ctx, worst.subject_label);
  await act(on(`${year}-06-20`, agency), worst, 'request-repair', {
    text: '已建立期限管理制度，附整改报告（示例）。',
    eventIds: [repairable.eventId],
  });
  await act(on(`${year}-06-24`, cast.reviewer), worst, 'review-repair', {
    opinion: '整改到位，未再发生同类行为。',
    supports: true,
  });
  await act(on(`${year}-07-08`, cast.director), worst, 'decide-repair', { decision: '准予信用修复。', granted: true });
}

/** This year's round: told a week ago, one objection under review, the others within their time. */
async function playThisYear(ctx: Ctx, cast: Cast, year: number): Promise<void> {
  const round = await openCreditRound(onDemoDay(ctx, `${year}-11-09`, cast.officer), {
    title: `${year}年度专利代理机构信用评价（示例）`,
    asOf: `${year}-10-31`,
    ruleSet: 'patent-agency',
    demo: true,
  });
  await noticeCreditRound(onDemoDay(ctx, `${year}-11-16`, cast.officer), round.id);
  const [worst] = await lowest(ctx, round.id);
  if (worst === undefined) return;
  const agency = agencyActor(ctx, worst.subject_label);
  await act(onDemoDay(ctx, `${year}-11-19`, agency), worst, 'object', {
    text: '对停止承接业务的处罚已提起行政诉讼，请待判决后再行计分（示例）。',
    eventIds: worst.preliminary.lines.filter((line) => line.sort === 'penalty-suspension').map((line) => line.eventId),
  });
}

/**
 * Events, last year's finished round and this year's running one, made by the commands themselves on the days they would have
 * been done; all of it is invented and says so. Does nothing where a round is there already, or without the demo accounts.
 */
export async function seedDemoCredit(ctx: Ctx): Promise<{ events: number; rounds: number }> {
  const cast = await castOf(ctx);
  const { rows } = await sql`select 1 from agency_credit.round where district = ${ctx.district} limit 1`.execute(
    ctx.db,
  );
  if (cast === undefined || rows.length > 0) return { events: 0, rounds: 0 };
  // The running round is one of late autumn; earlier in the year the last one of which both days are past.
  const now = Number(ctx.today.slice(0, 4));
  const year = ctx.today >= `${now}-11-19` ? now : now - 1;
  await syncGrounds(ctx, undefined);
  const events = await enterEvents(ctx, cast, year);
  await playLastYear(ctx, cast, year);
  await playThisYear(ctx, cast, year);
  return { events, rounds: 2 };
}
