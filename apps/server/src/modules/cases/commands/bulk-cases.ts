import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { CASE_ASSIGN } from '../cases.catalogue.ts';
import type { NewOfficer } from '../domain/case-types.ts';
import { interestOf } from '../domain/interest-of.ts';
import { CASE_PROCEDURE } from '../procedure/case-procedure.ts';
import { type CaseState, caseStates, ENDED } from '../procedure/case-states.ts';
import { reachesOrganisation } from '../queries/reach-case.ts';
import { assignInBulk, moveInBulk } from '../repositories/bulk-repository.ts';
import { requireOfficers } from './name-officers.ts';
import { routeCase } from './route-case.ts';
import { settleCases } from './settle-case.ts';

type Body = ParsedInput<(typeof routes)['changeCasesInBulk']>['body'];
type Preview = RouteOutput<(typeof routes)['previewBulkCases']>;

interface Target {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly organisation_code: string;
  readonly officers: string;
  readonly parties: readonly { name: string; representative: string | null; side: 'suspect' | 'holder' | 'third' }[];
}

interface Plan {
  readonly preview: Preview;
  readonly targets: readonly Target[];
  readonly officers: readonly NewOfficer[];
}

async function readTargets(ctx: Ctx, ids: readonly string[], lock: boolean): Promise<readonly Target[]> {
  const { rows } = await sql<Target>`select c.id, c.number, f.state, c.organisation_code,
      coalesce((select string_agg(o.name, '、' order by o.position) from cases.officer o
        where o.district = c.district and o.case_id = c.id and o.until is null), '') as officers,
      coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'representative', p.representative, 'side', p.side))
        from cases.party p where p.district = c.district and p.case_id = c.id), '[]') as parties
    from cases.case_file c join procedures.file f on f.district = c.district and f.id = c.id
    where c.district = ${ctx.district} and c.id = any(${[...ids]}::uuid[]) order by c.id ${lock ? sql`for update of c` : sql``}`.execute(
    ctx.db,
  );
  return rows.filter((row) => reachesOrganisation(ctx, CASE_ASSIGN, row.organisation_code));
}

function refusalOf(ctx: Ctx, target: Target, officers: readonly NewOfficer[]): string | null {
  const zh = ctx.language === 'zh';
  if ((ENDED as readonly string[]).includes(target.state)) {
    const state = caseStates[target.state as CaseState].label[ctx.language];
    return zh ? `案件已到“${state}”` : `the case has come to "${state}"`;
  }
  for (const { name } of officers) {
    const why = interestOf(name, target.parties, ctx.language);
    if (why !== null) return zh ? `${name}应当回避：${why}` : `${name} must stand back: ${why}`;
  }
  return null;
}

async function planBulk(ctx: Ctx, body: Body, lock = false): Promise<Plan> {
  const { change } = body;
  const officers = change.kind === 'handlers' ? await requireOfficers(ctx, change.officers) : [];
  const code = change.kind === 'organisation' ? routeCase(ctx, change.organisationCode, null) : null;
  const targets = await readTargets(ctx, body.ids, lock);
  const nameOf = (one: string) => ctx.services.places.organisationName(one) ?? one;
  const after = code === null ? officers.map(({ name }) => name).join('、') : nameOf(code);
  const judged = targets.map((target) => ({
    target,
    reason: refusalOf(ctx, target, officers),
    before: code === null ? target.officers : nameOf(target.organisation_code),
  }));
  const open = judged.filter(({ reason }) => reason === null);
  const changed = open.filter(({ before }) => before !== after);
  return {
    officers,
    targets: changed.map(({ target }) => target),
    preview: {
      changes: changed.length,
      unchanged: open.length - changed.length,
      refused: judged.flatMap(({ target, reason }) =>
        reason === null ? [] : [{ id: target.id, number: target.number, reason }],
      ),
      rows: changed.map(({ target, before }) => ({ id: target.id, number: target.number, before, after })),
    },
  };
}

/** What a bulk change would do, case by case. @throws AppError cases.officer.* · cases.case.unknown-organisation */
export const previewBulkCases = async (ctx: Ctx, body: Body): Promise<Preview> => (await planBulk(ctx, body)).preview;

async function apply(tx: Tx, ctx: Ctx, body: Body, { targets, officers }: Plan): Promise<void> {
  const ids = targets.map(({ id }) => id);
  if (body.change.kind === 'handlers') return assignInBulk(tx, ctx, { ids, officers, reason: body.reason });
  const code = body.change.organisationCode;
  await moveInBulk(tx, ctx, { ids, code, reason: body.reason });
}

/** Hands many cases to officers or to a body in one transaction; what may not be changed is left out and counted. */
export async function changeCasesInBulk(
  ctx: Ctx,
  body: Body,
): Promise<RouteOutput<(typeof routes)['changeCasesInBulk']>> {
  return inTransaction(ctx, async (tx) => {
    const plan = await planBulk({ ...ctx, db: tx }, body, true);
    if (plan.targets.length === 0 && plan.preview.refused.length === 0) throw new AppError('platform.not-found');
    await apply(tx, ctx, body, plan);
    await settleCases(
      tx,
      ctx,
      plan.targets.map(({ id }) => id),
    );
    await writeAudit(tx, ctx, {
      action: CASE_ASSIGN,
      subject: {
        kind: CASE_PROCEDURE,
        id: body.change.kind,
        label: plan.targets
          .map(({ number }) => number)
          .join('、')
          .slice(0, 400),
      },
      details: { change: body.change, reason: body.reason, changed: plan.targets.map(({ id }) => id) },
    });
    return { changed: plan.targets.length, refused: plan.preview.refused.length };
  });
}
