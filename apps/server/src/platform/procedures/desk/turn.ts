import { sql } from 'kysely';
import { type Ctx, may, scopeFor } from '../../context/context.ts';
import type { ProcedureAction, ProcedureDefinition } from '../definition.ts';
import { leadsOnward } from '../domain/unavoidable-states.ts';
import { isAtBody, isWithin } from '../reach.ts';
import type { OpenFiles } from './open-files.ts';

type RowTest = (row: number) => boolean;
/** Users who hold a permission anywhere. */
export type Holders = (permission: string) => ReadonlySet<string>;

const ENDS_ELSEWHERE = new Set(['refused', 'withdrawn']);

/** The action takes a file from a state to a later one that is no refusal: somebody is waited for to do it. */
export function movesOn(definition: ProcedureDefinition, action: ProcedureAction, state: string): boolean {
  const order = Object.keys(definition.states);
  const targets = typeof action.to === 'string' ? [action.to] : action.to;
  return targets.some(
    (to) =>
      order.indexOf(to) > order.indexOf(state) && !ENDS_ELSEWHERE.has(definition.states[to]?.standing ?? 'withdrawn'),
  );
}

export async function holdersNow(ctx: Ctx): Promise<Holders> {
  const { rows } = await sql<{ userId: string; role: string }>`select user_id as "userId", role from platform.user_role
    where district = ${ctx.district}`.execute(ctx.db);
  const known = new Map<string, ReadonlySet<string>>();
  return (permission) => {
    const roles = ctx.services.rolesHolding(permission);
    const holders =
      known.get(permission) ?? new Set(rows.filter((row) => roles.has(row.role)).map((row) => row.userId));
    known.set(permission, holders);
    return holders;
  };
}

/** The actor may take the action on files of the state: in his reach, and not barred by what he did before. */
function mayTake(ctx: Ctx, files: OpenFiles, definition: ProcedureDefinition, action: ProcedureAction): RowTest {
  const { permission, bodyAt, apart } = action;
  const scope = scopeFor(ctx, permission);
  const body = definition.body?.(ctx);
  const reached = files.place.map(
    (place) =>
      isWithin(scope, place, body) && (bodyAt === undefined || isAtBody(ctx, permission, place.organisations[bodyAt])),
  );
  if (apart === undefined) return reached;
  const barring = new Set(apart.map((name) => `${ctx.actor.userId} ${name}`));
  const barred = files.acted.map((acted) => acted.some((one) => barring.has(one)));
  return (row) => reached(row) && !barred(row);
}

/** By the state of a file: whether one of the actions that lead on from it may be taken by the actor. */
function anyAction(
  ctx: Ctx,
  files: OpenFiles,
  leads: typeof movesOn,
  test: (definition: ProcedureDefinition, action: ProcedureAction) => RowTest,
): RowTest {
  const tests = new Map<string, RowTest[]>();
  for (const definition of ctx.services.procedures.values())
    for (const action of definition.actions.filter((one) => one.aside !== true && may(ctx, one.permission))) {
      const taken = test(definition, action);
      for (const state of action.from.filter((one) => leads(definition, action, one))) {
        const key = `${definition.procedure} ${state}`;
        tests.set(key, [...(tests.get(key) ?? []), taken]);
      }
    }
  const ofKind = files.kind.map(({ procedure, state }) => tests.get(`${procedure} ${state}`) ?? []);
  return (row) => ofKind(row).some((taken) => taken(row));
}

/** It is the actor's turn: he may take the file on, and nobody who handles it could instead. */
export function isMyTurn(ctx: Ctx, files: OpenFiles, holders: Holders): RowTest {
  return anyAction(ctx, files, movesOn, (definition, action) => {
    const able = holders(action.permission);
    const taken = mayTake(ctx, files, definition, action);
    const handled = files.handlers.map((all) =>
      all.some(({ userId }) => userId !== ctx.actor.userId && able.has(userId)),
    );
    return (row) => taken(row) && !handled(row);
  });
}

/** The actor may take the file on: what waits for him. That he could withdraw it, too, waits for nobody. */
export function waitsForMe(ctx: Ctx, files: OpenFiles): RowTest {
  return anyAction(ctx, files, leadsOnward, (definition, action) => mayTake(ctx, files, definition, action));
}

/** The actor may read the file by the permission of its procedure. */
export function isReadable(ctx: Ctx, files: OpenFiles): RowTest {
  const never: RowTest = () => false;
  const tests = new Map(
    [...ctx.services.procedures.values()]
      .filter((one) => may(ctx, one.readPermission))
      .map((one) => {
        const scope = scopeFor(ctx, one.readPermission);
        const body = one.body?.(ctx);
        const told = files.place.map((place) => isWithin(scope, place, body));
        const untold = files.place.map((place) => isWithin(scope, { ...place, partyId: null }, body));
        return [one.procedure, { told, untold, silent: new Set(one.untold ?? []) }] as const;
      }),
  );
  const ofKind = files.kind.map(({ procedure, state }) => {
    const one = tests.get(procedure);
    if (one === undefined) return never;
    return one.silent.has(state) ? one.untold : one.told;
  });
  return (row) => ofKind(row)(row);
}
