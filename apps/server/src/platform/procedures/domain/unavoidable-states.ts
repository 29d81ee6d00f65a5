import type { ProcedureAction, ProcedureDefinition } from '../definition.ts';

type Way = Pick<ProcedureDefinition, 'states' | 'initial' | 'actions'>;

function reaches(definition: Way, goals: ReadonlySet<string>, without: string): boolean {
  if (without === definition.initial) return false;
  const seen = new Set([definition.initial]);
  const open = [definition.initial];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (goals.has(state)) return true;
    for (const action of definition.actions) {
      if (!action.from.includes(state)) continue;
      for (const next of typeof action.to === 'string' ? [action.to] : action.to) {
        if (next === without || seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
  }
  return false;
}

/** States every file goes through that ends well: publicity is one of them, a supplement is not. */
export function unavoidableStates(definition: Way): ReadonlySet<string> {
  const goals = new Set(
    Object.keys(definition.states).filter((state) => definition.states[state]?.standing === 'done'),
  );
  return new Set(
    Object.keys(definition.states).filter((state) => !goals.has(state) && !reaches(definition, goals, state)),
  );
}

/** Whether an action takes a file from a state on towards a good end: neither back, nor aside, nor to another end. */
export function leadsOnward(definition: Way, action: Pick<ProcedureAction, 'to' | 'onward'>, state: string): boolean {
  if (action.onward !== undefined) return action.onward;
  const order = Object.keys(definition.states);
  const onWay = unavoidableStates(definition);
  const end = order.find((one) => definition.states[one]?.standing === 'done');
  const targets = typeof action.to === 'string' ? [action.to] : action.to;
  return targets.some(
    (to) => (onWay.has(to) || to === end) && (!onWay.has(state) || order.indexOf(to) > order.indexOf(state)),
  );
}
