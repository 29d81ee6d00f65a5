import { addMonths } from '@jince/calendar';
import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { hasLaw, lawNumber } from '@jince/law';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { listSources } from '../../../platform/imports/queries/list-sources.ts';
import { designationState } from '../domain/designation-state.ts';
import { madridDependency, madridRefusalDue, madridTermEnd } from '../domain/madrid-status.ts';
import { MADRID_READ } from '../ip-rights.catalogue.ts';
import { memberLabel } from '../madrid-members.ts';
import { findMadridKey, listMadridRows, type MadridRecord } from '../repositories/madrid-repository.ts';

type Route = (typeof routes)['listMadrid'];
type MadridRow = RouteOutput<Route>['items'][number];
type Designation = MadridRow['designations'][number];

function showDesignation(ctx: Ctx, row: MadridRecord, given: MadridRecord['designations'][number]): Designation {
  const on = given.on ?? row.registered_on;
  const text = given.status ?? '指定中';
  const state = designationState(text);
  const computed = on !== null && hasLaw('madrid.refusal-months', on) ? madridRefusalDue(on).dueOn : null;
  const refusalDueOn = given.refusalDueOn ?? computed;
  // Silence until the end of the refusal period counts as protection (Madrid Protocol 5(5)).
  const silent = state === 'pending' && refusalDueOn !== null && refusalDueOn < ctx.today;
  return {
    member: given.member,
    memberLabel: memberLabel(given.member)[ctx.language],
    on,
    status: silent ? 'protected' : state,
    statusLabel: silent ? '驳回期限已过，视为保护' : text,
    refusalDueOn: !silent && (state === 'pending' || state === 'provisionally-refused') ? refusalDueOn : null,
  };
}

function statusOf(expiresOn: string | null, today: string): string {
  if (expiresOn === null) return '期限未知';
  if (today <= expiresOn) return '有效';
  const graceEndsOn = hasLaw('madrid.renewal.grace-months', expiresOn)
    ? addMonths(expiresOn, lawNumber('madrid.renewal.grace-months', expiresOn).value)
    : expiresOn;
  return today <= graceEndsOn ? '宽展期' : '期满失效';
}

function toMadridRow(ctx: Ctx, row: MadridRecord): MadridRow {
  const registeredOn = row.registered_on;
  const known = registeredOn !== null && hasLaw('madrid.dependency-years', registeredOn);
  const dependency = known ? madridDependency(registeredOn, ctx.today) : undefined;
  const expiresOn = row.expires_on ?? (known ? madridTermEnd(registeredOn) : null);
  return {
    id: row.id,
    irNo: row.ir_no,
    name: row.name,
    registeredOn,
    expiresOn,
    status: statusOf(expiresOn, ctx.today),
    holderName: row.holder_name ?? '',
    partyId: row.party_id,
    baseRegistrationNo: row.base_registration_no,
    dependencyEndsOn: dependency?.endsOn ?? null,
    dependent: dependency?.active ?? false,
    niceClasses: row.nice_classes,
    designations: row.designations.map((given) => showDesignation(ctx, row, given)),
  };
}

export async function listMadrid(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<RouteOutput<Route>> {
  const page = { limit: query.pageSize, offset: (query.page - 1) * query.pageSize };
  const { rows, total } = await listMadridRows(ctx.db, ctx.district, scopeFor(ctx, MADRID_READ), query, page);
  return { items: rows.map((row) => toMadridRow(ctx, row)), total, page: query.page, pageSize: query.pageSize };
}

export async function listMadridSources(ctx: Ctx, id: string) {
  const key = await findMadridKey(ctx.db, ctx.district, scopeFor(ctx, MADRID_READ), id);
  if (key === undefined) throw new AppError('platform.not-found');
  return { sources: await listSources(ctx, 'madrid', [key]) };
}
