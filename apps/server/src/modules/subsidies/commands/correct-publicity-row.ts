import type { ParsedInput, routes } from '@jince/contract';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { maskText } from '../domain/mask-row.ts';
import { changeEntry, findList, listEntries } from '../repositories/publicity-repository.ts';
import { PUBLICITY_CORRECT } from '../subsidies.catalogue.ts';

type Input = ParsedInput<(typeof routes)['correctPublicityRow']>;

/** Corrects a row of a published list; what stood there stays visible. @throws AppError 404, 409 when the row is withdrawn */
export async function correctPublicityRow(ctx: Ctx, { id, no }: Input['params'], change: Input['body']): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const list = await findList(tx, ctx.district, id);
    const entry = (await listEntries(tx, ctx.district, id)).find((one) => one.no === no);
    if (list === undefined || entry === undefined) throw new AppError('platform.not-found');
    if (entry.standing === 'withdrawn') throw new AppError('subsidies.publicity.withdrawn-row', { no });
    const next = {
      name: change.name ?? entry.name,
      matter: maskText(change.matter ?? entry.matter, ctx.today),
      note: maskText(change.note ?? entry.note, ctx.today),
    };
    const say = (of: typeof next) => [of.name, of.matter, of.note].filter((text) => text !== '').join(' · ');
    if (say(next) === say(entry)) throw new AppError('subsidies.publicity.nothing-changed');
    await changeEntry(tx, ctx, entry, {
      kind: 'correction',
      reason: change.reason,
      before: say(entry),
      after: say(next),
      ...next,
    });
    await writeAudit(tx, ctx, {
      action: PUBLICITY_CORRECT,
      subject: { kind: 'subsidies.public-list', id, label: list.number },
      details: { no, reason: change.reason, before: say(entry), after: say(next) },
    });
  });
}
