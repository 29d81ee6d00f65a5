import type { InspectedKind } from '@jince/wujiang';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { reached } from './sql.ts';

export interface CampaignRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly document_no: string | null;
  readonly from_on: string;
  readonly to_on: string;
  readonly aim: string;
  readonly object_kind: InspectedKind;
  readonly checklist: string;
  readonly target_count: number | null;
  readonly state: 'running' | 'closed';
  readonly created_by: string;
  readonly results: string | null;
  readonly tasks: number;
  readonly checked: number;
  readonly failed: number;
  readonly correcting: number;
  readonly cases: number;
}

/** Campaigns with what the scope reaches of their checks. */
export async function selectCampaigns(db: Db, district: string, scope: Scope, id?: string): Promise<CampaignRow[]> {
  const { rows } =
    await sql<CampaignRow>`select c.id, c.kind, c.title, c.document_no, c.from_on, c.to_on, c.aim, c.object_kind, c.checklist,
      c.target_count, c.state, c.created_by, c.results, t.*
    from inspections.campaign c
    left join lateral (select count(m.id)::int as tasks, count(m.checked_on)::int as checked,
        (count(*) filter (where m.checked_on is not null and m.outcome <> 'fit'))::int as failed,
        (count(*) filter (where f.state = 'correcting'))::int as correcting, count(m.case_id)::int as cases
      from inspections.task m join procedures.file f on f.district = m.district and f.id = m.file_id
      where m.district = c.district and m.campaign_id = c.id and ${reached(scope)}) t on true
    where c.district = ${district} and (${id === undefined} or c.id = ${id ?? null})
    order by c.state desc, c.from_on desc, c.id`.execute(db);
  return rows;
}

/** A campaign, of the wanted state where one is. @throws AppError 404, inspections.campaign.closed */
export async function requireCampaign(ctx: Ctx, id: string, state?: 'running'): Promise<CampaignRow> {
  const [row] = await selectCampaigns(ctx.db, ctx.district, { kind: 'district' }, id);
  if (row === undefined) throw new AppError('platform.not-found');
  if (state === 'running' && row.state !== 'running')
    throw new AppError('inspections.campaign.closed', { title: row.title });
  return row;
}

type NewCampaign = Pick<
  CampaignRow,
  'id' | 'kind' | 'title' | 'document_no' | 'from_on' | 'to_on' | 'aim' | 'object_kind' | 'checklist' | 'target_count'
>;

export async function insertCampaign(tx: Tx, ctx: Ctx, c: NewCampaign): Promise<void> {
  await sql`insert into inspections.campaign (district, id, kind, title, document_no, from_on, to_on, aim, object_kind, checklist, target_count, state,
      created_by, created_at)
    values (${ctx.district}, ${c.id}, ${c.kind}, ${c.title}, ${c.document_no}, ${c.from_on}, ${c.to_on}, ${c.aim}, ${c.object_kind}, ${c.checklist},
      ${c.target_count}, 'running', ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
}

export async function endCampaign(tx: Tx, ctx: Ctx, id: string, results: string): Promise<boolean> {
  const { rows } =
    await sql`update inspections.campaign set state = 'closed', closed_on = ${ctx.today}, results = ${results}
    where district = ${ctx.district} and id = ${id} and state = 'running' returning 1`.execute(tx);
  return rows.length > 0;
}

interface FigureRow {
  readonly id: string;
  readonly code: string;
  readonly on_day: string;
  readonly value: number;
  readonly note: string | null;
  readonly by_name: string;
}

export async function listFigures(db: Db, district: string, campaignId: string): Promise<FigureRow[]> {
  const { rows } =
    await sql<FigureRow>`select id, code, on_day, value::float8 as value, note, by_name from inspections.campaign_figure
    where district = ${district} and campaign_id = ${campaignId} order by on_day desc, at desc, id`.execute(db);
  return rows;
}

export async function insertFigure(
  tx: Tx,
  ctx: Ctx,
  figure: Omit<FigureRow, 'by_name'> & { readonly campaignId: string },
): Promise<void> {
  await sql`insert into inspections.campaign_figure (district, id, campaign_id, code, on_day, value, note, by_name, at)
    values (${ctx.district}, ${figure.id}, ${figure.campaignId}, ${figure.code}, ${figure.on_day}, ${figure.value}, ${figure.note},
      ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
}
