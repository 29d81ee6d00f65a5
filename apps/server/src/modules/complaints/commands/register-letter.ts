import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { checkUscc, cleanText } from '@jince/identifiers';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { MATTER_REGISTER } from '../complaints.catalogue.ts';
import type { Letter, MatterSort } from '../domain/letter.ts';
import { takeLetter } from './take-letter.ts';

type Route = (typeof routes)['registerComplaintLetter'];
type Input = ParsedInput<Route>['body'];

const blank = (text: string | null): string | null => (text === null || text === '' ? null : cleanText(text));

function personOf(input: Input): Pick<Letter, 'person' | 'personKind'> {
  if (input.anonymous) {
    if (input.sort !== 'report') throw new AppError('complaints.letter.anonymous-complaint');
    return { person: null, personKind: 'anonymous' };
  }
  const person = {
    name: blank(input.person.name),
    phone: blank(input.person.phone),
    email: blank(input.person.email),
    address: blank(input.person.address),
  };
  if (person.name === null || (person.phone ?? person.email ?? person.address) === null)
    throw new AppError('complaints.letter.no-person');
  return { person, personKind: input.body ? 'body' : 'named' };
}

function usccOf(text: string | null): string | null {
  const given = blank(text);
  if (given === null) return null;
  const checked = checkUscc(given);
  if (!checked.ok) throw new AppError('complaints.letter.uscc', { uscc: given });
  return checked.value;
}

function requireDay(ctx: Ctx, input: Input): void {
  const { receivedOn } = input;
  if (receivedOn > ctx.today) throw new AppError('complaints.letter.future', { receivedOn });
  if (receivedOn < ctx.today && blank(input.backDatedReason) === null)
    throw new AppError('complaints.letter.back-dated', { receivedOn });
}

/**
 * Enters a letter at the desk. One that holds a complaint and a report becomes two files (order 121, art. 9).
 * @throws AppError complaints.letter.* when something is missing or contradicts
 */
export async function registerComplaintLetter(ctx: Ctx, input: Input): Promise<RouteOutput<Route>> {
  requireDay(ctx, input);
  const letter: Letter = {
    ...personOf(input),
    source: input.source,
    sourceKey: null,
    sourceHref: null,
    receivedOn: input.receivedOn,
    backDatedReason: input.receivedOn < ctx.today ? blank(input.backDatedReason) : null,
    subjectName: cleanText(input.subjectName),
    subjectUscc: usccOf(input.subjectUscc),
    subjectNatural: input.subjectNatural,
    address: blank(input.address),
    townCode: blank(input.townCode),
    rightKind: blank(input.rightNumber) === null ? null : (input.rightKind ?? 'trademark'),
    rightNumber: blank(input.rightNumber),
    rightHolder: blank(input.rightHolder),
    behaviourRow: input.behaviourRow,
    happenedOn: input.happenedOn,
    stage: null,
    electronic: input.electronic,
    title: cleanText(input.title),
    statement: input.statement,
    wish: blank(input.wish),
    statedDueOn: null,
    unit: null,
  };
  const sorts: readonly MatterSort[] = input.sort === 'both' ? ['complaint', 'report'] : [input.sort];
  return inTransaction(ctx, async (tx) => {
    const inside: Ctx = { ...ctx, db: tx as Ctx['db'] };
    const taken = await takeLetter(tx, inside, letter, sorts);
    await writeAudit(tx, ctx, {
      action: MATTER_REGISTER,
      subject: {
        kind: 'complaints.letter',
        id: taken.letterId,
        label: taken.matters.map((matter) => matter.number).join('、'),
      },
      details: {
        sort: input.sort,
        receivedOn: input.receivedOn,
        ...(letter.backDatedReason === null ? {} : { backDated: letter.backDatedReason }),
        joined: taken.matters.filter((matter) => matter.joinedTo !== null).length,
      },
    });
    return { letterId: taken.letterId, matters: [...taken.matters] };
  });
}
