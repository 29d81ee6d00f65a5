import { hasLaw } from '@jince/law';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import type { ActionOutcome } from '../domain/watch-types.ts';
import { type HitRecord, type KeptRow, listHitRows } from '../repositories/hit-repository.ts';

const MOST_ROWS = 20;

interface Publication {
  readonly no: string;
  readonly niceClass: number;
  readonly name: string;
  readonly applicant: string | null;
  readonly groups: readonly string[];
  readonly publishedOn: string;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The application behind a row of the gazette, if the row says what a term of opposition follows from. */
function publicationOf(row: KeptRow, today: string): Publication[] {
  const [niceClass] = listOf(row.cells.classes).map(Number);
  const publishedOn = row.captured_on;
  if (niceClass === undefined || publishedOn === null || publishedOn > today) return [];
  if (!hasLaw('trademark.opposition.months', publishedOn)) return [];
  return [
    {
      no: row.record_key.slice(0, row.record_key.lastIndexOf('-')),
      niceClass,
      name: textOf(row.cells.text) ?? '',
      applicant: textOf(row.cells.subject),
      groups: listOf(row.cells.groups).map(String),
      publishedOn,
    },
  ];
}

/**
 * Hands the published marks behind a hit of the gazette to the oppositions of the holder's marks, where they are compared by goods and get
 * their last day.
 */
export async function toOpposition(tx: Tx, ctx: Ctx, hit: HitRecord): Promise<ActionOutcome> {
  const rows = await listHitRows(tx, ctx.district, [hit.id], MOST_ROWS);
  const publications = rows.flatMap((row) => publicationOf(row, ctx.today));
  if (publications.length === 0) throw new AppError('trademark-watch.hit.no-publication-day');
  const { rows: own } =
    await sql`select 1 from ip_rights.trademark t join ip_rights.trademark_period p on p.district = t.district
      and p.trademark_id = t.id and p.valid_from <= ${ctx.today} and (p.valid_to is null or ${ctx.today} < p.valid_to)
    where t.district = ${ctx.district} and t.country = 'CN' and t.registration_no = ${hit.mark_no}
      and p.status in ('registered', 'grace') limit 1`.execute(tx);
  if (own.length === 0) throw new AppError('trademark-watch.hit.not-in-register', { registrationNo: hit.mark_no });
  await publishEvent(tx, ctx, 'trademark-watch.hit.opposition-ordered', {
    hitId: hit.id,
    registrationNo: hit.mark_no,
    publications,
  });
  return { state: 'ordered', target: null, number: null, href: null };
}
