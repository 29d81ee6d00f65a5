import { type Policy, policySchema } from '@jince/entitlements';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { PolicyState, StoredVersion } from '../domain/policy-version.ts';

type Row = Omit<StoredVersion, 'policy'> & { readonly content: unknown };

const columns = sql`id, code, version, state, source, content, content_hash as "contentHash", revision,
  effective_from as "effectiveFrom", effective_to as "effectiveTo", note, edited_by_name as "editedBy", edited_at as "editedAt",
  published_by_name as "publishedBy", published_at as "publishedAt", retired_by_name as "retiredBy", retired_at as "retiredAt",
  retire_reason as "retireReason"`;

const toVersion = ({ content, ...row }: Row): StoredVersion => ({ ...row, policy: policySchema.parse(content) });

async function select(db: Db, district: string, where: RawBuilder<unknown>, held = sql``): Promise<StoredVersion[]> {
  const { rows } = await sql<Row>`select ${columns} from policies.policy_version
    where district = ${district} and ${where} order by code, version desc ${held}`.execute(db);
  return rows.map(toVersion);
}

/** Every version of every policy, the newest of a code first. */
export function selectVersions(db: Db, district: string, code?: string): Promise<StoredVersion[]> {
  return select(db, district, code === undefined ? sql`true` : sql`code = ${code}`);
}

export async function findVersion(db: Db, district: string, id: string): Promise<StoredVersion | undefined> {
  return (await select(db, district, sql`id = ${id}`))[0];
}

/** All versions of a code, held against other commands until the transaction ends. */
export async function lockVersions(tx: Tx, district: string, code: string): Promise<StoredVersion[]> {
  // Held by the code itself: the first version has no row that could be locked.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`policies:${district}:${code}`}, 0))`.execute(tx);
  return select(tx, district, sql`code = ${code}`, sql`for update`);
}

export interface NewVersion {
  readonly id: string;
  readonly version: number;
  readonly state: PolicyState;
  readonly source: StoredVersion['source'];
  readonly policy: Policy;
  readonly contentHash: string;
  readonly note: string | null;
}

export async function insertVersion(tx: Tx, ctx: Ctx, given: NewVersion): Promise<void> {
  const { policy } = given;
  await sql`insert into policies.policy_version (district, id, code, version, state, source, content, content_hash,
      effective_from, effective_to, note, edited_by_name, edited_at, published_by_name, published_at)
    values (${ctx.district}, ${given.id}, ${policy.code}, ${given.version}, ${given.state}, ${given.source},
      ${JSON.stringify(policy)}, ${given.contentHash}, ${policy.effectiveFrom}, ${policy.effectiveTo}, ${given.note},
      ${ctx.actor.displayName}, ${ctx.now},
      ${given.state === 'published' ? ctx.actor.displayName : null}, ${given.state === 'published' ? ctx.now : null})`.execute(
    tx,
  );
}

/** Replaces the content of a draft. */
export async function updateContent(
  tx: Tx,
  ctx: Ctx,
  id: string,
  { policy, contentHash, note }: Pick<NewVersion, 'policy' | 'contentHash' | 'note'>,
): Promise<void> {
  await sql`update policies.policy_version set content = ${JSON.stringify(policy)}, content_hash = ${contentHash},
      effective_from = ${policy.effectiveFrom}, effective_to = ${policy.effectiveTo}, note = ${note}, revision = revision + 1,
      edited_by_name = ${ctx.actor.displayName}, edited_at = ${ctx.now}
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}

/** Notes who changed the content: none of them may publish it. */
export async function noteEditor(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  if (ctx.actor.userId === null) return;
  await sql`insert into policies.policy_editor (district, version_id, user_id, user_name, at)
    values (${ctx.district}, ${id}, ${ctx.actor.userId}, ${ctx.actor.displayName}, ${ctx.now})
    on conflict (district, version_id, user_id) do update set at = excluded.at`.execute(tx);
}

/** Who changed the content of a version. */
export async function listEditors(db: Db, district: string, id: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select user_id as id, user_name as name
    from policies.policy_editor where district = ${district} and version_id = ${id} order by at`.execute(db);
  return rows;
}

export async function markPublished(tx: Tx, ctx: Ctx, id: string, state: PolicyState): Promise<void> {
  await sql`update policies.policy_version set state = ${state}, published_by_name = ${ctx.actor.displayName},
      published_at = ${ctx.now} where district = ${ctx.district} and id = ${id}`.execute(tx);
}

/** Ends a version on a day; it stays published, for what was applied for under it. */
export async function endVersion(tx: Tx, ctx: Ctx, id: string, lastDay: string): Promise<void> {
  await sql`update policies.policy_version set effective_to = ${lastDay}
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}

export async function markRetired(tx: Tx, ctx: Ctx, id: string, reason: string): Promise<void> {
  await sql`update policies.policy_version set state = 'retired', retired_by_name = ${ctx.actor.displayName},
      retired_at = ${ctx.now}, retire_reason = ${reason} where district = ${ctx.district} and id = ${id}`.execute(tx);
}

export async function deleteDraft(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  await sql`delete from policies.policy_version where district = ${ctx.district} and id = ${id} and state = 'draft'`.execute(
    tx,
  );
}

/** One text that changes with whatever is published, ended or retired. */
export async function policiesVersionOf(db: Db, district: string): Promise<string> {
  const { rows } = await sql<{ version: string | null }>`select md5(string_agg(concat_ws(':', id, state, content_hash,
    effective_from, effective_to), ',' order by id)) as version from policies.policy_version where district = ${district}`.execute(
    db,
  );
  return rows[0]?.version ?? '';
}
