import { sql } from 'kysely';
import { type Ctx, may, scopeFor } from '../../context/context.ts';
import type { ProcedureAction, ProcedureDefinition } from '../definition.ts';
import { leadsOnward } from '../domain/unavoidable-states.ts';
import { isAtBody, isWithin } from '../reach.ts';
import type { FileSituation } from './open-files.ts';

type Test = (file: FileSituation) => boolean;
/** Users who hold a permission anywhere; `key`: the same as long as nobody's roles change. */
export interface Holders {
  (permission: string): ReadonlySet<string>;
  readonly key: string;
}

/** The same for as long as the tests below say the same to the actor of every file. */
export function askerKey({ actor, district }: Ctx, holders: Pick<Holders, 'key'> = { key: '' }): string {
  return JSON.stringify([district, actor.userId, actor.grants, [...actor.permissions], holders.key]);
}

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
    where district = ${ctx.district} order by user_id, role`.execute(ctx.db);
  const known = new Map<string, ReadonlySet<string>>();
  const holders = (permission: string): ReadonlySet<string> => {
    const roles = ctx.services.rolesHolding(permission);
    const held = known.get(permission) ?? new Set(rows.filter((row) => roles.has(row.role)).map((row) => row.userId));
    known.set(permission, held);
    return held;
  };
  return Object.assign(holders, { key: rows.map(({ userId, role }) => `${userId} ${role}`).join() });
}

/** The actor may take the action on a file in this situation: in his reach, and not barred by what he did before. */
function mayTake(ctx: Ctx, definition: ProcedureDefinition, action: ProcedureAction): Test {
  const { permission, bodyAt, apart } = action;
  const scope = scopeFor(ctx, permission);
  const body = definition.body?.(ctx);
  const barring = (apart ?? []).map((name) => `${ctx.actor.userId} ${name}`);
  return (file) =>
    isWithin(scope, file, body) &&
    (bodyAt === undefined || isAtBody(ctx, permission, file.organisations[bodyAt])) &&
    !barring.some((one) => file.acted.has(one));
}

/** Whether one of the actions that lead on from the state of a file may be taken by the actor. */
function anyAction(
  ctx: Ctx,
  leads: typeof movesOn,
  test: (definition: ProcedureDefinition, action: ProcedureAction) => Test,
): Test {
  const tests = new Map<string, Test[]>();
  for (const definition of ctx.services.procedures.values())
    for (const action of definition.actions.filter((one) => one.aside !== true && may(ctx, one.permission))) {
      const taken = test(definition, action);
      for (const state of action.from.filter((one) => leads(definition, action, one))) {
        const key = `${definition.procedure} ${state}`;
        tests.set(key, [...(tests.get(key) ?? []), taken]);
      }
    }
  return (file) => tests.get(`${file.procedure} ${file.state}`)?.some((taken) => taken(file)) === true;
}

/** It is the actor's turn: he may take the file on, and nobody who handles it could instead. */
export function isMyTurn(ctx: Ctx, holders: Holders): Test {
  return anyAction(ctx, movesOn, (definition, action) => {
    const able = holders(action.permission);
    const taken = mayTake(ctx, definition, action);
    return (file) =>
      taken(file) && !file.handlers.some(({ userId }) => userId !== ctx.actor.userId && able.has(userId));
  });
}

/** The actor may take the file on: what waits for him. That he could withdraw it, too, waits for nobody. */
export function waitsForMe(ctx: Ctx): Test {
  return anyAction(ctx, leadsOnward, (definition, action) => mayTake(ctx, definition, action));
}

/** The actor may read the file by the permission of its procedure; its party only once it has been told. */
export function isReadable(ctx: Ctx): Test {
  const readers = new Map(
    [...ctx.services.procedures.values()]
      .filter((one) => may(ctx, one.readPermission))
      .map((one) => [
        one.procedure,
        { scope: scopeFor(ctx, one.readPermission), body: one.body?.(ctx), untold: new Set(one.untold ?? []) },
      ]),
  );
  return (file) => {
    const one = readers.get(file.procedure);
    if (one === undefined) return false;
    return isWithin(one.scope, one.untold.has(file.state) ? { ...file, partyId: null } : file, one.body);
  };
}
