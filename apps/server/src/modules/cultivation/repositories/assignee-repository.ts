import { sql } from 'kysely';
import type { RoleGrant } from '../../../platform/access/access.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { VISIT_LOG } from '../cultivation.catalogue.ts';
import { type Assignee, holdersByTown } from '../domain/assign-by-town.ts';

/** Accounts that may log visits, with the towns they hold. */
export async function listAssigneeRows(db: Db, ctx: Ctx): Promise<Assignee[]> {
  const holders = [...ctx.services.rolesHolding(VISIT_LOG)];
  const { rows } = await sql<{ id: string; name: string; username: string; grants: RoleGrant[] }>`
    select u.id, u.display_name as name, u.username,
      json_agg(json_build_object('role', r.role, 'placeKind', r.place_kind, 'placeCode', r.place_code)) as grants
    from platform.user_account u join platform.user_role r on r.district = u.district and r.user_id = u.id
    where u.district = ${ctx.district} and u.status = 'active' and r.role = any(${holders}::text[])
    group by 1, 2, 3 order by u.username`.execute(db);
  const { places } = ctx.services;
  return rows.map(({ grants, ...account }) => ({
    ...account,
    towns: grants.filter((grant) => grant.placeKind === 'town').map((grant) => grant.placeCode),
    zoneTowns: grants
      .filter((grant) => grant.placeKind === 'zone')
      .flatMap((grant) => [...places.townsOfZone(grant.placeCode)]),
    district: grants.some((grant) => grant.placeKind === 'district'),
  }));
}

/** `town, n, of, account`: who of `of` accounts takes every n-th target of a town. */
export function townShares(assignees: readonly Assignee[]): string {
  const shares = [...holdersByTown(assignees)].flatMap(([town, accounts]) =>
    accounts.map((account, n) => ({ town, n, of: accounts.length, account })),
  );
  return JSON.stringify(shares);
}

/** Gives unassigned targets of a campaign to who holds their towns, evenly where several do. */
export async function assignByTown(tx: Tx, ctx: Ctx, campaignId: string): Promise<void> {
  const shares = townShares(await listAssigneeRows(tx, ctx));
  await sql`update cultivation.target t set assignee_id = s.account, version = t.version + 1
    from (select id, town_code, row_number() over (partition by town_code order by id) as place from cultivation.target
      where district = ${ctx.district} and campaign_id = ${campaignId} and assignee_id is null) o
    join jsonb_to_recordset(${shares}::jsonb) as s(town text, n int, "of" int, account uuid)
      on s.town = o.town_code and o.place % s."of" = s.n
    where t.district = ${ctx.district} and t.id = o.id`.execute(tx);
}
