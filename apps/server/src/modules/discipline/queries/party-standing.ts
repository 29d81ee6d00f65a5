import type { DisciplineImported } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { factText, type ListedValue, loadFacts, subjectEntry } from '../../../platform/facts/index.ts';
import { ENTRY_READ } from '../discipline.catalogue.ts';
import { entriesWithin, selectEntries } from '../repositories/entry-repository.ts';
import { findParty } from '../repositories/party-repository.ts';
import { toEntrySummary } from './list-entries.ts';

/** Facts of other modules that bear on the same matters, shown beside: where known, and what they say when adverse. */
const BESIDE = [
  'credit.dishonest',
  'credit.abnormalOperation',
  'credit.ipPenaltiesIn3Years',
  'patents.abnormal',
  'subsidies.bannedUntil',
] as const;

/** What imported lists and other modules say of a party today, adverse or not. */
export async function readImportedStanding(ctx: Ctx, partyId: string): Promise<DisciplineImported[]> {
  const entry = subjectEntry(ctx, 'enterprise');
  const paths = BESIDE.filter((path) => entry.facts.has(path));
  const { rows } = await loadFacts(ctx, {
    subject: 'enterprise',
    ids: [partyId],
    paths,
    asOf: ctx.today,
    everyone: true,
  });
  const facts = rows.get(partyId);
  if (facts === undefined) return [];
  return paths.map((path) => {
    const fact = entry.facts.get(path);
    const value = (facts[path] ?? null) as ListedValue;
    const adverse = value === true || (typeof value === 'number' && value > 0) || typeof value === 'string';
    return {
      fact: `enterprise.${path}`,
      label: fact?.spec.label[ctx.language] ?? path,
      text: (fact === undefined ? null : factText(ctx, fact.spec, value)) ?? (ctx.language === 'zh' ? '无' : 'none'),
      adverse,
      source: fact?.spec.source ?? null,
    };
  });
}

/** All that bars a party today: its entries and, beside them, what imported lists say. @throws AppError 404 */
export async function getPartyDiscipline(ctx: Ctx, partyId: string) {
  const party = await findParty(ctx.db, ctx.district, partyId);
  const { rows } = await selectEntries(
    ctx.db,
    ctx.district,
    sql`e.party_id = ${partyId} and ${entriesWithin(ctx, ENTRY_READ)}`,
  );
  const scope = scopeFor(ctx, ENTRY_READ);
  const reached =
    scope.kind === 'district' ||
    scope.parties.includes(partyId) ||
    (party?.town_code != null && scope.towns.includes(party.town_code));
  if (party === undefined || !reached) throw new AppError('platform.not-found');
  return {
    partyId,
    name: party.name,
    asOf: ctx.today,
    entries: rows.map((row) => toEntrySummary(ctx, row)),
    imported: await readImportedStanding(ctx, partyId),
  };
}
