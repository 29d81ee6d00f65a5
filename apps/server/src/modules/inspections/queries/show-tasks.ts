import type { InspectionRecord, InspectionTask, InspectionTaskDetail } from '@jince/contract';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerRows } from '../../../platform/workbook/answer-rows.ts';
import { isAdoptable } from '../commands/resolve-record.ts';
import { checklistFor, checklistLabel, toChecklist } from '../domain/checklists.ts';
import { RECORD_RESOLVE, TASK_ASSIGN, TASK_READ, TASK_WORK } from '../inspections.catalogue.ts';
import { type CheckState, checkStates } from '../procedure/check-states.ts';
import { findPhoto, findRecord, listRecords, type RecordRow } from '../repositories/record-repository.ts';
import type { PageRequest } from '../repositories/sql.ts';
import {
  findTask,
  listCorrections,
  selectTasks,
  type TaskFilter,
  type TaskRow,
  taskTests,
} from '../repositories/task-repository.ts';

export function toTask(ctx: Ctx, row: TaskRow): InspectionTask {
  const state = checkStates[row.state as CheckState];
  const late = (day: string | null, state: string) => row.state === state && day !== null && day < ctx.today;
  return {
    id: row.id,
    fileId: row.file_id,
    number: row.number,
    state: row.state,
    stateLabel: state.label[ctx.language],
    standing: state.standing,
    objectKind: row.object_kind,
    name: row.name,
    uscc: row.uscc,
    townCode: row.town_code,
    town: ctx.services.places.townName(row.town_code),
    organisation: ctx.services.places.organisationName(row.organisation_code) ?? row.organisation_code,
    campaign: row.campaign_title,
    checklistLabel: checklistLabel(ctx, row.checklist),
    origin: row.origin,
    officers: row.officers.map((one) => one.name),
    mine: row.mine,
    dueOn: row.due_on,
    correctBy: row.correct_by,
    overdue: late(row.due_on, 'assigned') || late(row.correct_by, 'correcting'),
    checkedOn: row.checked_on,
    outcome: row.outcome,
    failed: row.failed,
    held: row.held,
    caseId: row.case_id,
  };
}

/** Checks within the actor's reach, those that wait first. */
export async function listInspectionTasks(ctx: Ctx, query: TaskFilter & PageRequest) {
  const { rows, total } = await selectTasks(ctx, taskTests(ctx, scopeFor(ctx, TASK_READ), query), query);
  return {
    items: rows.map((row) => toTask(ctx, row)),
    total,
    page: query.page,
    pageSize: query.pageSize,
    mayCreate: may(ctx, TASK_ASSIGN),
  };
}

const OUTCOMES = { fit: '合格', correct: '限期整改', case: '立案', 'hand-over': '移送' } as const;

export async function exportInspectionTasks(ctx: Ctx, query: TaskFilter): Promise<FileAnswer> {
  const tests = taskTests(ctx, scopeFor(ctx, TASK_READ), query);
  return answerRows<TaskRow>(ctx, {
    name: '监督检查',
    headers: [
      '编号',
      '检查对象',
      '统一社会信用代码',
      '所属镇（街道）',
      '办理机构',
      '检查表',
      '行动',
      '检查人员',
      '状态',
      '检查期限',
      '检查日期',
      '结论',
      '不符合项',
      '改正期限',
    ],
    page: (page) => selectTasks(ctx, tests, page),
    cells: (row) => {
      const task = toTask(ctx, row);
      return [
        task.number,
        task.name,
        task.uscc ?? '',
        task.town ?? '',
        task.organisation,
        task.checklistLabel,
        task.campaign ?? '',
        task.officers.join('、'),
        task.stateLabel,
        task.dueOn,
        task.checkedOn ?? '',
        task.outcome === null ? '' : OUTCOMES[task.outcome],
        task.failed ?? '',
        task.correctBy ?? '',
      ];
    },
  });
}

function toRecord(ctx: Ctx, row: RecordRow, task: Pick<TaskRow, 'state'>): InspectionRecord {
  const list = checklistFor(ctx, row.checklist, row.checked_on);
  return {
    id: row.id,
    round: row.round,
    state: row.state,
    checkedOn: row.checked_on,
    checklistFrom: row.checklist_from,
    outcome: row.outcome,
    correctBy: row.correct_by,
    answers: row.answers.map((answer) => {
      const item = list.items.find((one) => one.code === answer.code);
      return { ...answer, no: item?.no ?? 0, label: item?.label ?? answer.code, article: item?.article ?? '' };
    }),
    officers: row.officers,
    person: row.person,
    personTitle: row.person_title,
    statement: row.statement,
    signature: row.signature,
    note: row.note,
    position:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude, accuracyM: row.accuracy_m },
    conflict: row.conflict,
    concerns: row.concerns,
    resolvedBy: row.resolved_by,
    resolvedAt: row.resolved_at,
    resolveReason: row.resolve_reason,
    mayAdopt: row.state === 'held' && isAdoptable(task),
    by: row.by_name,
    at: row.at,
    photos: row.photos,
  };
}

const HREFS: Readonly<Record<string, (row: TaskRow) => string | null>> = {
  printer: (row) => (row.object_id === null ? null : `/protection/printers/${row.object_id}`),
  market: (row) => (row.object_id === null ? null : `/protection/markets/${row.object_id}`),
  agency: (row) => (row.agency_id === null ? null : `/agencies/register/${row.agency_id}`),
  party: (row) => (row.party_id === null ? null : `/enterprises/${row.party_id}`),
};

/** One check: what to look at, what was found, what was ordered. @throws AppError 404 */
export async function getInspectionTask(ctx: Ctx, id: string): Promise<InspectionTaskDetail> {
  const row = await findTask(ctx.db, ctx, id, scopeFor(ctx, TASK_READ));
  if (row === undefined) throw new AppError('platform.not-found');
  const [records, orders] = [
    await listRecords(ctx.db, ctx.district, id),
    await listCorrections(ctx.db, ctx.district, id),
  ];
  const reaches = async (permission: string) =>
    may(ctx, permission) && (await findTask(ctx.db, ctx, id, scopeFor(ctx, permission))) !== undefined;
  const open = row.state === 'assigned' || row.state === 'correcting';
  return {
    ...toTask(ctx, row),
    version: row.version,
    address: row.address,
    partyId: row.party_id,
    objectHref: HREFS[row.object_kind]?.(row) ?? null,
    campaignId: row.campaign_id,
    drawId: row.draw_id,
    round: row.round,
    checklist: toChecklist(checklistFor(ctx, row.checklist, ctx.today)),
    inspectors: row.officers,
    records: records.map((record) => toRecord(ctx, record, row)),
    orders: orders.map((order) => ({
      number: order.number,
      round: order.round,
      issuedOn: order.issued_on,
      days: order.days,
      dueOn: order.due_on,
      extensions: order.extensions,
      answers: order.answers,
      note: order.note,
      items: order.items,
    })),
    caseNumber: row.case_number,
    caseOutcome: row.case_outcome,
    caseToldOn: row.case_told_on,
    caseReason: row.case_reason,
    mayRecord: open && (await reaches(TASK_WORK)),
    mayResolve: await reaches(RECORD_RESOLVE),
    mayAssign: open && (await reaches(TASK_ASSIGN)),
  };
}

/** The bytes of a photo, for who may read its check. @throws AppError 404 */
export async function getInspectionPhoto(ctx: Ctx, recordId: string, sha256: string): Promise<FileAnswer> {
  const record = await findRecord(ctx.db, ctx.district, recordId);
  const task = record && (await findTask(ctx.db, ctx, record.task_id, scopeFor(ctx, TASK_READ)));
  const photo = task && (await findPhoto(ctx.db, ctx.district, recordId, sha256));
  if (photo === undefined) throw new AppError('platform.not-found');
  return { ...photo, content: await ctx.services.files.read(sha256) };
}
