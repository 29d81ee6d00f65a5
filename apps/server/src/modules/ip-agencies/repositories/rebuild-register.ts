import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markFollowers, markStale } from '../../../platform/facts/index.ts';
import { enqueueJob, publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import type { AgencyState, Statement } from '../domain/agency.ts';
import { clusterStatements, statementRef } from '../domain/cluster-statements.ts';
import { applyChanges, mergeStatements } from '../domain/merge-statements.ts';
import { AgencyResolver } from '../domain/resolve-name.ts';
import { LINK_TASK } from './link-task.ts';
import {
  listIdentities,
  listOfficerChanges,
  listPartiesByCode,
  listStatements,
  listVerdicts,
  lockRegister,
} from './register-source.ts';
import { newAgencyId, writeAgencies, writeDoubts, writeIdentities, writeParts } from './register-target.ts';
import { resolveReferences } from './resolve-references.ts';

/** The id a group keeps: the oldest that one of its records was taken for. Ids are of version 7, so text order is age. */
function idsOf(
  statements: readonly Statement[],
  groups: readonly (readonly number[])[],
  known: ReadonlyMap<string, string>,
) {
  const taken = new Set<string>();
  const merged = new Map<string, string>();
  const ids = groups.map((group) => {
    const own = [
      ...new Set(group.flatMap((at) => known.get(statementRef(statements[at] as Statement)) ?? [])),
    ].toSorted();
    const free = own.filter((id) => !taken.has(id));
    const id = free[0] ?? newAgencyId();
    taken.add(id);
    for (const other of own) if (other !== id) merged.set(other, id);
    return id;
  });
  for (const id of ids) merged.delete(id);
  return { ids, merged };
}

/** Branches find their house by code or name; what cannot be found is said. */
function withParents(states: readonly AgencyState[]): AgencyState[] {
  const resolver = new AgencyResolver(states.filter((state) => !state.kinds.includes('patent-branch')));
  return states.map((state) => {
    if (state.parentText === null || state.parentId !== null) return state;
    const code = /^\d{5}$/.test(state.parentText) ? state.parentText : null;
    const found = resolver.resolve({ written: state.parentText, code });
    if (found.agencyId !== null && found.agencyId !== state.id) return { ...state, parentId: found.agencyId };
    const text = state.parentText;
    const note = {
      code: 'parent-unknown',
      field: 'parentId',
      zh: `所属机构“${text}”不在登记簿中`,
      en: `The agency it belongs to, "${text}", is not in the register`,
    };
    return { ...state, notes: [...state.notes, note] };
  });
}

/**
 * Makes the register agree with all statements, decisions and changes, inside the transaction that changed one of them;
 * marks the facts that follow and orders the filings to be linked anew.
 * @param basis what brought the change, for the history of agencies
 */
export async function rebuildRegister(tx: Tx, ctx: Ctx, basis: string): Promise<void> {
  const { district, today } = ctx;
  await lockRegister(tx, district);
  const statements = await listStatements(tx, district);
  const { groups, doubts } = clusterStatements(statements, await listVerdicts(tx, district));
  const { ids, merged } = idsOf(statements, groups, await listIdentities(tx, district));
  const parties = await listPartiesByCode(
    tx,
    district,
    statements.flatMap(({ said }) => said.uscc ?? []),
  );
  const changes = await listOfficerChanges(tx, district);
  const states = withParents(
    groups.map((group, number) => {
      const id = ids[number] as string;
      const own = group.map((at) => statements[at] as Statement);
      const uscc = own.find(({ said }) => said.uscc !== undefined && parties.has(said.uscc))?.said.uscc;
      const former = [...merged].filter(([, into]) => into === id).flatMap(([old]) => changes.get(old) ?? []);
      const merge = mergeStatements(id, own, uscc === undefined ? undefined : parties.get(uscc), today);
      return applyChanges(merge, [...former, ...(changes.get(id) ?? [])], today);
    }),
  );
  await writeIdentities(
    tx,
    district,
    groups.flatMap((group, number) =>
      group.map((at) => ({ ...refOf(statements[at] as Statement), id: ids[number] as string, first: true })),
    ),
  );
  const touched = await writeAgencies(tx, ctx, states, { merged, basis });
  await writeParts(tx, district, states);
  await writeDoubts(
    tx,
    district,
    doubts.map(({ a, b, reasons }) => ({ a: ids[a] as string, b: ids[b] as string, reasons })),
  );
  await resolveReferences(tx, ctx, states);
  await announce(tx, ctx, touched);
}

const refOf = ({ list, key }: Statement) => ({ list, key });

/** What must follow a change of the register. */
export async function announce(tx: Tx, ctx: Ctx, agencyIds: readonly string[]): Promise<void> {
  const ids = sql`select unnest(${agencyIds}::uuid[])`;
  await markStale(tx, ctx, 'agency', ids);
  await markFollowers(tx, ctx, 'agency', ids);
  await markStale(
    tx,
    ctx,
    'enterprise',
    sql`select m.party_id from agencies.patent_agency l join ip_rights.patent_holder h on h.district = l.district and h.patent_id = l.patent_id
      join parties.mention m on m.district = h.district and m.id = h.mention_id
      where l.district = ${ctx.district} and l.agency_id = any(${agencyIds}::uuid[])`,
  );
  await bumpRegisterVersion(tx, ctx.district, 'agencies');
  if (agencyIds.length <= 50)
    for (const agencyId of agencyIds) await publishEvent(tx, ctx, 'agencies.agency.changed', { agencyId });
  await enqueueJob(tx, ctx, { task: LINK_TASK, payload: {}, queue: 'agencies' });
}
