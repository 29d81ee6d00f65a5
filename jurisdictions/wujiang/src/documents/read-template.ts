import { bodies } from '../organisation.ts';
import {
  type Fields,
  PackDataError,
  readFields,
  readList,
  readNumber,
  readOneOf,
  readOptionalText,
  readText,
} from '../shape.ts';
import { readTemplateFields } from './read-fields.ts';
import { type Names, readTemplateText } from './read-text.ts';
import { type DocumentTemplate, type FormCell, NUMBERINGS, type TemplateBlock, type TemplateText } from './template.ts';

const KINDS = ['heading', 'paragraph', 'note', 'items', 'table', 'form'] as const;
const ALIGNS = ['left', 'center', 'right'] as const;
const LEVELS = [1, 2, 3, 4] as const;

const readMaybe = (value: unknown, at: string, names: Names): TemplateText | undefined =>
  value === undefined || value === null ? undefined : readTemplateText(value, at, names);

function rowNames(block: Fields, at: string, names: Names): { each: string; names: Names } {
  const each = readText(block.each, `${at}.each`);
  const list = names.document.find((field) => field.path === each && field.type === 'list');
  if (list === undefined) throw new PackDataError(`${at}.each: 没有列表「${each}」`);
  return { each, names: { ...names, row: list.fields } };
}

function readTable(block: Fields, at: string, names: Names) {
  const rows = rowNames(block, at, names);
  const columns = readList(block.columns, `${at}.columns`, (one, path) => {
    const column = readFields(one, path);
    return {
      title: readText(column.title, `${path}.title`),
      width: readNumber(column.width, `${path}.width`),
      align: readOneOf(column.align ?? 'left', `${path}.align`, ALIGNS),
      text: readTemplateText(column.text, `${path}.text`, rows.names),
    };
  });
  const total =
    block.total === undefined
      ? undefined
      : readList(block.total, `${at}.total`, (one, path) => (one === '' ? [] : readTemplateText(one, path, names)));
  if (total !== undefined && total.length !== columns.length)
    throw new PackDataError(`${at}.total: 应有 ${columns.length} 格`);
  return {
    kind: 'table' as const,
    caption: readMaybe(block.caption, `${at}.caption`, names),
    each: rows.each,
    columns,
    total,
    note: readMaybe(block.note, `${at}.note`, names),
  };
}

function readCell(value: unknown, at: string, names: Names): FormCell {
  const cell = readFields(value, at);
  const label = cell.label !== undefined;
  return {
    label,
    text: label
      ? readTemplateText(cell.label, `${at}.label`, names)
      : cell.text === ''
        ? []
        : readTemplateText(cell.text, `${at}.text`, names),
    span: cell.span === undefined ? 1 : readNumber(cell.span, `${at}.span`),
    lines: cell.lines === undefined ? 1 : readNumber(cell.lines, `${at}.lines`),
    foot: readMaybe(cell.foot, `${at}.foot`, names),
  };
}

function readForm(block: Fields, at: string, names: Names) {
  const columns = readList(block.columns, `${at}.columns`, readNumber);
  const rows = readList(block.rows, `${at}.rows`, (row, path) => {
    const cells = readList(row, path, (cell, place) => readCell(cell, place, names));
    const width = cells.reduce((sum, cell) => sum + cell.span, 0);
    if (width !== columns.length) throw new PackDataError(`${path}: 各格共 ${width} 列，应为 ${columns.length} 列`);
    return cells;
  });
  return { kind: 'form' as const, columns, rows };
}

function readBlock(value: unknown, at: string, names: Names): TemplateBlock {
  const block = readFields(value, at);
  const when = readOptionalText(block.when, `${at}.when`);
  if (when !== undefined && !names.document.some((field) => field.path === when))
    throw new PackDataError(`${at}.when: 未登记的「${when}」`);
  const kind = readOneOf(block.kind, `${at}.kind`, KINDS);
  switch (kind) {
    case 'heading': {
      const level = LEVELS.find((one) => one === block.level);
      if (level === undefined) throw new PackDataError(`${at}.level: 应为 1 至 4`);
      return { when, kind, level, text: readTemplateText(block.text, `${at}.text`, names) };
    }
    case 'items': {
      const rows = rowNames(block, at, names);
      const numbering = readOneOf(block.numbering, `${at}.numbering`, NUMBERINGS);
      return { when, kind, each: rows.each, numbering, text: readTemplateText(block.text, `${at}.text`, rows.names) };
    }
    case 'table':
      return { when, ...readTable(block, at, names) };
    case 'form':
      return { when, ...readForm(block, at, names) };
    default:
      return { when, kind, text: readTemplateText(block.text, `${at}.text`, names) };
  }
}

/** Name of a body on its letter-head: without a second name in brackets. */
function issuerName(code: unknown, at: string): string {
  const body = bodies.find((one) => one.code === code);
  if (body === undefined) throw new PackDataError(`${at}: 没有机构「${String(code)}」`);
  return body.name.replace(/（.*）$/, '');
}

/**
 * A template of an official paper.
 * @param value the parsed file
 * @param at name of the file, for messages
 * @throws PackDataError with the place: an unknown placeholder, a format that does not fit, a row of the wrong width
 */
export function readDocumentTemplate(value: unknown, at: string): DocumentTemplate {
  const file = readFields(value, at);
  const fields = readTemplateFields(file.fields, `${at}.fields`);
  const names: Names = { document: fields, row: undefined };
  const text = (key: string) => readMaybe(file[key], `${at}.${key}`, names);
  const colophon = file.colophon === undefined ? undefined : readFields(file.colophon, `${at}.colophon`);
  return {
    code: readText(file.code, `${at}.code`, /^[a-z][a-z0-9-]+$/),
    label: readText(file.label, `${at}.label`),
    group: readText(file.group, `${at}.group`),
    use: readText(file.use, `${at}.use`),
    basis: readText(file.basis, `${at}.basis`),
    head: readOneOf(file.head, `${at}.head`, ['red', 'letter', 'none'] as const),
    issuers: readList(file.issuers, `${at}.issuers`, issuerName),
    suffix: readOptionalText(file.suffix, `${at}.suffix`) ?? '',
    fields,
    title: readList(file.title, `${at}.title`, (one, path) => readTemplateText(one, path, names)),
    number: text('number'),
    recipient: text('recipient'),
    body: readList(file.body, `${at}.body`, (one, path) => readBlock(one, path, names)),
    attachments:
      file.attachments === undefined
        ? []
        : readList(file.attachments, `${at}.attachments`, (one, path) => readTemplateText(one, path, names)),
    annexes:
      file.annexes === undefined
        ? []
        : readList(file.annexes, `${at}.annexes`, (one, path) => {
            const annex = readFields(one, path);
            return {
              title: readTemplateText(annex.title, `${path}.title`, names),
              body: readList(annex.body, `${path}.body`, (block, place) => readBlock(block, place, names)),
            };
          }),
    signedOn: text('signedOn'),
    remark: text('remark'),
    colophon:
      colophon === undefined
        ? undefined
        : {
            copyTo: readMaybe(colophon.copyTo, `${at}.colophon.copyTo`, names),
            printer: readText(colophon.printer, `${at}.colophon.printer`),
            printedOn: readTemplateText(colophon.printedOn, `${at}.colophon.printedOn`, names),
          },
  };
}
