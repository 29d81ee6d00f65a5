import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { cleanText } from '../domain/values.ts';
import { listStandingAgencies } from '../repositories/agency-repository.ts';
import { endCensus, insertCensus, selectCensuses } from '../repositories/census-repository.ts';
import { requireDays } from './require-days.ts';

interface CensusInput {
  readonly title: string;
  readonly fromOn: string;
  readonly toOn: string;
  /** None: the whole district. */
  readonly towns: readonly string[];
}

/**
 * Starts a census: the agencies that stand in the register in these places become its list.
 * @throws AppError agency-affairs.census.dates, .empty
 */
export async function createCensus(ctx: Ctx, input: CensusInput): Promise<{ id: string; items: number }> {
  const { fromOn, toOn } = input;
  requireDays({ fromOn, toOn });
  if (toOn < fromOn) throw new AppError('agency-affairs.census.dates', { fromOn, toOn });
  const id = uuidv7();
  const title = cleanText(input.title);
  return inTransaction(ctx, async (tx) => {
    const agencies = await listStandingAgencies(tx, ctx.district, input.towns);
    if (agencies.length === 0) throw new AppError('agency-affairs.census.empty');
    const items = agencies.map((agency) => ({ id: uuidv7(), agency }));
    await insertCensus(tx, ctx, { id, title, fromOn, toOn, towns: input.towns }, items);
    await writeAudit(tx, ctx, {
      action: 'agency-affairs.census.create',
      subject: { kind: 'agency-census', id, label: title },
      details: { fromOn, toOn, towns: input.towns, items: items.length },
    });
    return { id, items: items.length };
  });
}

/** Closes a census; what was not looked at stays open in its list. @throws AppError 404, agency-affairs.census.closed */
export async function closeCensus(ctx: Ctx, id: string, note: string): Promise<void> {
  const [census] = await selectCensuses(ctx.db, ctx.district, { kind: 'district' }, id);
  if (census === undefined) throw new AppError('platform.not-found');
  await inTransaction(ctx, async (tx) => {
    if (!(await endCensus(tx, ctx, id, cleanText(note))))
      throw new AppError('agency-affairs.census.closed', { title: census.title });
    await writeAudit(tx, ctx, {
      action: 'agency-affairs.census.close',
      subject: { kind: 'agency-census', id, label: census.title },
      details: { note, checked: census.checked, total: census.total },
    });
  });
}
