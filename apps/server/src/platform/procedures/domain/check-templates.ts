import type { ProcedureDefinition } from '../definition.ts';

/** Contradictions of the declared papers, as sentences; refused at start. */
export function checkTemplates(definition: ProcedureDefinition, known: ReadonlySet<string>): string[] {
  const kinds = new Set(definition.documents.map((document) => document.kind));
  const actions = new Set(definition.actions.map((action) => action.action));
  const at = definition.procedure;
  return (definition.templates ?? []).flatMap(({ code, kind, actions: named = [], states = [] }) => [
    ...(known.has(code) ? [] : [`${at}: the jurisdiction has no template '${code}'`]),
    ...(kinds.has(kind) ? [] : [`${at}: template ${code} names the kind '${kind}'`]),
    ...states
      .filter((one) => !(one in definition.states))
      .map((one) => `${at}: template ${code} names the state '${one}'`),
    ...named.filter((one) => !actions.has(one)).map((one) => `${at}: template ${code} names the action '${one}'`),
  ]);
}
