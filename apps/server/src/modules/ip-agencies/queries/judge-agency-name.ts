import type { Ctx } from '../../../platform/context/context.ts';
import { AgencyResolver, type NameReason } from '../domain/resolve-name.ts';
import { selectCards } from '../repositories/agency-repository.ts';
import { loadNamedAgencies } from '../repositories/resolve-references.ts';
import { resolveAgencyNames } from './find-agencies.ts';

export interface JudgedName {
  readonly written: string;
  readonly uscc: string | null;
  /** Certain alone; null where it could be two, is only alike, or is none. */
  readonly agencyId: string | null;
  /** Whom a person may choose from where it is not certain. */
  readonly candidates: readonly {
    readonly agencyId: string;
    readonly name: string;
    readonly reasons: readonly NameReason[];
  }[];
}

const AGAINST: NameReason = {
  code: 'uscc-against-name',
  zh: '统一社会信用代码与名称指向不同机构',
  en: 'Unified code and name point to different agencies',
};

/**
 * Which agencies names stand for that people wrote with or without a unified code, and whom a person may choose from where
 * that is not certain. A code and a name that speak against each other are never certain. Not limited by scope.
 */
export async function judgeAgencyNames(
  ctx: Ctx,
  references: readonly { readonly written: string; readonly uscc: string | null }[],
): Promise<JudgedName[]> {
  if (references.length === 0) return [];
  const byName = await resolveAgencyNames(
    ctx,
    references.map((one) => one.written),
  );
  const resolver = new AgencyResolver(await loadNamedAgencies(ctx.db, ctx.district));
  const judged = references.map((one) => {
    const named = byName.get(one.written);
    const found = resolver.resolve(one);
    const other = found.agencyId !== null && named !== undefined && named !== found.agencyId;
    if (other)
      return {
        ...one,
        agencyId: null,
        ids: [named, found.agencyId].map((id) => ({ id: id as string, reasons: [AGAINST] })),
      };
    return {
      ...one,
      agencyId: named ?? found.agencyId,
      ids: found.candidates.map(({ agencyId, reasons }) => ({ id: agencyId, reasons })),
    };
  });
  const cards = await selectCards(ctx.db, ctx.district, [
    ...new Set(judged.flatMap(({ ids }) => ids.map(({ id }) => id))),
  ]);
  return judged.map(({ ids, ...one }) => ({
    ...one,
    candidates:
      one.agencyId !== null
        ? []
        : ids.flatMap(({ id, reasons }) => {
            const card = cards.get(id);
            return card === undefined ? [] : [{ agencyId: card.id, name: card.name, reasons }];
          }),
  }));
}
