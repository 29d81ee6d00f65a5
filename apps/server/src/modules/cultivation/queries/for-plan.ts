import { addDays } from '@jince/calendar';
import { sql } from 'kysely';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { CAMPAIGN_READ, TARGET_READ } from '../cultivation.catalogue.ts';
import { listCampaignRows } from '../repositories/campaign-repository.ts';
import { figuresOf } from '../repositories/figures-repository.ts';
import { OPEN_STATES, selectTargets, targetTests } from '../repositories/target-repository.ts';

export interface ClauseCampaign {
  readonly id: string;
  readonly title: string;
  readonly state: 'draft' | 'running' | 'closed';
  readonly targets: number;
  readonly succeeded: number;
  readonly href: string;
}

/** Campaigns that serve a clause of the plan, running ones first, with figures over what the actor may see. */
export async function campaignsOfClause(ctx: Ctx, clause: string): Promise<readonly ClauseCampaign[]> {
  if (!may(ctx, CAMPAIGN_READ)) return [];
  const rows = (await listCampaignRows(ctx.db, ctx.district, { clause: [clause] })).filter(
    (row) => row.state !== 'draft',
  );
  const figures = await figuresOf(
    ctx.db,
    ctx,
    rows.map((row) => row.id),
  );
  return rows.map(({ id, title, state }) => ({
    id,
    title,
    state,
    targets: figures.get(id)?.targets ?? 0,
    succeeded: figures.get(id)?.succeeded ?? 0,
    href: `/cultivation/campaigns/${id}`,
  }));
}

export interface DueVisit {
  readonly id: string;
  readonly label: string;
  readonly campaign: string;
  readonly nextStep: string | null;
  /** Day of the next step, `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly level: 'late' | 'soon';
  readonly href: string;
}

const SOON_DAYS = 7;

/**
 * Next steps of visits that are overdue or come within a week, soonest first: the actor's own where it has any, else those
 * of its places.
 * @param most how many at most; `total` counts all
 */
export async function dueVisits(ctx: Ctx, most = 20): Promise<{ total: number; items: readonly DueVisit[] }> {
  if (!may(ctx, TARGET_READ)) return { total: 0, items: [] };
  const due = sql`t.next_on <= ${addDays(ctx.today, SOON_DAYS)}::date`;
  const read = async (mine: boolean) => {
    const tests = targetTests(ctx, TARGET_READ, { running: true, state: [...OPEN_STATES], ...(mine ? { mine } : {}) });
    return (await selectTargets(ctx, sql`${tests} and ${due}`, 'nextOn').execute(ctx.db)).rows;
  };
  const own = ctx.actor.userId === null ? [] : await read(true);
  const rows = own.length > 0 ? own : await read(false);
  return {
    total: rows.length,
    items: rows.slice(0, most).map((row) => ({
      id: row.id,
      label: row.label,
      campaign: row.campaign_title,
      nextStep: row.next_step,
      dueOn: row.next_on as string,
      level: row.overdue ? 'late' : 'soon',
      href: `/cultivation/targets/${row.id}`,
    })),
  };
}

/** Rules of the campaigns that are not closed, so that a fact can tell who depends on it. */
export async function rulesInUse(ctx: Ctx) {
  if (!may(ctx, CAMPAIGN_READ)) return [];
  const rows = await listCampaignRows(ctx.db, ctx.district, { state: ['draft', 'running'] });
  return rows.flatMap(({ id, title, subject, target_rule, success_rule, stay_rule }) =>
    [
      { part: '对象', text: target_rule },
      { part: '达成', text: success_rule },
      { part: '留存', text: stay_rule },
    ].flatMap(({ part, text }) =>
      text === null ? [] : [{ label: `${title}（${part}）`, href: `/cultivation/campaigns/${id}`, subject, text }],
    ),
  );
}
