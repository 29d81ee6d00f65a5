import { addDays } from '@jince/calendar';
import type { PrinterDetail, PrinterEntry, PrinterSummary } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerRows } from '../../../platform/workbook/answer-rows.ts';
import { LEDGER_KEEP, PRINTER_EDIT, PRINTER_READ, TASK_ASSIGN, TASK_READ } from '../inspections.catalogue.ts';
import { type EntryFilter, type EntryRow, listStock, selectEntries } from '../repositories/ledger-repository.ts';
import {
  findPrinter,
  licenceOn,
  listPersons,
  type PrinterFilter,
  type PrinterRow,
  printerTests,
  selectPrinters,
} from '../repositories/printer-repository.ts';
import type { PageRequest } from '../repositories/sql.ts';
import { selectTasks, taskTests } from '../repositories/task-repository.ts';
import { toTask } from './show-tasks.ts';

const toPrinter = (ctx: Ctx, row: PrinterRow): PrinterSummary => ({
  id: row.id,
  name: row.name,
  uscc: row.uscc,
  partyId: row.party_id,
  townCode: row.town_code,
  town: ctx.services.places.townName(row.town_code),
  address: row.address,
  licenceNo: row.licence_no,
  licenceTo: row.licence_to,
  licence: licenceOn(row, ctx.today),
  people: row.people,
  entries: row.entries,
  gaps: row.gaps,
  checkedOn: row.checked_on,
  checkedThisYear: row.checked_on !== null && row.checked_on >= `${ctx.today.slice(0, 4)}-01-01`,
  endedOn: row.ended_on,
});

export async function listPrinters(ctx: Ctx, query: PrinterFilter & PageRequest) {
  const { rows, total } = await selectPrinters(ctx.db, printerTests(ctx, PRINTER_READ, query), query);
  return {
    items: rows.map((row) => toPrinter(ctx, row)),
    total,
    page: query.page,
    pageSize: query.pageSize,
    mayEdit: may(ctx, PRINTER_EDIT),
  };
}

const LICENCES = { valid: '有效', ended: '已到期', missing: '未登记' } as const;

export async function exportPrinters(ctx: Ctx, query: PrinterFilter): Promise<FileAnswer> {
  const tests = printerTests(ctx, PRINTER_READ, query);
  return answerRows<PrinterRow>(ctx, {
    name: '商标印制企业名录',
    headers: [
      '名称',
      '统一社会信用代码',
      '所属镇（街道）',
      '地址',
      '印刷经营许可证',
      '有效期至',
      '许可证状态',
      '管理人员',
      '台账笔数',
      '材料不全的承印',
      '最近检查',
      '退出日期',
    ],
    page: (page) => selectPrinters(ctx.db, tests, page),
    cells: (row) => {
      const one = toPrinter(ctx, row);
      const { name, uscc, town, address, licenceNo, licenceTo, licence, people, entries, gaps, checkedOn, endedOn } =
        one;
      return [
        name,
        uscc ?? '',
        town ?? '',
        address ?? '',
        licenceNo ?? '',
        licenceTo ?? '',
        LICENCES[licence],
        people,
        entries,
        gaps,
        checkedOn ?? '',
        endedOn ?? '',
      ];
    },
  });
}

/** One mark printer. @throws AppError 404 outside the actor's towns */
export async function getPrinter(ctx: Ctx, id: string): Promise<PrinterDetail> {
  const row = await findPrinter(ctx.db, ctx, id, PRINTER_READ);
  if (row === undefined) throw new AppError('platform.not-found');
  const tests = [
    ...taskTests(ctx, scopeFor(ctx, TASK_READ), {}),
    sql`m.object_kind = 'printer' and m.object_id = ${id}`,
  ];
  const tasks = may(ctx, TASK_READ)
    ? (await selectTasks(ctx, tests, { page: 1, pageSize: 20, sort: '-number' })).rows
    : [];
  const edit = may(ctx, PRINTER_EDIT) && (await findPrinter(ctx.db, ctx, id, PRINTER_EDIT)) !== undefined;
  const keep = may(ctx, LEDGER_KEEP) && (await findPrinter(ctx.db, ctx, id, LEDGER_KEEP)) !== undefined;
  return {
    ...toPrinter(ctx, row),
    version: row.version,
    scope: row.scope,
    contact: row.contact,
    registeredOn: row.registered_on,
    endReason: row.end_reason,
    persons: await listPersons(ctx.db, ctx.district, id),
    stock: await listStock(ctx.db, ctx.district, id),
    tasks: tasks.map((task) => toTask(ctx, task)),
    mayEdit: edit && row.ended_on === null,
    mayKeep: keep && row.ended_on === null,
    mayAssign: may(ctx, TASK_ASSIGN) && row.ended_on === null,
  };
}

/** What a commission lacks: papers the law wants, and filing in time. */
function problemsOf(ctx: Ctx, row: EntryRow): string[] {
  if (row.kind !== 'intake' || row.reverses !== null || row.reversed_by_no !== null) return [];
  const { printerPapers, terms } = ctx.services.jurisdiction.inspectionSettings;
  const wanted = ['identity', 'sample', ...(row.mark_number === null ? [] : ['registration'])];
  const missing = printerPapers.filter((one) => wanted.includes(one.code) && row.papers[one.code] !== true);
  const days = terms.find((one) => one.term === 'archiving')?.count ?? 0;
  const due = addDays(row.on_day, days);
  const late = row.archived_on === null ? ctx.today > due : row.archived_on > due;
  const said = ctx.language === 'zh';
  return [
    ...missing.map((one) => (said ? `缺少${one.label}` : `Missing: ${one.code}`)),
    ...(late ? [said ? `应在 ${due} 前存档` : `To be filed by ${due}`] : []),
  ];
}

const toEntry = (ctx: Ctx, row: EntryRow): PrinterEntry => ({
  id: row.id,
  no: row.no,
  kind: row.kind,
  on: row.on_day,
  intakeId: row.intake_id,
  intakeNo: row.intake_no,
  client: row.client,
  markName: row.mark_name,
  markNumber: row.mark_number,
  quantity: row.quantity,
  papers: row.papers,
  archivedOn: row.archived_on,
  receiver: row.receiver,
  method: row.method,
  witness: row.witness,
  note: row.note,
  reversesNo: row.reverses_no,
  reversedByNo: row.reversed_by_no,
  reason: row.reason,
  keepUntil: row.keep_until,
  problems: problemsOf(ctx, row),
  by: row.by_name,
  at: row.at,
});

async function requireReadable(ctx: Ctx, id: string): Promise<PrinterRow> {
  const row = await findPrinter(ctx.db, ctx, id, PRINTER_READ);
  if (row === undefined) throw new AppError('platform.not-found');
  return row;
}

export async function listPrinterEntries(ctx: Ctx, id: string, query: EntryFilter & PageRequest) {
  await requireReadable(ctx, id);
  const { rows, total } = await selectEntries(ctx, id, query, query);
  return { items: rows.map((row) => toEntry(ctx, row)), total, page: query.page, pageSize: query.pageSize };
}

const KINDS = { intake: '承印登记', 'stock-in': '入库', 'stock-out': '出库', destruction: '销毁' } as const;

export async function exportPrinterEntries(ctx: Ctx, id: string, query: EntryFilter): Promise<FileAnswer> {
  const printer = await requireReadable(ctx, id);
  return answerRows<EntryRow>(ctx, {
    name: `商标印制台账 ${printer.name}`.replace(/[\\/?*[\]:]/g, '').slice(0, 28),
    headers: [
      '序号',
      '类别',
      '日期',
      '承印登记',
      '委托人',
      '商标',
      '注册号',
      '数量',
      '存档日期',
      '提货人',
      '销毁方式',
      '监销人',
      '备注',
      '冲销',
      '问题',
      '保存至',
      '登记人',
    ],
    page: (page) => selectEntries(ctx, id, query, page),
    cells: (row) => [
      row.no,
      KINDS[row.kind],
      row.on_day,
      row.intake_no ?? '',
      row.client ?? '',
      row.mark_name ?? '',
      row.mark_number ?? '',
      row.quantity ?? '',
      row.archived_on ?? '',
      row.receiver ?? '',
      row.method ?? '',
      row.witness ?? '',
      row.note ?? '',
      row.reverses_no === null
        ? row.reversed_by_no === null
          ? ''
          : `被第 ${row.reversed_by_no} 号冲销`
        : `冲销第 ${row.reverses_no} 号`,
      problemsOf(ctx, row).join('；'),
      row.keep_until,
      row.by_name,
    ],
  });
}
