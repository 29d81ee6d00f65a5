import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { MATTER_HANDLE } from '../complaints.catalogue.ts';

export interface PossibleHandler {
  readonly userId: string;
  readonly name: string;
  readonly unit: string | null;
}

/** Active accounts that may handle complaints at a body: by a grant there, or in the district and of that body. */
export async function listComplaintHandlers(ctx: Ctx, organisation: string): Promise<readonly PossibleHandler[]> {
  const holders = [...ctx.services.rolesHolding(MATTER_HANDLE)];
  const { rows } = await sql<{ userId: string; name: string; code: string | null }>`
    select distinct u.id as "userId", u.display_name as name, u.organisation_id as code
    from platform.user_account u join platform.user_role g on g.district = u.district and g.user_id = u.id
    where u.district = ${ctx.district} and u.status = 'active' and g.role = any(${holders}::text[])
      and ((g.place_kind = 'organisation' and g.place_code = ${organisation})
        or (g.place_kind = 'district' and u.organisation_id = ${organisation}))
    order by name, "userId"`.execute(ctx.db);
  return rows.map(({ userId, name, code }) => ({ userId, name, unit: ctx.services.places.organisationName(code) }));
}
