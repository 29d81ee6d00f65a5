import { addDays } from '@jince/calendar';
import { normaliseName } from '@jince/matching';
import { sql } from 'kysely';
import { type Ctx, systemActor } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { openFile, performAction } from '../../../platform/procedures/index.ts';
import type { Letter, MatterSort } from '../domain/letter.ts';
import { personKey } from '../domain/person.ts';
import { type RouteStep, routeLetter } from '../domain/route-letter.ts';
import { type Compared, type Sameness, sameMatter } from '../domain/same-matter.ts';
import { procedureOf } from '../procedure/states.ts';
import { insertLetter } from '../repositories/letter-repository.ts';
import { insertMatter, listNear, type MatterRow, updateMatter } from '../repositories/matter-repository.ts';

export interface TakenMatter {
  readonly id: string;
  readonly number: string;
  readonly sort: MatterSort;
  readonly joinedTo: string | null;
}

const open = (matter: MatterRow): boolean => matter.closedAt === null;

/** The earliest matter under way that a letter repeats, with the reason; what is joined stands with its first. */
export async function findSame(
  db: Tx | Ctx['db'],
  ctx: Ctx,
  letter: Compared,
  own: string | null = null,
): Promise<{ readonly matter: MatterRow; readonly same: Sameness } | undefined> {
  const { joinWindowDays } = ctx.services.jurisdiction.complaintSettings;
  const near = await listNear(db, ctx.district, {
    subjectKey: normaliseName(letter.subjectName),
    subjectUscc: letter.subjectUscc,
    from: addDays(letter.receivedOn, -joinWindowDays),
    to: letter.receivedOn,
  });
  for (const matter of near) {
    if (matter.id === own || matter.joinedTo !== null || !open(matter)) continue;
    const same = sameMatter(letter, matter, joinWindowDays);
    if (same !== undefined) return { matter, same };
  }
  return undefined;
}

/** Joins a matter with an earlier one, in the caller's transaction. */
export async function joinWith(tx: Tx, ctx: Ctx, id: string, root: MatterRow, same: Sameness): Promise<void> {
  const inside = { ...ctx, actor: { ...systemActor, displayName: ctx.actor.displayName }, db: tx as Ctx['db'] };
  await updateMatter(tx, ctx.district, id, {
    joinedTo: root.id,
    joinedReason: same,
    partedReason: null,
    caseId: root.caseId,
    caseNumber: root.caseNumber,
  });
  await performAction(tx, inside, id, 'join', { note: `并入 ${root.number}` });
}

interface Opening {
  readonly letterId: string;
  readonly letter: Pick<Letter, 'title' | 'subjectName'>;
  readonly sort: MatterSort;
  readonly organisationCode: string;
  readonly route: readonly RouteStep[];
  readonly splitFrom?: string;
}

/** Opens the file of one sort of a letter; its clock runs from the day the letter came in. */
export async function openMatter(tx: Tx, ctx: Ctx, opening: Opening): Promise<{ id: string; number: string }> {
  const { sort, letterId, letter, organisationCode, route, splitFrom = null } = opening;
  const file = await openFile(tx, ctx, {
    procedure: procedureOf(sort),
    subject: { kind: 'complaints.letter', id: letterId, label: `${letter.subjectName} · ${letter.title}` },
    organisations: [organisationCode],
  });
  await insertMatter(tx, ctx, { id: file.id, letterId, sort, organisationCode, route, splitFrom });
  // Entered by whoever holds the permission to enter; the file itself is received by the office.
  await performAction(
    tx,
    { ...ctx, actor: { ...systemActor, displayName: ctx.actor.displayName } },
    file.id,
    'receive',
  );
  return { id: file.id, number: file.number };
}

/**
 * Takes a letter up: keeps it with its sealed person, routes it, opens a file for each sort it holds, and joins what repeats
 * a matter under way. All in the caller's transaction; letters on one business take turns.
 */
export async function takeLetter(
  tx: Tx,
  ctx: Ctx,
  letter: Letter,
  sorts: readonly MatterSort[],
): Promise<{ readonly letterId: string; readonly matters: readonly TakenMatter[] }> {
  const turn = `complaints:${ctx.district}:${letter.subjectUscc ?? normaliseName(letter.subjectName)}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`.execute(tx);
  const { jurisdiction, config } = ctx.services;
  const routed = routeLetter(jurisdiction, letter);
  const placed = { ...letter, townCode: routed.townCode };
  const letterId = await insertLetter(tx, ctx, placed);
  const matters: TakenMatter[] = [];
  for (const sort of sorts) {
    const compared = { ...placed, sort, personKey: personKey(config.secret, letter.person) };
    const same = await findSame(tx, ctx, compared);
    const opened = await openMatter(tx, ctx, {
      letterId,
      letter,
      sort,
      organisationCode: same?.matter.organisationCode ?? routed.organisationCode,
      route: routed.steps,
    });
    if (same !== undefined) await joinWith(tx, ctx, opened.id, same.matter, same.same);
    matters.push({ ...opened, sort, joinedTo: same?.matter.id ?? null });
  }
  return { letterId, matters };
}
