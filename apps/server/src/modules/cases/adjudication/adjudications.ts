import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { moveClock, openFile, takeNumber } from '../../../platform/procedures/index.ts';
import { ADJUDICATION_HANDLE, ADJUDICATION_READ } from '../cases.catalogue.ts';
import { casesWithin, reachesOrganisation } from '../queries/reach-case.ts';
import { outcomes } from './adjudication-fields.ts';
import { ADJUDICATION, adjudicationProcedure } from './adjudication-procedure.ts';
import {
  ADJUDICATION_COLUMNS,
  ADJUDICATIONS,
  type AdjudicationRow,
  findAdjudication,
} from './adjudication-repository.ts';
import { hearingTime, lastDayOfNotice } from './oral-hearing.ts';

type Routes = typeof routes;

const stateLabel = (ctx: Ctx, state: string) => adjudicationProcedure.states[state]?.label[ctx.language] ?? state;

/** Requests for adjudication within reach, newest first. */
export async function listAdjudications(
  ctx: Ctx,
  query: ParsedInput<Routes['listAdjudications']>['query'],
): Promise<RouteOutput<Routes['listAdjudications']>> {
  const { page, pageSize, q, state } = query;
  const word = q?.trim().toLowerCase() ?? '';
  const tests = sql`a.district = ${ctx.district} and ${casesWithin(ctx, ADJUDICATION_READ, 'a')}
    and ${state === undefined || state.length === 0 ? sql`true` : sql`f.state = any(${[...state]}::text[])`}
    and ${word === '' ? sql`true` : sql`position(${word} in lower(concat_ws(' ', a.number, a.petitioner->>'name', a.respondent->>'name', a.patent_number, a.patent_name))) > 0`}`;
  const { rows } = await sql<AdjudicationRow>`select ${ADJUDICATION_COLUMNS} from ${ADJUDICATIONS} where ${tests}
    order by a.received_on desc, a.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.db);
  const count = await sql<{ n: number }>`select count(*) as n from ${ADJUDICATIONS} where ${tests}`.execute(ctx.db);
  return {
    items: rows.map((row) => ({
      id: row.id,
      number: row.number,
      state: row.state,
      stateLabel: stateLabel(ctx, row.state),
      petitioner: row.petitioner.name,
      respondent: row.respondent.name,
      patentNumber: row.patent_number,
      receivedOn: row.received_on,
      handedTo: row.handed_to,
      dueOn: row.due_on,
    })),
    total: count.rows[0]?.n ?? 0,
    page,
    pageSize,
  };
}

function outcomeText(ctx: Ctx, { kind, text }: NonNullable<AdjudicationRow['outcome']>): string {
  return kind === undefined ? text : `${outcomes[kind][ctx.language]}：${text}`;
}

function hearingOf({ hearing }: AdjudicationRow) {
  if (hearing === null) return null;
  const notice = lastDayOfNotice(hearing.heldOn);
  return { heldOn: hearing.heldOn, when: hearingTime(hearing), place: hearing.place, notice };
}

/** One request, with what is missing and whether the district may decide. @throws AppError 404 */
export async function getAdjudication(ctx: Ctx, id: string): Promise<RouteOutput<Routes['getAdjudication']>> {
  const row = await findAdjudication(ctx.db, ctx.district, id);
  if (row === undefined || !reachesOrganisation(ctx, ADJUDICATION_READ, row.organisation_code))
    throw new AppError('platform.not-found');
  const { adjudication } = ctx.services.jurisdiction.caseSettings;
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    stateLabel: stateLabel(ctx, row.state),
    receivedOn: row.received_on,
    organisation: ctx.services.places.organisationName(row.organisation_code) ?? row.organisation_code,
    petitioner: row.petitioner,
    respondent: row.respondent,
    respondentAbroad: row.respondent_abroad,
    patentNumber: row.patent_number,
    patentName: row.patent_name,
    claims: row.claims,
    facts: row.facts,
    materials: adjudication.materials.filter(({ code }) => row.materials.includes(code)),
    missing: adjudication.materials.filter(({ code, required }) => required && !row.materials.includes(code)),
    competence: {
      own: adjudication.ownCompetence,
      text: adjudication.text,
      article: adjudication.article,
      verify: adjudication.verify === '' ? null : adjudication.verify,
    },
    acceptedOn: row.accepted_on,
    handedOn: row.handed_on,
    handedTo: row.handed_to,
    panel: [...(row.panel ?? [])],
    hearing: hearingOf(row),
    outcome: row.outcome === null ? null : outcomeText(ctx, row.outcome),
    concludedOn: row.concluded_on,
  };
}

/** Enters a request; the clock of acceptance runs from the day it came in. @throws AppError cases.case.in-future */
export async function createAdjudication(
  ctx: Ctx,
  body: ParsedInput<Routes['createAdjudication']>['body'],
): Promise<RouteOutput<Routes['createAdjudication']>> {
  if (body.receivedOn > ctx.today)
    throw new AppError('cases.case.in-future', { on: body.receivedOn, today: ctx.today });
  const organisation = ctx.services.jurisdiction.caseSettings.defaultOrganisation;
  return inTransaction(ctx, async (tx) => {
    const year = Number(ctx.today.slice(0, 4));
    const number = `CJ${year}-${String(await takeNumber(tx, ctx, ADJUDICATION, year)).padStart(4, '0')}`;
    const file = await openFile(tx, ctx, {
      procedure: ADJUDICATION,
      subject: { kind: ADJUDICATION, id: number, label: `${body.petitioner.name} / ${body.respondent.name}` },
      organisations: [organisation],
      number,
    });
    await sql`insert into cases.adjudication (district, id, number, received_on, organisation_code, petitioner, respondent, respondent_abroad,
        patent_number, patent_name, claims, facts, materials, registered_by_name, registered_at)
      values (${ctx.district}, ${file.id}, ${number}, ${body.receivedOn}, ${organisation}, ${JSON.stringify(body.petitioner)}, ${JSON.stringify(body.respondent)},
        ${body.respondentAbroad}, ${body.patentNumber}, ${body.patentName}, ${body.claims}, ${body.facts}, ${[...body.materials]}::text[],
        ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
    await moveClock(tx, ctx, file, 'acceptance', { type: 'start', on: body.receivedOn });
    await writeAudit(tx, ctx, {
      action: ADJUDICATION_HANDLE,
      subject: { kind: ADJUDICATION, id: file.id, label: number },
      details: { patentNumber: body.patentNumber, receivedOn: body.receivedOn },
    });
    return { id: file.id, number };
  });
}
