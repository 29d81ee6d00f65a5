import type { AssociationMember } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { loadFacts } from '../../../platform/facts/index.ts';
import { isMember, type MemberRow, selectMembers } from '../repositories/member-repository.ts';
import { brandLabel, LEVELS } from './words.ts';

const PATHS = [
  'association.conventionSigned',
  'association.brandLevel',
  'association.ratings',
  'association.rating',
  'association.penaltiesIn3Years',
  'discipline.listed',
] as const;

/** Rows of members with what facts of today say of them. */
export async function toMembers(ctx: Ctx, rows: readonly MemberRow[]): Promise<AssociationMember[]> {
  const { rows: facts } = await loadFacts(ctx, {
    subject: 'agency',
    ids: [...new Set(rows.map((row) => row.agency_id))],
    paths: PATHS,
    asOf: ctx.today,
    everyone: true,
  });
  const { least } = ctx.services.jurisdiction.association.ratings;
  return rows.map((row) => {
    const of = facts.get(row.agency_id) ?? {};
    const clients = Number(of['association.ratings'] ?? 0);
    const level = (of['association.brandLevel'] as string | null | undefined) ?? null;
    return {
      id: row.id,
      agencyId: row.agency_id,
      name: row.name,
      code: row.code,
      town: ctx.services.places.townName(row.town_code),
      memberNo: row.member_no,
      level: row.level,
      levelLabel: LEVELS[row.level][ctx.language],
      joinedOn: row.joined_on,
      leftOn: row.left_on,
      leftReason: row.left_reason,
      conventionSigned: of['association.conventionSigned'] === true,
      brandLevel: level,
      brandLabel: level === null ? null : brandLabel(ctx, level),
      ratings: clients,
      // Too few are no score: one client must not make or break an agency.
      rating: clients >= least ? ((of['association.rating'] as number | null | undefined) ?? null) : null,
      penalties: Number(of['association.penaltiesIn3Years'] ?? 0),
      disciplined: of['discipline.listed'] === true,
    };
  });
}

export interface MemberFilter {
  readonly q?: string | undefined;
  readonly standing?: 'member' | 'left' | undefined;
}

export async function listAssociationMembers(
  ctx: Ctx,
  query: MemberFilter & { readonly page: number; readonly pageSize: number },
) {
  const word = query.q?.trim() ?? '';
  const tests = [
    word === ''
      ? sql`true`
      : sql`position(lower(${word}) in lower(concat_ws(' ', a.name, a.agency_code, a.uscc, m.member_no))) > 0`,
    query.standing === undefined
      ? sql`true`
      : query.standing === 'member'
        ? isMember(ctx.today)
        : sql`not ${isMember(ctx.today)}`,
  ];
  const page = { size: query.pageSize, skip: (query.page - 1) * query.pageSize };
  const { rows, total } = await selectMembers(ctx.db, ctx.district, sql.join(tests, sql` and `), page);
  return { items: await toMembers(ctx, rows), total, page: query.page, pageSize: query.pageSize };
}
