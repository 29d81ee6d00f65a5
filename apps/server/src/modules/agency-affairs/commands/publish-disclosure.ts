import type { DisclosedService } from '@jince/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { markStale } from '../../../platform/facts/index.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { DISCLOSURE_PUBLISH } from '../agency-affairs.catalogue.ts';
import { problemOfDisclosure } from '../domain/check-disclosure.ts';
import { cleanText } from '../domain/values.ts';
import { findAgency } from '../repositories/agency-repository.ts';
import { DISCLOSURES, insertVersion, listVersions } from '../repositories/disclosure-repository.ts';
import { takeTurn } from '../repositories/request-repository.ts';
import { requireDays } from './require-days.ts';

interface PublishInput {
  /** The version it was written over; 0 for the first. */
  readonly after: number;
  readonly effectiveOn: string;
  readonly services: readonly DisclosedService[];
  readonly statement: string;
}

function refuseProblem(ctx: Ctx, services: readonly DisclosedService[], statement: string): void {
  const { words, text, article } = ctx.services.jurisdiction.agencyAffairs.promises;
  const problem = problemOfDisclosure(services, statement, words);
  if (problem === undefined) return;
  switch (problem.code) {
    case 'prices-reversed':
      throw new AppError('agency-affairs.disclosure.prices-reversed', { name: problem.name });
    case 'twice':
      throw new AppError('agency-affairs.disclosure.twice', { name: problem.name, basis: problem.basis });
    case 'promise':
      throw new AppError('agency-affairs.disclosure.promise', { word: problem.word, why: text, article });
  }
}

/**
 * Publishes the next version of an agency's services and prices; versions never change.
 * @throws AppError 404 for an agency that is not the account's own; agency-affairs.disclosure.*
 */
export async function publishDisclosure(ctx: Ctx, agencyId: string, input: PublishInput): Promise<{ version: number }> {
  requireDays({ effectiveOn: input.effectiveOn });
  const agency = await findAgency(ctx.db, ctx.district, agencyId, scopeFor(ctx, DISCLOSURE_PUBLISH));
  if (agency === undefined) throw new AppError('platform.not-found');
  if (input.effectiveOn < ctx.today)
    throw new AppError('agency-affairs.disclosure.too-early', { effectiveOn: input.effectiveOn });
  const services = input.services.map((one) => ({
    ...one,
    name: cleanText(one.name),
    basis: cleanText(one.basis),
    note: cleanText(one.note),
  }));
  const statement = cleanText(input.statement);
  refuseProblem(ctx, services, statement);
  return inTransaction(ctx, async (tx) => {
    await takeTurn(tx, ctx.district, `disclosure:${agencyId}`);
    const latest = (await listVersions(tx, ctx.district, agencyId))[0]?.version ?? 0;
    if (latest !== input.after) throw new AppError('agency-affairs.disclosure.changed-meanwhile', { version: latest });
    const version = latest + 1;
    await insertVersion(tx, ctx, {
      id: uuidv7(),
      agencyId,
      version,
      effectiveOn: input.effectiveOn,
      services,
      statement,
    });
    await bumpRegisterVersion(tx, ctx.district, DISCLOSURES);
    await markStale(tx, ctx, 'agency', sql`select ${agencyId}::uuid`);
    await writeAudit(tx, ctx, {
      action: 'agency-affairs.disclosure.publish',
      subject: { kind: 'agency', id: agencyId, label: agency.name },
      details: { version, effectiveOn: input.effectiveOn, services: services.length },
    });
    return { version };
  });
}
