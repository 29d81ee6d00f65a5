import { sql } from 'kysely';
import { type Ctx, chinaDay } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ProcedureFile } from '../../../platform/procedures/index.ts';
import { type ClaimRow, findClaim, type LineRow, listLines } from '../repositories/claim-repository.ts';

interface Entry {
  readonly action: string;
  readonly day: string;
  readonly note: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What papers of a claim are filled from. */
export interface ClaimFacts {
  readonly claim: ClaimRow;
  readonly lines: readonly LineRow[];
  /** The last time an action was taken; undefined where it was not. */
  readonly last: (action: string) => Entry | undefined;
  /** Day of an action, today where it is about to be taken. */
  readonly dayOf: (action: string) => string;
  readonly base: Readonly<Record<string, unknown>>;
}

const distinct = (texts: readonly string[]) => [...new Set(texts)].join('、');

/** The claim of a file that is already within the reader's reach. */
export async function factsOfClaim(ctx: Ctx, file: ProcedureFile): Promise<ClaimFacts> {
  const claim = await findClaim(ctx.db, ctx.district, file.id, { kind: 'district' });
  if (claim === undefined) throw new AppError('platform.not-found');
  const lines = await listLines(ctx.db, ctx.district, [file.id]);
  const { rows } = await sql<{ action: string; at: string; note: string | null; fields: Entry['fields'] }>`
    select action, at, note, fields from procedures.action_log where district = ${ctx.district} and file_id = ${file.id} order by seq`.execute(
    ctx.db,
  );
  const log = rows.map(({ at, ...one }): Entry => ({ ...one, day: chinaDay(new Date(at)) }));
  const last = (action: string) => log.findLast((one) => one.action === action);
  const filed = claim.submittedAt === null ? ctx.today : chinaDay(new Date(claim.submittedAt));
  return {
    claim,
    lines,
    last,
    dayOf: (action) => last(action)?.day ?? ctx.today,
    base: {
      party: { name: claim.partyName, uscc: claim.uscc ?? '' },
      matter: distinct(lines.map((line) => line.label)),
      fileNumber: claim.number,
      filedOn: filed,
      policy: { name: claim.policyTitle, clause: distinct(lines.map((line) => line.clause)) },
      contact: ctx.services.jurisdiction.subsidyTerms.office,
      town: ctx.services.places.townName(claim.townCode) ?? ctx.services.district.name,
      example: claim.example,
    },
  };
}
