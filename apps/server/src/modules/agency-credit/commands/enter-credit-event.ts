import { creditSorts } from '@jince/law';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { UploadedFile } from '../../../platform/module.ts';
import { type KeptPaper, keepPaper } from '../../../platform/procedures/index.ts';
import { listAgencyPeople } from '../../ip-agencies/index.ts';
import { EVENT_ENTER } from '../agency-credit.catalogue.ts';
import { documentKeyOf } from '../domain/credit-event.ts';
import { reachAgency } from '../queries/subjects.ts';
import { putEvent } from '../repositories/event-repository.ts';
import { refreshStandings } from './refresh-standings.ts';

export interface EventEntry {
  readonly subjectType: 'agency' | 'person';
  readonly subjectId: string;
  /** The agency itself, or that of the person. */
  readonly agencyId: string;
  readonly sort: string;
  readonly on: string;
  readonly expiresOn: string | null;
  readonly documentNo: string | null;
  readonly authority: string;
  readonly text: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const isDay = (value: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);

const safeDay = (value: string) => {
  try {
    return isDay(value);
  } catch {
    return false;
  }
};

/** Fields of the upload as an entry. @throws AppError agency-credit.event.field naming the first faulty one */
export function readEntry(ctx: Ctx, fields: Readonly<Record<string, string>>): EventEntry {
  const text = (name: string) => (fields[name] ?? '').trim();
  const field = (name: string, good: (value: string) => boolean) => {
    const value = text(name);
    if (!good(value))
      throw new AppError('agency-credit.event.field', { field: name, value: value.slice(0, 60) || '—' });
    return value;
  };
  const subjectType = field('subjectType', (one) => one === 'agency' || one === 'person') as 'agency' | 'person';
  const subjectId = field('subjectId', (one) => UUID.test(one));
  const agencyId = subjectType === 'agency' ? subjectId : field('agencyId', (one) => UUID.test(one));
  const sort = field('sort', (one) => creditSorts.some((known) => known.sort === one));
  const on = field('on', safeDay);
  const expiresOn = text('expiresOn') === '' ? null : field('expiresOn', safeDay);
  if (on > ctx.today) throw new AppError('agency-credit.event.in-future', { on, today: ctx.today });
  if (expiresOn !== null && expiresOn <= on) throw new AppError('agency-credit.event.ends-before', { on, expiresOn });
  return {
    subjectType,
    subjectId,
    agencyId,
    sort,
    on,
    expiresOn,
    documentNo: text('documentNo').slice(0, 120) || null,
    authority: field('authority', (one) => one.length >= 2 && one.length <= 120),
    text: field('text', (one) => one.length >= 2 && one.length <= 2000),
  };
}

async function keepProof(ctx: Ctx, file: UploadedFile): Promise<KeptPaper> {
  try {
    return await keepPaper(ctx, file);
  } catch (error) {
    if (error instanceof AppError && error.code === 'procedures.document.empty')
      throw new AppError('agency-credit.event.no-proof');
    throw error;
  }
}

async function subjectLabel(ctx: Ctx, entry: EventEntry, agencyName: string): Promise<string> {
  if (entry.subjectType === 'agency') return agencyName;
  const people = await listAgencyPeople(ctx, entry.agencyId, entry.on);
  const person = people.find((one) => one.personId === entry.subjectId);
  if (person === undefined) throw new AppError('platform.not-found');
  return person.name;
}

/**
 * Enters an event with its proof; from the next moment on it is part of every score from its day on.
 * @throws AppError agency-credit.event.no-proof without a paper, agency-credit.event.in-future
 */
export async function enterCreditEvent(ctx: Ctx, upload: UploadedFile): Promise<string> {
  const proof = await keepProof(ctx, upload);
  // Fields that come after the file are there only once it was read.
  const entry = readEntry(ctx, upload.fields);
  const card = await reachAgency(ctx, entry.agencyId, EVENT_ENTER);
  const label = await subjectLabel(ctx, entry, card.name);
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    await putEvent(tx, ctx.district, {
      ...entry,
      id,
      subjectLabel: label,
      agencyId: card.id,
      revokedOn: null,
      revokedBasis: null,
      documentKey: documentKeyOf(entry.documentNo),
      origin: 'officer',
      originKey: id,
      source: null,
      proof: { sha256: proof.sha256, name: proof.fileName, mediaType: proof.mediaType, size: proof.size },
      enteredBy: ctx.actor.userId,
      enteredByName: ctx.actor.displayName,
      enteredAt: ctx.now,
    });
    await refreshStandings(tx, ctx, [entry.subjectId]);
    await writeAudit(tx, ctx, {
      action: EVENT_ENTER,
      subject: { kind: 'credit-event', id, label },
      details: { sort: entry.sort, on: entry.on, documentNo: entry.documentNo, proof: proof.sha256 },
    });
  });
  return id;
}
