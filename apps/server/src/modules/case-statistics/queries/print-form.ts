import exceljs from 'exceljs';
import type { Ctx } from '../../../platform/context/context.ts';
import { renderPdf } from '../../../platform/documents/index.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { type Form, getCaseStatistics, type Question } from './count-cases.ts';

const FEN_PER_WAN = 1_000_000;
const UNITS = { case: '件', wan: '万元' } as const;

const figure = (row: Form['rows'][number], column: Form['columns'][number]): number => {
  const value = row.values[column.column] ?? 0;
  return column.unit === 'case' ? value : Math.round(value / (FEN_PER_WAN / 100)) / 100;
};
const fileName = (form: Form): string =>
  `${form.title}-${form.period}${form.organisation === null ? '' : `-${form.organisation}`}`;
/** The form is a Chinese return whatever language the reader uses. */
const inChinese = (ctx: Ctx): Ctx => ({ ...ctx, language: 'zh' });

const LABEL_WIDTH = 46;
const ARTICLE_WIDTH = 30;
const FIGURE_WIDTH = 11;
const thin = { style: 'thin' } as const;
const BORDER = { top: thin, left: thin, bottom: thin, right: thin };

function writeHead(page: exceljs.Worksheet, form: Form, width: number): void {
  page.mergeCells(1, 1, 1, width);
  const title = page.getCell(1, 1);
  title.value = form.title;
  title.font = { bold: true, size: 16 };
  title.alignment = { horizontal: 'center' };
  page.mergeCells(2, 1, 2, width);
  page.getCell(2, 1).value =
    `办案机构：${form.organisation ?? '全区'}　　报告期：${form.period}（${form.from}至${form.to}，${form.by}）`;
  const head = page.getRow(3);
  head.values = ['行号', '违法行为', '依据', ...form.columns.map((one) => `${one.label}（${UNITS[one.unit]}）`)];
  head.height = 48;
  head.eachCell((cell) => {
    cell.font = { bold: true };
    cell.alignment = { wrapText: true, horizontal: 'center', vertical: 'middle' };
    cell.border = BORDER;
  });
}

/** The form as a workbook in the layout of the return: title, unit and period, 43 rows by 12 columns, notes. */
export async function exportCaseStatistics(given: Ctx, question: Question): Promise<FileAnswer> {
  const ctx = inChinese(given);
  const form = await getCaseStatistics(ctx, question);
  const book = new exceljs.Workbook();
  const page = book.addWorksheet('统计表', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ state: 'frozen', xSplit: 2, ySplit: 3 }],
  });
  const width = form.columns.length + 3;
  page.columns = [6, LABEL_WIDTH, ARTICLE_WIDTH, ...form.columns.map(() => FIGURE_WIDTH)].map((one) => ({
    width: one,
  }));
  writeHead(page, form, width);
  for (const row of form.rows) {
    const line = page.addRow([
      row.row,
      row.label,
      row.articles.join('；'),
      ...form.columns.map((one) => figure(row, one)),
    ]);
    line.eachCell((cell, at) => {
      cell.border = BORDER;
      cell.alignment = { vertical: 'middle', wrapText: at === 2 || at === 3 };
      if (at > 3 && form.columns[at - 4]?.unit === 'wan') cell.numFmt = '#,##0.00';
      if (row.row === 1) cell.font = { bold: true };
    });
  }
  const foot = page.addRow([`${form.note}　制表日期：${ctx.today}`]);
  page.mergeCells(foot.number, 1, foot.number, width);
  foot.getCell(1).alignment = { wrapText: true };
  foot.height = 30;
  if (form.checks.length > 0) {
    const list = book.addWorksheet('待核对');
    list.columns = [{ width: 18 }, { width: 8 }, { width: 60 }];
    list.addRow(['案件编号', '行号', '问题']).font = { bold: true };
    for (const check of form.checks) list.addRow([check.number, check.row ?? '', check.text]);
  }
  return {
    fileName: `${fileName(form)}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: Buffer.from(await book.xlsx.writeBuffer()),
  };
}

/** A part of the form that fits the width of a page. */
function tableOf(form: Form, unit: 'case' | 'wan', caption: string) {
  const columns = form.columns.filter((one) => one.unit === unit);
  const show = (row: Form['rows'][number], one: (typeof columns)[number]) => {
    const value = figure(row, one);
    if (value === 0) return '';
    return unit === 'case' ? String(value) : value.toLocaleString('zh-CN', { minimumFractionDigits: 2 });
  };
  return {
    kind: 'table' as const,
    caption,
    columns: [
      { title: '行', align: 'right' as const, width: 0.6 },
      { title: '违法行为', width: 5 },
      ...columns.map((one) => ({ title: one.label, align: 'right' as const, width: 1.3 })),
    ],
    rows: form.rows.map((row) => [
      String(row.row),
      row.articles.length === 0 ? row.label : `${row.label}（${row.articles.join('；')}）`,
      ...columns.map((one) => show(row, one)),
    ]),
  };
}

/** The form as PDF: numbers of cases and money on pages of their own, since a page is not as wide as the form. */
export async function printCaseStatistics(given: Ctx, question: Question): Promise<FileAnswer> {
  const ctx = inChinese(given);
  const form = await getCaseStatistics(ctx, question);
  const { content } = renderPdf({
    title: [form.title],
    subtitle: `${form.period}　${form.organisation ?? '全区'}`,
    issuer: ctx.services.places.organisationName('WJ-MSB') ?? ctx.services.district.name,
    date: ctx.today,
    mark: ctx.services.district.demo ? '演示数据' : null,
    header: form.title,
    contentsTitle: '目录',
    cover: [
      { label: '报告期', value: `${form.from}至${form.to}` },
      { label: '办案机构', value: form.organisation ?? '全区' },
      { label: '制表日期', value: ctx.today },
    ],
    createdAtSeconds: Math.floor(ctx.now.getTime() / 1000),
    blocks: [
      { kind: 'paragraph', text: `报告期：${form.from}至${form.to}，${form.by}；计入案件${form.proof.cases}件。` },
      tableOf(form, 'case', '一、案件数（件）'),
      tableOf(form, 'wan', '二、金额（万元）'),
      { kind: 'note', text: form.note },
      ...(form.checks.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: '三、待核对案件',
              columns: [
                { title: '案件编号', width: 1.4 },
                { title: '行', width: 0.5 },
                { title: '问题', width: 4 },
              ],
              rows: form.checks.map((one) => [one.number, String(one.row ?? ''), one.text]),
            },
          ]),
    ],
  });
  return { fileName: `${fileName(form)}.pdf`, mediaType: 'application/pdf', content: Buffer.from(content) };
}
