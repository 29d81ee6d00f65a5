import type { AffairValue, CensusAnswer, CensusCheck } from '@jince/contract';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { openFile, performAction } from '../../../platform/procedures/index.ts';
import { CENSUS_CHECK } from '../agency-affairs.catalogue.ts';
import { compareCensus } from '../domain/compare-census.ts';
import { cleanText } from '../domain/values.ts';
import { procedureOf } from '../procedure/request-procedures.ts';
import { toCheck } from '../queries/show-census.ts';
import { type AgencyRow, findAgency, registeredValues } from '../repositories/agency-repository.ts';
import {
  type CheckResult,
  type CheckRow,
  findCheck,
  findItem,
  type ItemRow,
  insertCheck,
  lockItem,
  setItemRequest,
} from '../repositories/census-repository.ts';
import { findOpenRequest, insertRequest } from '../repositories/request-repository.ts';
import { requireDays } from './require-days.ts';

export interface CheckInput {
  readonly id: string;
  readonly checkedOn: string;
  readonly result: CheckResult;
  readonly person: string | null;
  readonly note: string | null;
  readonly position: {
    readonly latitude: number;
    readonly longitude: number;
    readonly accuracyM: number | null;
  } | null;
  readonly answers: readonly CensusAnswer[];
}

const clean = (text: string | null) => (text === null ? null : cleanText(text) || null);
const LONG_NUMBER = /\d{7,}/g;
/** Who was met, without the numbers a check does not need. */
const withoutNumbers = (text: string | null) =>
  text?.replace(LONG_NUMBER, (digits) => `${digits.slice(0, 3)}****`) ?? null;

function requireAnswers(ctx: Ctx, answers: readonly CensusAnswer[]): CensusAnswer[] {
  const points = ctx.services.jurisdiction.agencyAffairs.census;
  return answers.map((answer) => {
    const point = points.find((one) => one.code === answer.code);
    if (point === undefined) throw new AppError('agency-affairs.census.unknown-point', { code: answer.code });
    const value = clean(answer.value);
    if (point.field !== null && answer.ok === false && value === null)
      throw new AppError('agency-affairs.census.value-missing', { label: point.label });
    return { code: answer.code, ok: answer.ok, value };
  });
}

/** Differences become a change that waits for a decision; filed by who saw them. A change under way is not doubled. */
async function requestChange(
  tx: Tx,
  ctx: Ctx,
  found: {
    readonly item: ItemRow;
    readonly agency: AgencyRow;
    readonly input: CheckInput;
    readonly values: Readonly<Record<string, AffairValue>>;
  },
): Promise<string | null> {
  const { item, agency, input, values } = found;
  if (Object.keys(values).length === 0) return null;
  const key = { kind: 'change', agencyId: agency.id, partyId: agency.party_id };
  const open = await findOpenRequest(tx, ctx.district, key);
  if (open !== undefined) return open.id;
  const id = uuidv7();
  const procedure = procedureOf('change');
  const file = await openFile(tx, ctx, {
    procedure,
    subject: { kind: procedure, id, label: agency.name },
    partyId: agency.party_id,
    townCode: agency.town_code,
  });
  await insertRequest(tx, ctx, {
    id,
    fileId: file.id,
    kind: 'change',
    origin: 'census',
    agencyId: agency.id,
    partyId: agency.party_id,
    name: agency.name,
    townCode: agency.town_code,
    given: values,
    effectiveOn: input.checkedOn,
    reason: `普查“${item.census_title}”实地核查发现`,
    censusItemId: item.id,
  });
  await performAction(tx, { ...ctx, db: tx }, file.id, 'submit');
  await setItemRequest(tx, ctx.district, item.id, id);
  return id;
}

async function existing(tx: Tx, ctx: Ctx, item: ItemRow, id: string): Promise<CheckRow | undefined> {
  const check = await findCheck(tx, ctx.district, id);
  if (check !== undefined && (check.item_id !== item.id || check.by_id !== ctx.actor.userId))
    throw new AppError('agency-affairs.census.id-taken');
  return check;
}

/**
 * Records what was found on the spot. The id is made by the device: the same draft sent twice is recorded once. A wrong
 * value is refused; a change of form that rules refuse (a telephone number that is none) is refused with the sentence.
 * @throws AppError 404 outside the actor's towns; agency-affairs.census.*
 */
export async function recordCensusCheck(
  ctx: Ctx,
  itemId: string,
  input: CheckInput,
): Promise<{ check: CensusCheck; requestId: string | null }> {
  requireDays({ checkedOn: input.checkedOn });
  if (input.checkedOn > ctx.today)
    throw new AppError('agency-affairs.census.in-future', { checkedOn: input.checkedOn });
  const scope = scopeFor(ctx, CENSUS_CHECK);
  const answers = requireAnswers(ctx, input.answers);
  return inTransaction(ctx, async (tx) => {
    const item = await findItem(tx, ctx.district, itemId, scope);
    if (item === undefined) throw new AppError('platform.not-found');
    await lockItem(tx, ctx.district, itemId);
    const there = await existing(tx, ctx, item, input.id);
    if (there !== undefined) return { check: toCheck(there), requestId: item.request_id };
    if (item.census_state === 'closed')
      throw new AppError('agency-affairs.census.closed', { title: item.census_title });
    const agency = await findAgency(tx, ctx.district, item.agency_id, { kind: 'district' });
    const points = ctx.services.jurisdiction.agencyAffairs.census;
    const { differences, values } = compareCensus(
      points,
      { result: input.result, answers },
      agency === undefined ? {} : registeredValues(agency),
    );
    const inserted = await insertCheck(tx, ctx, {
      id: input.id,
      item_id: itemId,
      checked_on: input.checkedOn,
      result: input.result,
      person: withoutNumbers(clean(input.person)),
      note: clean(input.note),
      latitude: input.position?.latitude ?? null,
      longitude: input.position?.longitude ?? null,
      accuracy_m: input.position?.accuracyM ?? null,
      answers,
      differences,
    });
    if (!inserted) throw new AppError('agency-affairs.census.id-taken');
    const requestId = agency === undefined ? null : await requestChange(tx, ctx, { item, agency, input, values });
    await writeAudit(tx, ctx, {
      action: 'agency-affairs.census.check',
      subject: { kind: 'agency', id: item.agency_id, label: item.name },
      details: { check: input.id, result: input.result, differences: differences.length, requestId },
    });
    const check = (await findCheck(tx, ctx.district, input.id)) as CheckRow;
    return { check: toCheck(check), requestId };
  });
}
