import type { ProcedureAction, ProcedureDefinition, ProcedureFile } from '../definition.ts';

/** What the kernel knows of a file when it judges an action. */
export interface FileStanding {
  readonly file: Pick<ProcedureFile, 'state'>;
  /** Who did what so far. */
  readonly log: readonly { readonly action: string; readonly actorId: string | null; readonly actorName: string }[];
  readonly clocks: readonly {
    readonly clock: string;
    readonly dueOn: string | null;
    readonly stoppedOn: string | null;
  }[];
  /** Kinds of the documents that are there. */
  readonly documents: ReadonlySet<string>;
}

export interface Asker {
  readonly userId: string | null;
  readonly today: string;
  /** Whether the actor holds the permission for this very file. */
  readonly may: (permission: string) => boolean;
  /** Whether the actor holds it for the body that stands at this place among those of the file. */
  readonly isAt?: (place: number, permission: string) => boolean;
}

export type Refusal =
  | { readonly code: 'procedures.action.not-permitted' }
  | { readonly code: 'procedures.action.not-available' }
  | { readonly code: 'procedures.action.apart'; readonly earlier: string }
  | { readonly code: 'procedures.action.missing-document'; readonly kinds: readonly string[] }
  | { readonly code: 'procedures.action.clock-running'; readonly clock: string; readonly dueOn: string | null }
  | { readonly code: 'procedures.action.clock-expired'; readonly clock: string; readonly dueOn: string | null };

/** Why an action cannot be taken now by this person; undefined when it can. The buttons and the refusal both ask here. */
export function judgeAction(action: ProcedureAction, standing: FileStanding, asker: Asker): Refusal | undefined {
  if (!action.from.includes(standing.file.state)) return { code: 'procedures.action.not-available' };
  if (!asker.may(action.permission)) return { code: 'procedures.action.not-permitted' };
  if (action.bodyAt !== undefined && asker.isAt?.(action.bodyAt, action.permission) === false)
    return { code: 'procedures.action.not-permitted' };
  const earlier = standing.log.find(
    (entry) => entry.actorId !== null && entry.actorId === asker.userId && action.apart?.includes(entry.action),
  );
  if (earlier !== undefined) return { code: 'procedures.action.apart', earlier: earlier.action };
  const kinds = (action.documents ?? []).filter((kind) => !standing.documents.has(kind));
  if (kinds.length > 0) return { code: 'procedures.action.missing-document', kinds };
  for (const need of action.needs ?? []) {
    const clock = standing.clocks.find((one) => one.clock === need.clock && one.stoppedOn === null);
    const over = clock !== undefined && clock.dueOn !== null && asker.today > clock.dueOn;
    if (need.is === 'expired' && !over)
      return { code: 'procedures.action.clock-running', clock: need.clock, dueOn: clock?.dueOn ?? null };
    if (need.is === 'running' && (clock === undefined || over))
      return { code: 'procedures.action.clock-expired', clock: need.clock, dueOn: clock?.dueOn ?? null };
  }
  return undefined;
}

/** Contradictions of a declaration, as sentences; refused at start. */
export function checkDefinition(definition: ProcedureDefinition): string[] {
  const states = new Set(Object.keys(definition.states));
  const clocks = new Set(definition.clocks.map((clock) => clock.clock));
  const documents = new Set(definition.documents.map((document) => document.kind));
  const actions = new Set(definition.actions.map((action) => action.action));
  const problems: string[] = [];
  const expect = (known: ReadonlySet<string>, names: readonly string[], where: string) => {
    for (const name of names) if (!known.has(name)) problems.push(`${definition.procedure}: ${where} names '${name}'`);
  };
  expect(states, [definition.initial], 'initial');
  if (actions.size !== definition.actions.length) problems.push(`${definition.procedure}: an action is declared twice`);
  for (const action of definition.actions) {
    const to = typeof action.to === 'string' ? [action.to] : action.to;
    expect(states, [...action.from, ...to], action.action);
    expect(actions, action.apart ?? [], `${action.action} apart`);
    expect(documents, action.documents ?? [], `${action.action} documents`);
    const suspended = (action.suspends ?? []).map((one) => (typeof one === 'string' ? one : one.clock));
    const named = [action.starts, action.stops, action.resumes, suspended].flatMap((list) => list ?? []);
    expect(clocks, [...named, ...(action.needs ?? []).map((need) => need.clock)], `${action.action} clocks`);
    if (to.length > 1 && definition.steps?.[action.action] === undefined)
      problems.push(`${definition.procedure}: ${action.action} has several ends and no step that picks one`);
  }
  expect(actions, Object.keys(definition.steps ?? {}), 'steps');
  expect(actions, Object.keys(definition.guards ?? {}), 'guards');
  const reachable = new Set([definition.initial]);
  for (let before = 0; before !== reachable.size; ) {
    before = reachable.size;
    for (const action of definition.actions)
      if (action.from.some((state) => reachable.has(state)))
        for (const state of typeof action.to === 'string' ? [action.to] : action.to) reachable.add(state);
  }
  for (const state of states)
    if (!reachable.has(state)) problems.push(`${definition.procedure}: state '${state}' is never reached`);
  return problems;
}
