import type { Permission } from '../access/access.ts';
import type { ErrorCatalogue } from '../errors/errors.ts';
import type { Bilingual } from '../i18n/language.ts';

export const importPermissions: readonly Permission[] = [
  {
    code: 'imports.import.read',
    label: { zh: '查看导入', en: 'See imports' },
    roles: ['ip-officer', 'director', 'reviewer'],
  },
  { code: 'imports.import.create', label: { zh: '上传文件', en: 'Upload files' }, roles: ['ip-officer'] },
  { code: 'imports.import.commit', label: { zh: '提交导入', en: 'Apply imports' }, roles: ['ip-officer'] },
  { code: 'imports.import.undo', label: { zh: '撤销导入', en: 'Undo imports' }, roles: ['ip-officer'] },
];

export const importErrors: ErrorCatalogue = {
  'imports.file.empty': {
    status: 400,
    zh: '“{fileName}”是空文件，请检查导出后重新上传。',
    en: '"{fileName}" is empty; check the export and upload again.',
  },
  'imports.file.sealed': {
    status: 403,
    zh: '该文件写有受保护人员的身份，需“{permission}”权限才能下载；退回行可另行下载，其中的身份已封存。',
    en: 'The file names people who are protected: it takes "{permission}". Refused rows can be downloaded apart, with these names sealed.',
  },
  'imports.import.unknown-kind': {
    status: 400,
    zh: '没有“{kind}”这种导入类型。',
    en: 'There is no import kind "{kind}".',
  },
  'imports.import.wrong-state': {
    status: 409,
    zh: '该导入目前是“{state}”，不能这样操作；请刷新查看。',
    en: 'This import is in state "{state}"; please refresh.',
  },
  'imports.import.nothing-to-commit': {
    status: 409,
    zh: '没有可写入的行：请先处理存疑行，或下载退回行更正后重新上传。',
    en: 'No row can be applied: decide the doubtful rows or correct the refused ones.',
  },
  'imports.import.not-read': {
    status: 500,
    zh: '读取时出错，没有写入任何记录。',
    en: 'Reading failed; nothing was applied.',
  },
  'imports.import.rolled-back': { status: 500, zh: '未能完成：{sentence}', en: 'Nothing was changed: {sentence}' },
  'imports.mapping.unknown-field': {
    status: 400,
    zh: '“{kind}”没有“{field}”这一项。',
    en: '"{kind}" has no field "{field}".',
  },
  'imports.mapping.field-twice': {
    status: 400,
    zh: '{sheet}中“{field}”被指定给了两列，请只保留一列。',
    en: 'In {sheet}, "{field}" is given to two columns; keep one.',
  },
  'imports.mapping.required-missing': {
    status: 400,
    zh: '{sheet}缺少必需的列：{fields}。请指定，或不包含该表。',
    en: '{sheet} lacks required columns: {fields}. Assign them or leave the sheet out.',
  },
  'imports.mapping.no-sheet': { status: 400, zh: '没有选中任何工作表。', en: 'No sheet is included.' },
  'imports.row.not-doubtful': {
    status: 409,
    zh: '第 {row} 行不是存疑行，或已有人决定。',
    en: 'Row {row} is not doubtful, or somebody has decided it.',
  },
  'imports.row.no-suggestion': { status: 409, zh: '第 {row} 行没有建议值。', en: 'Row {row} has no suggestion.' },
  'imports.row.still-refused': {
    status: 409,
    zh: '第 {row} 行按此仍不能写入，请下载退回行更正后上传。',
    en: 'Row {row} still cannot go in; correct it in the refused-rows file.',
  },
};

export const importActions: Readonly<Record<string, Bilingual>> = {
  'imports.import.create': { zh: '上传文件', en: 'Upload a file' },
  'imports.file.open': {
    zh: '下载含受保护身份的导入文件',
    en: 'Download an imported file that names protected people',
  },
  'imports.import.map': { zh: '更正导入的列', en: 'Correct the columns of an import' },
  'imports.import.commit': { zh: '提交导入', en: 'Apply an import' },
  'imports.import.undo': { zh: '撤销导入', en: 'Undo an import' },
  'imports.import.cancel': { zh: '放弃导入', en: 'Give up an import' },
  'imports.import.retry': { zh: '重试导入', en: 'Retry an import' },
  'imports.row.decide': { zh: '决定存疑行', en: 'Decide a doubtful row' },
};
