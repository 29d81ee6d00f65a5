import { daysBetween } from '@jince/calendar';
import type { CaseCard } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { DecisionKind, SourceKind } from '../domain/case-types.ts';
import { sourceLabels, trackLabels } from '../domain/case-words.ts';
import { behaviourLabel } from '../domain/work-out.ts';
import { type CaseState, caseStates } from '../procedure/case-states.ts';

/** One line of `cases.row`. */
export interface ListedRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly track: 'general' | 'summary';
  readonly source_kind: SourceKind;
  readonly organisation_code: string;
  readonly town_code: string | null;
  readonly behaviour_row: number | null;
  readonly suspects: string;
  readonly officer_names: string;
  readonly electronic: boolean;
  readonly received_on: string;
  readonly filed_on: string | null;
  readonly decided_on: string | null;
  readonly due_on: string | null;
  readonly due_clock: string | null;
  readonly hit: boolean;
  readonly transfer_open: boolean;
  readonly business_fen: number | null;
  readonly fine_fen: number | null;
  readonly decision_kind: DecisionKind | null;
}

export const LISTED = sql`r.id, r.number, r.title, r.state, r.track, r.source_kind, r.organisation_code, r.town_code, r.behaviour_row, r.suspects,
  r.officer_names, r.electronic, r.received_on, r.filed_on, r.decided_on, r.due_on, r.due_clock, r.hit, r.transfer_open, r.business_fen, r.fine_fen,
  r.decision_kind`;

function clockLabel(ctx: Ctx, clock: string): string | null {
  const declared = ctx.services.procedures.get('cases.case')?.clocks.find((one) => one.clock === clock);
  return declared?.label[ctx.language] ?? null;
}

export function toCard(ctx: Ctx, row: ListedRow): CaseCard {
  const { language } = ctx;
  const state = caseStates[row.state as CaseState];
  const places = ctx.services.places;
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    state: row.state,
    stateLabel: state.label[language],
    standing: state.standing,
    track: row.track,
    trackLabel: trackLabels[row.track]?.[language] ?? row.track,
    sourceKind: row.source_kind,
    sourceLabel: sourceLabels[row.source_kind]?.[language] ?? row.source_kind,
    organisationCode: row.organisation_code,
    organisation: places.organisationName(row.organisation_code) ?? row.organisation_code,
    townCode: row.town_code,
    town: places.townName(row.town_code),
    behaviourRow: row.behaviour_row,
    behaviour: behaviourLabel(row.behaviour_row, language),
    suspects: row.suspects,
    officers: row.officer_names,
    electronic: row.electronic,
    receivedOn: row.received_on,
    filedOn: row.filed_on,
    decidedOn: row.decided_on,
    dueOn: row.due_on,
    dueLabel: row.due_clock === null ? null : clockLabel(ctx, row.due_clock),
    daysLeft: row.due_on === null ? null : daysBetween(ctx.today, row.due_on),
    hit: row.hit,
    transferOpen: row.transfer_open,
    businessFen: row.business_fen,
    fineFen: row.fine_fen,
    decisionKind: row.decision_kind,
  };
}

export async function findRows(db: Db, district: string, ids: readonly string[]): Promise<readonly ListedRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ListedRow>`select ${LISTED} from cases.row r
    where r.district = ${district} and r.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows;
}
