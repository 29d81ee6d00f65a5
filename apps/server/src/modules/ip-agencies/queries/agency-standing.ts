import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { loadFacts } from '../../../platform/facts/index.ts';

/** What higher modules say of an agency that its place in the directory shows. */
export interface AgencyStanding {
  readonly grade: string | null;
  readonly marked: boolean;
}

const GRADE = 'credit.grade';
const HIDDEN = 'discipline.hidden';

interface Kept {
  readonly version: string;
  readonly standings: ReadonlyMap<string, AgencyStanding>;
}

const kept = new WeakMap<object, Map<string, Kept>>();

/** Grades and marks of all agencies, read anew when their facts were. Empty where no module says any. */
export async function agencyStandings(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, AgencyStanding>> {
  const entry = ctx.services.facts.subjects.get('agency');
  const paths = [GRADE, HIDDEN].filter((path) => entry?.facts.has(path));
  if (paths.length === 0 || ids.length === 0) return new Map();
  const { rows } = await sql<{ version: string }>`select concat(as_of, ':', refreshed_at) as version from facts.state
    where district = ${ctx.district} and subject = 'agency'`.execute(ctx.db);
  // Facts that were never worked out say nothing of anybody yet.
  if (rows[0] === undefined) return new Map();
  const version = `${rows[0].version}|${ids.length}`;
  const own = kept.get(ctx.services) ?? new Map<string, Kept>();
  kept.set(ctx.services, own);
  const known = own.get(ctx.district);
  if (known?.version === version) return known.standings;
  const loaded = await loadFacts(ctx, {
    subject: 'agency',
    ids,
    paths,
    everyone: true,
  });
  const standings = new Map(
    [...loaded.rows].map(([id, row]) => [
      id,
      { grade: typeof row[GRADE] === 'string' ? row[GRADE] : null, marked: row[HIDDEN] === true },
    ]),
  );
  own.set(ctx.district, { version, standings });
  return standings;
}
