import type { AffairValue } from '@jince/contract';
import { lawNumber } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep, ProcedureFile } from '../../../platform/procedures/index.ts';
import { type AgencySaid, recordAgencyChange, registerAgency } from '../../ip-agencies/index.ts';
import { lateDaysOf } from '../domain/check-request.ts';
import { sameValue, type Values } from '../domain/values.ts';
import { agencyOfRequest, findingsOf, requestFields } from '../queries/request-form.ts';
import { registeredValues } from '../repositories/agency-repository.ts';
import {
  lockRequest,
  markRequestFiled,
  type RequestRow,
  setRequestResult,
} from '../repositories/request-repository.ts';

async function requestOf(tx: Tx, ctx: Ctx, file: ProcedureFile): Promise<RequestRow> {
  const row = await lockRequest(tx, ctx.district, file.subjectId);
  if (row === undefined) throw new AppError('platform.not-found');
  return row;
}

/** Files a request: nothing that blocks may be left; what the register says now is kept beside it. */
export async function submitRequest({ tx, ctx, file }: ActionStep): Promise<ActionEffect> {
  const row = await requestOf(tx, ctx, file);
  const findings = await findingsOf(tx, ctx, row);
  const blocking = findings.filter((one) => one.level === 'block');
  if (blocking.length > 0)
    throw new AppError(
      'agency-affairs.request.blocked',
      { first: blocking[0]?.text ?? '' },
      blocking.map((one) => ({ path: one.field ?? one.code, message: one.text })),
    );
  const agency = await agencyOfRequest(tx, ctx, row);
  const term = lawNumber('agencies.change.days', ctx.today).value;
  const lateDays =
    row.kind === 'change' && row.effective_on !== null ? lateDaysOf(row.effective_on, ctx.today, term) : null;
  await markRequestFiled(tx, ctx, row.id, {
    registered: agency === undefined ? {} : registeredValues(agency),
    lateDays,
  });
  return { record: { warnings: findings.map((one) => one.text), lateDays } };
}

/** What is still different from the register goes into it. */
function changesOf(ctx: Ctx, given: Values, registered: Values): Record<string, AffairValue> {
  return Object.fromEntries(
    requestFields(ctx).flatMap(({ code }) => {
      const value = given[code];
      return value === undefined || sameValue(value, registered[code] ?? null) ? [] : [[code, value]];
    }),
  );
}

/** Decides for a request: the register changes in the same transaction. */
export async function approveRequest({ tx, ctx, file }: ActionStep): Promise<ActionEffect> {
  const row = await requestOf(tx, ctx, file);
  // The register may have moved since the filing: what would be refused now is not approved either.
  const blocking = (await findingsOf(tx, ctx, row)).filter((one) => one.level === 'block' && one.code !== 'nothing');
  if (blocking.length > 0) throw new AppError('agency-affairs.request.blocked', { first: blocking[0]?.text ?? '' });
  const basis = `${row.kind === 'registration' ? '登记' : '变更'} ${row.number}`;
  if (row.kind === 'registration') {
    const said = Object.fromEntries(Object.entries(row.given).filter(([, value]) => value !== null));
    const agencyId = await registerAgency(tx, ctx, { status: 'active', ...said } as unknown as AgencySaid, basis);
    await setRequestResult(tx, ctx.district, row.id, agencyId);
    return { record: { agencyId } };
  }
  const agencyId = row.agency_id as string;
  const agency = await agencyOfRequest(tx, ctx, row);
  if (agency === undefined) throw new AppError('platform.not-found');
  const changes = changesOf(ctx, row.given, registeredValues(agency));
  if (Object.keys(changes).length > 0)
    await recordAgencyChange(tx, ctx, agencyId, changes as Record<string, string | readonly string[] | null>, {
      on: row.effective_on ?? ctx.today,
      basis,
    });
  await setRequestResult(tx, ctx.district, row.id, agencyId);
  return { record: { agencyId, changes } };
}
