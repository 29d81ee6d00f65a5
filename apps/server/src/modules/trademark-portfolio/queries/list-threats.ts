import type { ParsedInput, RouteOutput, routes, Threat } from '@jince/contract';
import { sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import { oppositionPeriod } from '../../ip-rights/index.ts';
import { marksWithin } from '../repositories/mark-repository.ts';
import { selectThreats, type ThreatRow } from '../repositories/threat-repository.ts';
import { LIFE_READ } from '../trademark-portfolio.catalogue.ts';

type Route = (typeof routes)['listThreats'];

function toThreat(ctx: Ctx, row: ThreatRow): Threat {
  const period = oppositionPeriod(row.published_on);
  const zh = ctx.language === 'zh';
  return {
    id: row.id,
    source: row.source,
    publishedNo: row.published_no,
    publishedClass: row.published_class,
    publishedName: row.published_name,
    applicant: row.applicant,
    publishedOn: row.published_on,
    dueOn: row.due_on,
    open: row.due_on >= ctx.today,
    straddles: period.straddlesLawChange,
    byNewLaw: period.endsOnByNewLaw ?? null,
    article: period.article,
    windowReasons: period.reasons,
    own: {
      id: row.own_trademark_id,
      registrationNo: row.own_no,
      niceClass: row.own_class,
      name: row.own_name,
      holder: row.holder,
      partyId: row.party_id,
    },
    score: row.score,
    level: row.level,
    reasons: zh ? row.reasons_zh : row.reasons_en,
    goodsKind: row.goods_kind,
    goods: zh ? row.goods_zh : row.goods_en,
    decision: row.decision,
    reason: row.reason,
    decidedBy: row.decided_by_name,
    decidedOn: row.decided_on,
  };
}

/** Published marks too close to marks the actor sees: undecided first, then by the last day. */
export async function listThreats(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<RouteOutput<Route>> {
  const { page, pageSize, party } = query;
  const like = query.q === undefined || query.q.trim() === '' ? null : containsPattern(query.q.trim());
  const tests = [
    marksWithin(ctx, LIFE_READ),
    party === undefined
      ? sql`true`
      : sql`exists (select 1 from ip_rights.trademark_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
          where h.district = r.district and h.trademark_id = r.id and m.party_id = ${party})`,
    query.decided === undefined ? sql`true` : query.decided ? sql`e.decision is not null` : sql`e.decision is null`,
    query.open === undefined ? sql`true` : query.open ? sql`e.due_on >= ${ctx.today}` : sql`e.due_on < ${ctx.today}`,
    like === null
      ? sql`true`
      : sql`(e.published_name ilike ${like} or r.name ilike ${like} or e.published_no ilike ${like} or e.applicant ilike ${like} or o.holder ilike ${like})`,
  ];
  const found = await selectThreats(ctx.db, ctx, sql.join(tests, sql` and `), {
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  return { items: found.rows.map((row) => toThreat(ctx, row)), total: found.total, page, pageSize };
}
