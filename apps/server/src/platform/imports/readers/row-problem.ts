import type { RawRow, RowProblem, RowProblemCode, Sentence } from './types.ts';

type Params = Record<string, string | number>;

const SENTENCES: Record<RowProblemCode, { severity: 'error' | 'warning'; say: (p: Params) => Sentence }> = {
  'row.quotes': {
    severity: 'error',
    say: () => ({
      zh: '此行的双引号不成对，无法确定各列的内容。请在源文件中补全或删除引号后重新导入此行。',
      en: 'The quotation marks of this row do not pair up, so its columns are uncertain. Correct them in the file and import the row again.',
    }),
  },
  'row.after-damage': {
    severity: 'error',
    say: (p) => ({
      zh: `此行列数不符，可能是第 ${p.damagedLine} 行引号不成对的记录的后半部分。请与第 ${p.damagedLine} 行一起改正。`,
      en: `This row has the wrong number of columns and is probably the rest of the damaged record of line ${p.damagedLine}. Correct both together.`,
    }),
  },
  'row.many-lines': {
    severity: 'warning',
    say: (p) => ({
      zh: `此记录因引号延续到第 ${p.lastLine} 行（共 ${p.lines} 行），可能有引号漏写而把几条记录连成了一条，请核对。`,
      en: `By its quotes this record runs on to line ${p.lastLine} (${p.lines} lines). Perhaps a missing quote has joined several records; please check.`,
    }),
  },
  'row.too-many-cells': {
    severity: 'error',
    say: (p) => ({
      zh: `此行有 ${p.actual} 列，表头只有 ${p.expected} 列，多出的内容为“${p.extra}”。可能是单元格内含有分隔符而未加引号。`,
      en: `This row has ${p.actual} columns but the header has ${p.expected}; extra: "${p.extra}". Probably a cell holds the separator without quotes.`,
    }),
  },
  'row.encoding': {
    severity: 'warning',
    say: (p) => ({
      zh: `此行的编码（${p.found}）与文件其余部分（${p.expected}）不同，已按 ${p.found} 读取，请核对文字。`,
      en: `This row is encoded as ${p.found} while the file is ${p.expected}; it was read as ${p.found}. Please check its text.`,
    }),
  },
  'row.undecodable': {
    severity: 'error',
    say: () => ({
      zh: '此行含有无法识别的字节，文字可能是乱码。请在源文件中改正后重新导入此行。',
      en: 'This row holds bytes that are no valid text. Correct it in the file and import the row again.',
    }),
  },
  'row.nul': {
    severity: 'warning',
    say: () => ({
      zh: '此行含有空字符（NUL），已去除，请核对内容。',
      en: 'This row held NUL characters; they were removed. Please check its content.',
    }),
  },
  'row.line-too-long': {
    severity: 'error',
    say: (p) => ({
      zh: `此行超过 ${p.limitMb} MB，已截断，未完整读取。请检查换行或引号。`,
      en: `This line is longer than ${p.limitMb} MB and was cut. Check the line breaks or quotation marks.`,
    }),
  },
  'row.cell-too-long': {
    severity: 'error',
    say: (p) => ({
      zh: `第 ${p.columnName} 列的内容有 ${p.actual} 个字符，超过 ${p.limit} 个的上限，已截断。`,
      en: `Column ${p.columnName} holds ${p.actual} characters, more than ${p.limit}; it was cut.`,
    }),
  },
  'row.error-value': {
    severity: 'warning',
    say: (p) => ({
      zh: `单元格 ${p.cell} 是错误值 ${p.value}，已按空值处理。请在源表中改正公式。`,
      en: `Cell ${p.cell} holds the error value ${p.value} and was read as empty. Correct the formula in the workbook.`,
    }),
  },
  'row.formula-without-value': {
    severity: 'error',
    say: (p) => ({
      zh: `单元格 ${p.cell} 只有公式而没有计算结果。请用 Excel/WPS 打开文件，重新计算并保存后再上传。`,
      en: `Cell ${p.cell} holds a formula without a result. Open the file in Excel or WPS, recalculate, save and upload again.`,
    }),
  },
  'row.number-precision': {
    severity: 'error',
    say: (p) => ({
      zh: `单元格 ${p.cell} 的长号码以数字保存（${p.value}），超过 15 位的部分已在源表中丢失。请把该列设为“文本”后重新填写。`,
      en: `Cell ${p.cell} stores a long number as a figure (${p.value}); digits beyond the 15th were lost in the workbook. Make the column text and type it again.`,
    }),
  },
  'row.bad-reference': {
    severity: 'error',
    say: (p) => ({
      zh: `单元格 ${p.cell} 指向不存在的内容，已按空值处理。请用 Excel/WPS 打开并另存后再上传。`,
      en: `Cell ${p.cell} points to content that does not exist and was read as empty. Open and save the file again in Excel or WPS.`,
    }),
  },
  'row.bad-date-serial': {
    severity: 'warning',
    say: (p) => ({
      zh: `单元格 ${p.cell} 设为日期格式，但数值 ${p.value} 不是日期，已按数字读取。`,
      en: `Cell ${p.cell} is formatted as a date but ${p.value} is not one; it was read as a number.`,
    }),
  },
  'row.record-unreadable': {
    severity: 'error',
    say: (p) => ({
      zh: `此记录无法读取：${p.detail}。其余记录不受影响。`,
      en: `This record could not be read: ${p.detail}. The other records are not affected.`,
    }),
  },
};

/** Builds a problem with its sentence. `severity` overrides the default of the code. */
export function rowProblem(
  code: RowProblemCode,
  params: Params = {},
  more: { column?: number; severity?: 'error' | 'warning' } = {},
): RowProblem {
  const entry = SENTENCES[code];
  const problem: RowProblem = { code, severity: more.severity ?? entry.severity, params, message: entry.say(params) };
  if (more.column !== undefined) problem.column = more.column;
  return problem;
}

/** Adds a problem; the gravest stays in `problem`, at most 20 further ones are kept. */
export function addProblem(row: RawRow, problem: RowProblem): void {
  if (row.problem === undefined) {
    row.problem = problem;
    return;
  }
  row.moreProblems ??= [];
  const graver = problem.severity === 'error' && row.problem.severity === 'warning';
  const lesser = graver ? row.problem : problem;
  if (graver) row.problem = problem;
  if (row.moreProblems.length < 20) row.moreProblems.push(lesser);
}

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}
