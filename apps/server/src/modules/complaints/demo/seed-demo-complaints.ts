import { addDays } from '@jince/calendar';
import { sql } from 'kysely';
import { findDemoActor, onDemoDay } from '../../../platform/auth/index.ts';
import { type Actor, type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { assignHandlers, performAction } from '../../../platform/procedures/index.ts';
import { registerComplaintLetter } from '../commands/register-letter.ts';
import { type DemoLetter, demoLetters } from './demo-letters.ts';

const WHO = ['officer', 'enforcement', 'enforcement2', 'branch', 'head'] as const;
type Cast = Readonly<Record<(typeof WHO)[number], Actor>>;

async function play(ctx: Ctx, cast: Cast, letter: DemoLetter): Promise<number> {
  const receivedOn = addDays(ctx.today, -letter.daysAgo);
  const { matters } = await registerComplaintLetter(onDemoDay(ctx, receivedOn, cast.officer), {
    sort: letter.sort,
    source: 'desk',
    receivedOn,
    backDatedReason: null,
    anonymous: letter.person === null,
    body: false,
    person: { name: letter.person?.name ?? null, phone: letter.person?.phone ?? null, email: null, address: null },
    subjectName: letter.subject,
    subjectUscc: null,
    subjectNatural: false,
    address: letter.address,
    townCode: null,
    rightKind: letter.right?.[0] ?? null,
    rightNumber: letter.right?.[1] ?? null,
    rightHolder: null,
    behaviourRow: letter.row,
    happenedOn: null,
    electronic: letter.electronic ?? false,
    title: letter.title,
    statement: letter.statement,
    wish: letter.wish ?? null,
  });
  const [first] = matters;
  if (first === undefined) return 0;
  if (letter.handler !== undefined) {
    const { userId, displayName } = cast[letter.handler];
    const then = onDemoDay(ctx, receivedOn, cast.head);
    await inTransaction(then, (tx) =>
      assignHandlers(tx, then, first.id, [{ userId: userId ?? '', name: displayName, part: 'lead' }]),
    );
  }
  for (const step of letter.steps ?? []) {
    const then = onDemoDay(ctx, addDays(ctx.today, -step.daysAgo), cast[step.who]);
    await inTransaction(then, (tx) =>
      performAction(tx, then, first.id, step.action, step.fields === undefined ? {} : { fields: step.fields }),
    );
  }
  return matters.length;
}

/** Plays invented complaints and reports, once. Returns how many files. */
export async function seedDemoComplaints(ctx: Ctx): Promise<number> {
  const { rows } =
    await sql`select 1 from complaints.letter where district = ${ctx.district} and source = 'desk' limit 1`.execute(
      ctx.db,
    );
  if (rows.length > 0) return 0;
  const found = await Promise.all(WHO.map(async (who) => [who, await findDemoActor(ctx, who)] as const));
  if (found.some(([, actor]) => actor === undefined)) return 0;
  const cast = Object.fromEntries(found) as Cast;
  let made = 0;
  for (const letter of demoLetters.toSorted((a, b) => b.daysAgo - a.daysAgo)) made += await play(ctx, cast, letter);
  return made;
}
