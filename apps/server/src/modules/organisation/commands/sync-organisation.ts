import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/index.ts';
import type { Ctx, Services } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markAllStale } from '../../../platform/facts/index.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';

type Pack = Pick<Services['jurisdiction'], 'bodies'>;
type PackBody = Pack['bodies'][number];

function placeOf(body: PackBody, district: string): { place_kind: string; place_code: string } {
  if (body.townCode !== undefined) return { place_kind: 'town', place_code: body.townCode };
  if (body.zoneCode !== undefined) return { place_kind: 'zone', place_code: body.zoneCode };
  return { place_kind: 'district', place_code: district };
}

async function writeBodies(tx: Tx, district: string, bodies: readonly PackBody[]): Promise<bigint> {
  const rows = bodies.map((body, position) => ({
    id: body.code,
    parent_id: body.parent ?? null,
    name: body.name,
    kind: body.kind,
    position,
    ...placeOf(body, district),
  }));
  const written = await sql`
    insert into organisation.body as b (district, id, parent_id, name, kind, place_kind, place_code, position)
    select ${district}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id text, parent_id text, name text, kind text, place_kind text, place_code text, position int)
    on conflict (district, id) do update set parent_id = excluded.parent_id, name = excluded.name, kind = excluded.kind,
      place_kind = excluded.place_kind, place_code = excluded.place_code, position = excluded.position
    where (b.parent_id, b.name, b.kind, b.place_kind, b.place_code, b.position)
      is distinct from (excluded.parent_id, excluded.name, excluded.kind, excluded.place_kind, excluded.place_code, excluded.position)`.execute(
    tx,
  );
  return written.numAffectedRows ?? 0n;
}

async function writePosts(tx: Tx, district: string, bodies: readonly PackBody[]): Promise<bigint> {
  const rows = bodies.flatMap((body) =>
    body.posts.map((post, position) => ({
      id: `${body.code}-${position + 1}`,
      body_id: body.code,
      title: post.title,
      established: post.staffing,
      position,
    })),
  );
  const written = await sql`
    insert into organisation.post as p (district, id, body_id, title, established, position)
    select ${district}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id text, body_id text, title text, established int, position int)
    on conflict (district, id) do update set body_id = excluded.body_id, title = excluded.title,
      established = excluded.established, position = excluded.position
    where (p.body_id, p.title, p.established, p.position)
      is distinct from (excluded.body_id, excluded.title, excluded.established, excluded.position)`.execute(tx);
  const gone = await sql`delete from organisation.post where district = ${district}
    and id <> all(${rows.map((row) => row.id)}::text[])`.execute(tx);
  return (written.numAffectedRows ?? 0n) + (gone.numAffectedRows ?? 0n);
}

/**
 * Brings bodies and established posts in line with the jurisdiction pack. Idempotent; audited only when something changed.
 * @returns number of rows that changed
 */
export async function syncOrganisation(tx: Tx, ctx: Ctx, pack: Pack): Promise<number> {
  const { district } = ctx;
  const bodies = await writeBodies(tx, district, pack.bodies);
  const posts = await writePosts(tx, district, pack.bodies);
  const gone = await sql`delete from organisation.body where district = ${district}
    and id <> all(${pack.bodies.map((body) => body.code)}::text[])`.execute(tx);
  const changed = Number(bodies + posts + (gone.numAffectedRows ?? 0n));
  if (changed === 0) return 0;
  for (const subject of ['officer', 'post']) await markAllStale(tx, ctx, subject);
  await bumpRegisterVersion(tx, district, 'bodies');
  await writeAudit(tx, ctx, { action: 'organisation.body.sync', details: { rows: changed } });
  return changed;
}
