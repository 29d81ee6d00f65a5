import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type CallContent, insertCall, numberIsTaken } from '../repositories/call-repository.ts';

export interface CallInput {
  readonly kind: string;
  readonly title: string;
  readonly number: string;
  readonly guideline: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly quota: number;
  readonly fund: string;
  readonly fundYear: number;
  readonly fundItem: string | null;
  readonly budgetFen: number;
}

/** The content of a call with the terms its kind has today. @throws AppError unknown kind, reversed window */
export function contentOf(ctx: Ctx, input: CallInput): CallContent {
  const terms = ctx.services.jurisdiction.programmes.kinds.find((kind) => kind.code === input.kind);
  if (terms === undefined) throw new AppError('programs.kind.unknown', { kind: input.kind });
  const { opensOn, closesOn } = input;
  if (closesOn < opensOn) throw new AppError('programs.call.window-reversed', { opensOn, closesOn });
  return {
    kind: input.kind,
    title: input.title,
    number: input.number,
    guideline: input.guideline,
    opens_on: opensOn,
    closes_on: closesOn,
    quota: input.quota,
    fund: input.fund,
    fund_year: input.fundYear,
    fund_item: input.fundItem,
    budget_fen: input.budgetFen,
    terms,
  };
}

/** Drafts a call; nobody outside sees it before it is published. Returns its id. */
export async function createProgramCall(ctx: Ctx, input: CallInput): Promise<string> {
  const content = contentOf(ctx, input);
  const id = uuidv7();
  if (await numberIsTaken(ctx.db, ctx.district, input.number, id))
    throw new AppError('programs.call.number-taken', { number: input.number });
  await inTransaction(ctx, async (tx) => {
    await insertCall(tx, ctx, id, content);
    await writeAudit(tx, ctx, {
      action: 'programs.call.create',
      subject: { kind: 'programs.call', id, label: `${input.number} ${input.title}` },
      details: { kind: input.kind, quota: input.quota, budgetFen: input.budgetFen },
    });
  });
  return id;
}
