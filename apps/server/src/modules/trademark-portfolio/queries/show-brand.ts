import { addMonths, wholeMonthsBetween } from '@jince/calendar';
import type { BrandPage, BrandRisk } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { loadFacts } from '../../../platform/facts/index.ts';
import { dueDays } from '../domain/due-days.ts';
import { familyOf } from '../domain/mark-family.ts';
import { type MarkRecord, partiesWithin, selectMarks } from '../repositories/mark-repository.ts';
import { selectThreats } from '../repositories/threat-repository.ts';
import { selectUse } from '../repositories/use-repository.ts';
import { LIFE_READ } from '../trademark-portfolio.catalogue.ts';
import { listAwards } from './list-awards.ts';
import { listMadridTies } from './list-madrid-ties.ts';
import { countsNow } from './show-mark-life.ts';

interface Party {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly town_code: string | null;
  readonly established_on: string | null;
}

/** @throws AppError 404 */
async function reachParty(ctx: Ctx, id: string): Promise<Party> {
  const { rows } = await sql<Party>`select p.id, p.name, p.uscc, p.town_code, p.established_on from parties.party p
    where p.district = ${ctx.district} and p.id = ${id} and ${partiesWithin(ctx, LIFE_READ)}`.execute(ctx.db);
  const party = may(ctx, LIFE_READ) ? rows[0] : undefined;
  if (party === undefined) throw new AppError('platform.not-found');
  return party;
}

const heldBy = (partyId: string) => sql`r.country = 'CN' and exists (
  select 1 from ip_rights.trademark_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
  where h.district = r.district and h.trademark_id = r.id and m.party_id = ${partyId})`;

const inForce = (mark: MarkRecord) => mark.status === 'registered' || mark.status === 'grace';
const keyOf = (no: string, niceClass: number) => `${no}/${niceClass}`;

/** Last proven use per number and class, from lists and the locker alike. */
async function lastUses(ctx: Ctx, marks: readonly MarkRecord[]): Promise<ReadonlyMap<string, string>> {
  const numbers = [...new Set(marks.map((mark) => mark.registration_no))];
  const { rows } = await sql<{ no: string; nice_class: number; last: string }>`
    select registration_no as no, nice_class, max(used_on) as last from ip_rights.trademark_use
    where district = ${ctx.district} and registration_no = any(${numbers}::text[]) and used_on <= ${ctx.today} group by 1, 2`.execute(
    ctx.db,
  );
  return new Map(rows.map((row) => [keyOf(row.no, row.nice_class), row.last]));
}

const RISKY_MONTHS = 12;

function risksOfMark(ctx: Ctx, mark: MarkRecord, lastUsedOn: string | null): BrandRisk[] {
  const horizon = addMonths(ctx.today, RISKY_MONTHS);
  const days = dueDays({
    country: mark.country,
    registeredOn: mark.registered_on,
    expiresOn: mark.expires_on,
    preliminaryOn: mark.preliminary_on,
    lastUsedOn,
  });
  const of = { label: mark.name, no: mark.registration_no, niceClass: mark.nice_class, href: `/trademarks/${mark.id}` };
  const risks: BrandRisk[] = [];
  if (mark.status === 'grace') risks.push({ ...of, kind: 'grace', on: days.graceEndsOn });
  else if (days.endsOn !== null && days.endsOn <= horizon) risks.push({ ...of, kind: 'renewal', on: days.endsOn });
  if (days.exposedFrom !== null && days.exposedFrom <= horizon)
    risks.push({ ...of, kind: days.exposedFrom <= ctx.today ? 'exposed' : 'exposing', on: days.exposedFrom });
  return risks;
}

async function otherRisks(ctx: Ctx, partyId: string, madrid: BrandPage['madrid']): Promise<BrandRisk[]> {
  const test = sql`e.decision is null and e.due_on >= ${ctx.today} and ${heldBy(partyId)}`;
  const { rows } = await selectThreats(ctx.db, ctx, test, { limit: 50, offset: 0 });
  return [
    ...rows.map((row) => ({
      kind: 'threat' as const,
      on: row.due_on,
      label: `${row.own_name} ← ${row.published_name}`,
      no: row.published_no,
      niceClass: row.published_class,
      href: '/trademarks/portfolio?tab=threats',
    })),
    ...madrid
      .filter((tie) => tie.standing === 'at-risk')
      .map((tie) => ({
        kind: 'madrid' as const,
        on: tie.dependency?.dueOn ?? null,
        label: tie.name,
        no: tie.irNo,
        niceClass: null,
        href: '/trademarks/portfolio?tab=madrid',
      })),
  ];
}

/** What other modules say of the enterprise that belongs to a brand: only facts there are. */
const STANDINGS = ['pledges.genuineGoods', 'pledges.market', 'highTech', 'aboveScale'] as const;

async function standingsOf(ctx: Ctx, partyId: string): Promise<BrandPage['standings']> {
  const known = ctx.services.facts.subjects.get('enterprise')?.facts;
  const paths = STANDINGS.filter((path) => known?.has(path));
  const { rows } = await loadFacts(ctx, { subject: 'enterprise', ids: [partyId], paths, everyone: true });
  const facts = rows.get(partyId) ?? {};
  return paths.flatMap((path) => {
    const label = known?.get(path)?.spec.label;
    return label === undefined ? [] : [{ code: path, label: label[ctx.language], held: facts[path] === true }];
  });
}

async function indicationsOf(ctx: Ctx, partyId: string): Promise<BrandPage['indications']> {
  const { rows } = await sql<{ id: string; name: string; holds: boolean }>`
    select g.id, g.name, coalesce(hm.party_id = ${partyId}, false) as holds from ip_rights.gi g
    left join parties.mention hm on hm.district = g.district and hm.id = g.holder_mention_id
    where g.district = ${ctx.district} and (hm.party_id = ${partyId} or exists (
      select 1 from jsonb_array_elements(g.authorised_users) u join parties.mention m on m.district = g.district and m.id = (u->>'mentionId')::uuid
      where m.party_id = ${partyId})) order by g.name`.execute(ctx.db);
  return rows;
}

const AWARD_LIMIT = 20;

async function honoursOf(ctx: Ctx, partyId: string): Promise<BrandPage['honours']> {
  const { rows } = await sql<BrandPage['honours'][number]>`
    select s.kind, s.level, s.valid_from as "from", s.valid_to as until
    from parties.membership s join parties.mention m on m.district = s.district and m.id = s.mention_id
    where s.district = ${ctx.district} and m.party_id = ${partyId} and (s.valid_to is null or s.valid_to >= ${ctx.today})
    order by s.valid_from desc nulls last, s.id limit ${AWARD_LIMIT}`.execute(ctx.db);
  return rows;
}

/** Everything that makes the brand of an enterprise, and what threatens it in the coming twelve months. @throws AppError 404 */
export async function getBrand(ctx: Ctx, id: string): Promise<BrandPage> {
  const party = await reachParty(ctx, id);
  const all = await selectMarks(ctx.db, ctx, heldBy(id));
  const valid = all.filter(inForce);
  const uses = await lastUses(ctx, valid);
  const lastOf = (mark: MarkRecord) => uses.get(keyOf(mark.registration_no, mark.nice_class)) ?? null;
  const marks = valid.map((mark) => ({
    id: mark.id,
    name: mark.name,
    registrationNo: mark.registration_no,
    niceClass: mark.nice_class,
    status: mark.status,
    registeredOn: mark.registered_on,
    expiresOn: mark.expires_on,
    ageYears:
      mark.registered_on === null ? null : Math.floor(wholeMonthsBetween(mark.registered_on, ctx.today) / RISKY_MONTHS),
    lastUsedOn: lastOf(mark),
    goods: mark.goods,
    used: lastOf(mark) !== null,
  }));
  const family = familyOf(marks);
  const madrid = (await listMadridTies(ctx, { party: id })).items;
  const evidence = (await selectUse(ctx.db, ctx, sql`e.party_id = ${id}`)).filter(countsNow);
  const risks = [
    ...valid.flatMap((mark) => risksOfMark(ctx, mark, lastOf(mark))),
    ...(await otherRisks(ctx, id, madrid)),
  ];
  return {
    asOf: ctx.today,
    party: {
      id: party.id,
      name: party.name,
      uscc: party.uscc,
      town: ctx.services.places.townName(party.town_code),
      establishedOn: party.established_on,
    },
    figures: {
      marks: valid.length,
      names: new Set(valid.map((mark) => mark.name)).size,
      classes: new Set(valid.map((mark) => mark.nice_class)).size,
      pending: all.filter((mark) => mark.status === 'applied' || mark.status === 'preliminary').length,
      used: marks.filter((mark) => mark.used).length,
      evidence: evidence.length,
    },
    core: family.core,
    members: family.members.map(({ mark: { used: _, ...mark }, role, reason }) => ({
      ...mark,
      role,
      reason: reason[ctx.language],
    })),
    madrid,
    indications: await indicationsOf(ctx, id),
    honours: await honoursOf(ctx, id),
    awards: await listAwards(ctx, id),
    standings: await standingsOf(ctx, id),
    risks: risks.toSorted((a, b) => (a.on ?? '9999').localeCompare(b.on ?? '9999')),
  };
}
