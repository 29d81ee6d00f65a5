import type { OpenDataSettings } from '@jince/wujiang';
import type { Cell, Column, Dataset, Row } from './dataset.ts';

/** What a version is called in its own files. */
export interface VersionName {
  readonly no: number;
  /** The day the data are of. */
  readonly asOf: string;
}

/** A cell that no spreadsheet takes for a formula: those that could be one begin with an apostrophe; the schema says so. */
function csvCell(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with a mark of UTF-8 in front, which spreadsheets in Chinese need to read the letters. */
export function writeCsv(columns: readonly Column[], rows: readonly Row[]): Buffer {
  const lines = [
    columns.map((column) => column.name),
    ...rows.map((row) => columns.map(({ name }) => csvCell(row[name] ?? null))),
  ];
  return Buffer.from(`\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`, 'utf8');
}

/** One object with the rows as they are; a row a line, so that versions can be compared line by line. */
export function writeJson(
  dataset: Pick<Dataset, 'code' | 'columns'>,
  version: VersionName,
  rows: readonly Row[],
): Buffer {
  const cells = rows.map((row) =>
    JSON.stringify(Object.fromEntries(dataset.columns.map(({ name }) => [name, row[name] ?? null]))),
  );
  const head = `{"dataset":${JSON.stringify(dataset.code)},"version":${version.no},"asOf":"${version.asOf}","rows":[`;
  return Buffer.from(`${head}${cells.length === 0 ? '' : `\n${cells.join(',\n')}\n`}]}\n`, 'utf8');
}

const JSON_TYPES = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'string',
} as const;

function property(column: Column) {
  const type = JSON_TYPES[column.type];
  return {
    title: column.title.zh,
    ...(column.description === undefined ? {} : { description: column.description.zh }),
    type: column.required === true ? type : [type, 'null'],
    ...(column.type === 'date' ? { format: 'date' } : {}),
    ...(column.values === undefined
      ? {}
      : { enum: [...Object.keys(column.values), ...(column.required === true ? [] : [null])] }),
  };
}

function field(column: Column) {
  const constraints = {
    ...(column.required === true ? { required: true } : {}),
    ...(column.values === undefined ? {} : { enum: Object.keys(column.values) }),
  };
  return {
    name: column.name,
    type: column.type,
    title: column.title.zh,
    'title:en': column.title.en,
    ...(column.description === undefined
      ? {}
      : { description: column.description.zh, 'description:en': column.description.en }),
    ...(column.values === undefined
      ? {}
      : {
          categories: Object.entries(column.values).map(([value, label]) => ({
            value,
            label: label.zh,
            'label:en': label.en,
          })),
        }),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

/** JSON Schema (2020-12) of the JSON file, with the Table Schema and the dialect of the csv file in it. */
export function writeSchema(dataset: Dataset, settings: OpenDataSettings): Buffer {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: dataset.title.zh,
    description: dataset.description.zh,
    type: 'object',
    required: ['dataset', 'version', 'asOf', 'rows'],
    additionalProperties: false,
    properties: {
      dataset: { const: dataset.code },
      version: { type: 'integer', minimum: 1 },
      asOf: { type: 'string', format: 'date' },
      rows: {
        type: 'array',
        items: {
          type: 'object',
          required: dataset.columns.map((column) => column.name),
          additionalProperties: false,
          properties: Object.fromEntries(dataset.columns.map((column) => [column.name, property(column)])),
        },
      },
    },
    tableSchema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: dataset.columns.map(field),
      primaryKey: [...dataset.key],
      missingValues: [''],
    },
    csv: {
      encoding: 'utf-8',
      byteOrderMark: true,
      delimiter: ',',
      quoteChar: '"',
      lineTerminator: '\r\n',
      header: true,
      formulaGuard: "以 = + - @ 开头的文字前加一个撇号（'），以免被表格软件当作公式；JSON 文件不加",
    },
    licence: settings.licence.url,
    publisher: settings.publisher.zh,
  };
  return Buffer.from(`${JSON.stringify(schema, null, 2)}\n`, 'utf8');
}
