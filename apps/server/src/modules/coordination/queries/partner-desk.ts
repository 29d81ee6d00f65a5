import type { RouteOutput, routes } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { DESK_READ } from '../coordination.catalogue.ts';
import { nameBody } from '../repositories/body-repository.ts';
import { handOversWithin, selectHandOvers } from '../repositories/hand-over-repository.ts';
import { selectTasks, tasksWithin } from '../repositories/task-repository.ts';
import { clockView, toHandOverRow } from './view-hand-over.ts';

type Desk = RouteOutput<(typeof routes)['getPartnerDesk']>;

const SHOWN = 8;
const both = (ctx: Ctx, zh: string, en: string) => (ctx.language === 'zh' ? zh : en);

interface Counted {
  readonly figure: string;
  readonly zh: string;
  readonly en: string;
  readonly test: RawBuilder<unknown>;
  readonly href: string;
}

function handOverCounts(own: readonly string[] | undefined, today: string): readonly Counted[] {
  const at = (column: 'from_body' | 'to_body') =>
    own === undefined ? sql`true` : sql`${sql.ref(`h.${column}`)} = any(${[...own]}::text[])`;
  const base = '/coordination/hand-overs';
  return [
    {
      figure: 'to-receive',
      zh: '待签收',
      en: 'For receipt',
      test: sql`f.state = 'sent' and ${at('to_body')}`,
      href: `${base}?state=sent`,
    },
    {
      figure: 'to-answer',
      zh: '待答复',
      en: 'To be answered',
      test: sql`f.state in ('received', 'accepted', 'objected') and ${at('to_body')}`,
      href: `${base}?state=received,accepted,objected`,
    },
    {
      figure: 'late',
      zh: '已超期',
      en: 'Overdue',
      test: sql`f.closed_at is null and k.due_on < ${today}::date`,
      href: `${base}?late=true`,
    },
    {
      figure: 'waiting',
      zh: '我方移送待答复',
      en: 'Ours, waiting for an answer',
      test: sql`f.closed_at is null and h.sent_on is not null and ${at('from_body')}`,
      href: `${base}?open=true`,
    },
  ];
}

/** What concerns the actor's bodies in hand-overs and joint tasks. */
export async function getPartnerDesk(ctx: Ctx): Promise<Desk> {
  const scope = scopeFor(ctx, DESK_READ);
  const own = scope.kind === 'places' ? scope.organisations : undefined;
  const figures: Desk['figures'] = [];
  for (const { figure, zh, en, test, href } of handOverCounts(own, ctx.today)) {
    const found = await selectHandOvers(ctx.db, ctx, sql`${handOversWithin(ctx)} and ${test}`, { size: 0, skip: 0 });
    figures.push({ figure, label: both(ctx, zh, en), value: found.total, href });
  }
  const open = await selectTasks(ctx.db, ctx, sql`${tasksWithin(ctx)} and f.closed_at is null`, {
    size: SHOWN,
    skip: 0,
  });
  figures.push({
    figure: 'tasks',
    label: both(ctx, '在办联合任务', 'Joint tasks'),
    value: open.total,
    href: '/coordination/joint-tasks?open=true',
  });
  const running = await selectHandOvers(
    ctx.db,
    ctx,
    sql`${handOversWithin(ctx)} and f.closed_at is null and k.due_on is not null`,
    { size: SHOWN, skip: 0 },
  );
  const next = [
    ...running.rows.map((row) => ({
      fileId: row.file_id,
      number: row.number,
      title: row.title,
      href: `/coordination/hand-overs/${row.id}`,
      clock: clockView(ctx, row.procedure, row.clock, row.clock_due) ?? { label: '', dueOn: null, late: false },
      waits: toHandOverRow(ctx, row).stateLabel,
    })),
    ...open.rows.map((task) => ({
      fileId: task.file_id,
      number: task.number,
      title: task.title,
      href: `/coordination/joint-tasks/${task.id}`,
      clock: { label: both(ctx, '完成期限', 'Last day'), dueOn: task.ends_on, late: task.ends_on < ctx.today },
      waits: nameBody(ctx, task.lead_body).shortName,
    })),
  ];
  return {
    bodies: (own ?? []).map((code) => nameBody(ctx, code)),
    figures,
    next: next.toSorted((a, b) => (a.clock.dueOn ?? '9999').localeCompare(b.clock.dueOn ?? '9999')).slice(0, SHOWN),
  };
}
