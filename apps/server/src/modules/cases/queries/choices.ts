import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { listCertifiedOfficers } from '../../organisation/index.ts';
import { CASE_READ } from '../cases.catalogue.ts';
import { holdsOn } from '../commands/name-officers.ts';
import { findRows, LISTED, type ListedRow, toCard } from './case-card.ts';
import { findJoinable } from './find-joinable.ts';
import { casesWithin, reachesOrganisation } from './reach-case.ts';

type Routes = typeof routes;

/** Officers who may be named, with certificates and how many open cases they have. */
export async function listCaseOfficers(
  ctx: Ctx,
  query: ParsedInput<Routes['listCaseOfficers']>['query'],
): Promise<RouteOutput<Routes['listCaseOfficers']>> {
  const found = await listCertifiedOfficers(ctx.db, ctx.district, { q: query.q, body: query.organisation, limit: 60 });
  const certified = found.filter(({ certificateNo }) => certificateNo !== null);
  const { rows } = await sql<{ officer_id: string; n: number }>`select o.officer_id, count(*) as n from cases.officer o
    join cases.row r on r.district = o.district and r.id = o.case_id and r.open
    where o.district = ${ctx.district} and o.until is null and o.officer_id = any(${certified.map(({ id }) => id)}::uuid[])
    group by o.officer_id`.execute(ctx.db);
  const open = new Map(rows.map((row) => [row.officer_id, row.n]));
  return {
    items: certified.map((one) => ({
      id: one.id,
      name: one.name,
      unit: one.unit,
      organisationCode: one.bodyId,
      certificateNo: one.certificateNo,
      certificateUntil: one.certificateTo,
      valid: holdsOn(one, ctx.today),
      openCases: open.get(one.id) ?? 0,
      linked: one.userId !== null,
    })),
  };
}

/** Registered parties by name or code, to name in a case. */
export async function findCaseParties(
  ctx: Ctx,
  query: ParsedInput<Routes['findCaseParties']>['query'],
): Promise<RouteOutput<Routes['findCaseParties']>> {
  const q = query.q.trim();
  if (q.length < 2) return { items: [] };
  const { rows } = await sql<{
    id: string;
    name: string;
    code: string | null;
    note: string | null;
    townCode: string | null;
  }>`select p.id, p.name, p.uscc as code, p.address as note, p.town_code as "townCode" from parties.party p
    where p.district = ${ctx.district} and (p.uscc = ${q} or position(${q} in p.name) > 0)
    order by length(p.name), p.name limit 20`.execute(ctx.db);
  return { items: [...rows] };
}

/** Which open case a clue would be joined with, and other cases of the same suspects within reach. */
export async function findSimilarCases(
  ctx: Ctx,
  body: ParsedInput<Routes['findSimilarCases']>['body'],
): Promise<RouteOutput<Routes['findSimilarCases']>> {
  const suspects = body.suspects.filter(({ name }) => name.trim() !== '');
  if (suspects.length === 0) return { joined: null, others: [] };
  const joinable = await findJoinable(ctx.db, ctx.district, suspects, body.behaviourRow);
  const line = joinable === undefined ? undefined : (await findRows(ctx.db, ctx.district, [joinable.id]))[0];
  const joined = line !== undefined && reachesOrganisation(ctx, CASE_READ, line.organisation_code) ? line : undefined;
  const names = suspects.map(({ name }) => name.trim());
  const codes = suspects.flatMap(({ uscc }) => (uscc === null ? [] : [uscc]));
  const { rows } =
    await sql<ListedRow>`select ${LISTED} from cases.row r where r.district = ${ctx.district} and ${casesWithin(ctx, CASE_READ)}
      and r.id in (select p.case_id from cases.party p where p.district = ${ctx.district} and p.side = 'suspect'
        and (p.name = any(${names}::text[]) or p.uscc = any(${codes}::text[]))) and r.id is distinct from ${joined?.id ?? null}::uuid
    order by r.received_on desc limit 10`.execute(ctx.db);
  return { joined: joined === undefined ? null : toCard(ctx, joined), others: rows.map((row) => toCard(ctx, row)) };
}
