import { sql } from 'kysely';
import { openSecret } from '../../../platform/auth/index.ts';
import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { takeLetter } from '../commands/take-letter.ts';
import type { Letter, LetterPerson } from '../domain/letter.ts';
import { findLetterOfSource } from '../repositories/letter-repository.ts';
import {
  forgetClue,
  type ListedClue,
  listWaitingClues,
  markTaken,
  TAKE_LISTED,
} from '../repositories/listed-repository.ts';
import { selectMatters } from '../repositories/matter-repository.ts';

const TITLE = 60;

function letterOf(ctx: Ctx, clue: ListedClue, sourceKey: string): Letter {
  const person =
    clue.personSealed === null
      ? null
      : (JSON.parse(
          openSecret(clue.personSealed, ctx.services.config.secret, clue.recordKey, 'reporters of violations'),
        ) as LetterPerson);
  return {
    source: '12315',
    sourceKey,
    sourceHref: null,
    receivedOn: clue.receivedOn,
    backDatedReason: clue.receivedOn < ctx.today ? '12315 清单导入，以登记时间为收到日期' : null,
    personKind: person === null ? 'anonymous' : 'named',
    person,
    subjectName: clue.subjectName,
    subjectUscc: clue.subjectUscc,
    subjectNatural: false,
    address: clue.address,
    townCode: null,
    rightKind: null,
    rightNumber: null,
    rightHolder: null,
    behaviourRow: null,
    happenedOn: null,
    stage: clue.stage,
    electronic: false,
    title: clue.problem.length > TITLE ? `${clue.problem.slice(0, TITLE)}…` : clue.problem,
    statement: clue.problem,
    wish: null,
    statedDueOn: clue.dueOn,
    unit: clue.unit,
  };
}

/** Opens the files of one line. A line that comes back after it was taken back starts anew beside the old, withdrawn file. */
async function take(ctx: Ctx, clue: ListedClue): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const inside: Ctx = { ...ctx, db: tx as Ctx['db'] };
    let key = clue.number;
    for (let again = 2; (await findLetterOfSource(tx, ctx.district, '12315', key)) !== undefined; again++)
      key = `${clue.number}#${again}`;
    const sorts = clue.sort === 'both' ? (['complaint', 'report'] as const) : ([clue.sort] as const);
    const { letterId } = await takeLetter(tx, inside, letterOf(ctx, clue, key), sorts);
    await markTaken(tx, ctx.district, clue.recordKey, letterId);
  });
}

/** Takes back the files of a line nobody has worked on; where somebody has, they go on and the line is forgotten. */
async function takeBack(ctx: Ctx, clue: ListedClue): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const matters = await selectMatters(tx, ctx.district, sql`m.letter_id = ${clue.letterId}`);
    for (const matter of matters)
      if (matter.state === 'registered' || matter.state === 'joined')
        await performAction(tx, { ...ctx, db: tx as Ctx['db'] }, matter.id, 'take-back', { note: '12315 清单已撤销' });
    await forgetClue(tx, ctx.district, clue.recordKey);
  });
}

/** Opens files for the lines of applied lists, and takes back those of lists that were undone. Returns how many. */
export async function takeListed(reader: Ctx): Promise<number> {
  const ctx: Ctx = { ...reader, actor: { ...systemActor, displayName: '12315 清单' } };
  const clues = await listWaitingClues(ctx.db, ctx.district);
  for (const clue of clues) {
    if (!clue.withdrawn) await take(ctx, clue);
    else if (clue.letterId !== null) await takeBack(ctx, clue);
  }
  return clues.length;
}

export const takeListedTask: JobTask = {
  task: TAKE_LISTED,
  label: { zh: '12315 清单立件', en: 'Open the files of a list of 12315' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'complaints',
  async run(ctx) {
    await takeListed(ctx);
  },
};
