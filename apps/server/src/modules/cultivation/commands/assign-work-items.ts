import { type RawBuilder, sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { TARGET_ASSIGN } from '../cultivation.catalogue.ts';
import { listAssigneeRows, townShares } from '../repositories/assignee-repository.ts';
import { findCampaign, lockCampaign } from '../repositories/campaign-repository.ts';
import { targetTests } from '../repositories/target-repository.ts';

export interface AssignInput {
  readonly targets?: readonly string[] | undefined;
  readonly filter?:
    | {
        readonly town?: readonly string[] | undefined;
        readonly state?: readonly string[] | undefined;
        readonly unassigned?: boolean | undefined;
      }
    | undefined;
  readonly to: { readonly account: string } | { readonly byTown: true } | { readonly none: true };
  readonly preview: boolean;
}

interface Planned {
  readonly id: string;
  readonly account: string | null;
}

/** Targets meant, within the actor's towns; who has left is given to nobody. */
function meant(ctx: Ctx, campaignId: string, input: AssignInput): RawBuilder<unknown> {
  const tests = [
    targetTests(ctx, TARGET_ASSIGN, {
      campaign: [campaignId],
      town: input.filter?.town,
      state: input.filter?.state,
    }),
    sql`t.outcome is distinct from 'left'`,
  ];
  if (input.targets !== undefined) tests.push(sql`t.id = any(${input.targets}::uuid[])`);
  if (input.filter?.unassigned === true) tests.push(sql`t.assignee_id is null`);
  return sql`select t.id, t.town_code, row_number() over (partition by t.town_code order by t.id) as place
    from cultivation.target t join cultivation.campaign c on c.district = t.district and c.id = t.campaign_id
    left join parties.party p on p.district = t.district and p.id = t.party_id where ${sql.join(tests, sql` and `)}`;
}

async function planByTown(tx: Tx, ctx: Ctx, from: RawBuilder<unknown>) {
  const assignees = await listAssigneeRows(tx, ctx);
  const { rows } = await sql<Planned>`select m.id, s.account from (${from}) m
    left join jsonb_to_recordset(${townShares(assignees)}::jsonb) as s(town text, n int, "of" int, account uuid)
      on s.town = m.town_code and m.place % s."of" = s.n`.execute(tx);
  return rows;
}

async function planByAccount(tx: Tx, ctx: Ctx, from: RawBuilder<unknown>, account: string) {
  const assignee = (await listAssigneeRows(tx, ctx)).find((one) => one.id === account);
  if (assignee === undefined) throw new AppError('cultivation.target.unknown-assignee');
  const { rows } = await sql<
    Planned & { town: string | null }
  >`select m.id, ${account}::uuid as account, m.town_code as town
    from (${from}) m`.execute(tx);
  const towns = new Set([...assignee.towns, ...assignee.zoneTowns]);
  const outside = assignee.district ? [] : rows.filter(({ town }) => town === null || !towns.has(town));
  if (outside.length > 0)
    throw new AppError('cultivation.target.out-of-place', { name: assignee.name, count: outside.length });
  return rows;
}

async function write(
  tx: Tx,
  ctx: Ctx,
  campaignId: string,
  planned: readonly Planned[],
  names: ReadonlyMap<string, string>,
) {
  const rows = planned.map(({ id, account }) => ({
    id,
    account,
    text: account === null ? '取消分派' : `分派给${names.get(account) ?? ''}`,
  }));
  await sql`with changed as (
      update cultivation.target t set assignee_id = n.account, version = t.version + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, account uuid, text text)
      where t.district = ${ctx.district} and t.id = n.id and t.assignee_id is distinct from n.account returning t.id, n.text)
    insert into cultivation.history (district, campaign_id, target_id, kind, on_day, at, actor_name, text)
    select ${ctx.district}, ${campaignId}, c.id, 'assigned', ${ctx.today}, ${ctx.now}, ${ctx.actor.displayName}, c.text from changed c`.execute(
    tx,
  );
}

/**
 * Gives targets to one account, to who holds their towns, or takes them back; with `preview` it only says what would
 * happen. Targets of towns that nobody holds stay as they are.
 */
export async function assignWorkItems(ctx: Ctx, campaignId: string, input: AssignInput) {
  return inTransaction(ctx, async (tx) => {
    const campaign = await (input.preview ? findCampaign : lockCampaign)(tx, ctx.district, campaignId);
    if (campaign === undefined) throw new AppError('platform.not-found');
    if (campaign.state !== 'running') throw new AppError('cultivation.campaign.not-running');
    const from = meant(ctx, campaignId, input);
    const { to } = input;
    const found =
      'account' in to
        ? await planByAccount(tx, ctx, from, to.account)
        : 'byTown' in to
          ? await planByTown(tx, ctx, from)
          : (await sql<Planned>`select m.id, null::uuid as account from (${from}) m`.execute(tx)).rows;
    const planned = 'none' in to ? found : found.filter((one) => one.account !== null);
    const names = new Map((await listAssigneeRows(tx, ctx)).map((one) => [one.id, one.name]));
    if (!input.preview && planned.length > 0) {
      await write(tx, ctx, campaignId, planned, names);
      await writeAudit(tx, ctx, {
        action: 'cultivation.target.assign',
        subject: { kind: 'campaign', id: campaignId, label: campaign.title },
        details: { to: { ...to }, count: planned.length },
      });
    }
    const byOfficer = [...Map.groupBy(planned, (one) => one.account ?? '')]
      .filter(([account]) => account !== '')
      .map(([account, some]) => ({ name: names.get(account) ?? '', count: some.length }));
    return { count: planned.length, byOfficer, withoutOfficer: found.length - planned.length };
  });
}
