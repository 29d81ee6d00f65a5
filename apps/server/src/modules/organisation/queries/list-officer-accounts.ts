import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { bodyScopeOf } from '../domain/officer-scope.ts';
import { OFFICER_LINK } from '../organisation.catalogue.ts';
import { findOfficerAccounts, listFreeAccounts, sharedNames } from '../repositories/officer-account-repository.ts';

type Route = (typeof routes)['listOfficerAccounts'];

/**
 * Officers with the account each signs in by. A free account of an equal name, where neither name is borne twice, is
 * proposed and counts for nothing until somebody links it.
 */
export async function listOfficerAccounts(
  ctx: Ctx,
  { page, pageSize, q, linked }: ParsedInput<Route>['query'],
): Promise<RouteOutput<Route>> {
  const scope = bodyScopeOf(scopeFor(ctx, OFFICER_LINK), ctx.services.places);
  const found = await findOfficerAccounts(ctx, { q, linked, scope, limit: pageSize, offset: (page - 1) * pageSize });
  const accounts = await listFreeAccounts(ctx);
  const shared = await sharedNames(
    ctx,
    found.rows.map(({ name }) => name),
  );
  const suggest = (name: string) => {
    const same = accounts.filter((one) => one.name === name);
    return same.length === 1 && !shared.has(name) ? (same[0]?.userId ?? null) : null;
  };
  return {
    items: found.rows.map(({ userId, account, active, fromName, setByName, setAt, ...officer }) => ({
      ...officer,
      link:
        userId === null || account === null
          ? null
          : {
              userId,
              name: account,
              active: active === true,
              fromName: fromName === true,
              setByName: setByName ?? '',
              setAt: setAt ?? '',
            },
      suggestion: userId === null ? suggest(officer.name) : null,
    })),
    accounts: [...accounts],
    total: found.total,
    page,
    pageSize,
  };
}
