import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';

type Described = ReadonlyMap<string, { label: string; href: string }>;

export async function describeParties(ctx: Ctx, keys: readonly string[]): Promise<Described> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{
    record_key: string;
    id: string;
    name: string;
  }>`select record_key, id, name from parties.party
    where district = ${ctx.district} and record_key = any(${keys}::text[])`.execute(ctx.db);
  return new Map(rows.map((row) => [row.record_key, { label: row.name, href: `/enterprises/${row.id}` }]));
}

export async function describeMemberships(ctx: Ctx, keys: readonly string[]): Promise<Described> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{
    record_key: string;
    name: string;
    party_id: string | null;
  }>`select s.record_key, m.name, m.party_id
    from parties.membership s join parties.mention m on m.district = s.district and m.id = s.mention_id
    where s.district = ${ctx.district} and s.record_key = any(${keys}::text[])`.execute(ctx.db);
  return new Map(
    rows.map((row) => [
      row.record_key,
      { label: row.name, href: row.party_id === null ? '/matching' : `/enterprises/${row.party_id}` },
    ]),
  );
}
