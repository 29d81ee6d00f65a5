import type { Language } from '../i18n/language.ts';

/** What a schema found wrong with a field, as the validator reports it. */
export interface FieldProblem {
  /** Code of the issue: `too_small`, `invalid_type` … */
  readonly keyword: string;
  readonly message?: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '“是”或“否”',
  array: '列表',
  object: '一组字段',
  record: '一组字段',
  date: '日期',
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: '不是有效的编号。',
  guid: '不是有效的编号。',
  email: '不是有效的电子邮箱地址。',
  url: '不是有效的网址。',
  date: '不是有效的日期，应为 2026-01-31 的写法。',
  datetime: '不是有效的时间。',
  time: '不是有效的时刻。',
  regex: '格式不符合要求。',
};

const COUNTED: Readonly<Record<string, string>> = { string: '个字', array: '项', set: '项', file: '字节' };
/** As the contract words a day; the reader gets an example. */
const DAY_MESSAGE = 'YYYY-MM-DD';
const CHINESE = /\p{Script=Han}/u;

function limit(params: FieldProblem['params'], bound: 'minimum' | 'maximum'): string {
  const { origin } = params;
  const value = String(params[bound]);
  const unit = COUNTED[String(origin)];
  const inclusive = params.inclusive !== false;
  if (bound === 'minimum') {
    if (unit !== undefined) return value === '1' ? '不能为空。' : `至少 ${value} ${unit}。`;
    return inclusive ? `不能小于 ${value}。` : `必须大于 ${value}。`;
  }
  if (unit !== undefined) return `最多 ${value} ${unit}。`;
  return inclusive ? `不能大于 ${value}。` : `必须小于 ${value}。`;
}

function inChinese({ keyword, message = '', params }: FieldProblem): string {
  if (CHINESE.test(message)) return message;
  if (message === DAY_MESSAGE) return FORMATS.date as string;
  switch (keyword) {
    case 'invalid_type': {
      if (message.endsWith('received undefined') || message.endsWith('received null')) return '请填写。';
      const wanted = TYPES[String(params.expected)];
      return wanted === undefined ? '内容的类型不对。' : `应当是${wanted}。`;
    }
    case 'too_small':
      return limit(params, 'minimum');
    case 'too_big':
      return limit(params, 'maximum');
    case 'not_multiple_of':
      return `应当是 ${String(params.divisor)} 的整数倍。`;
    case 'invalid_format':
      return FORMATS[String(params.format)] ?? '格式不符合要求。';
    case 'invalid_value':
      return '不在可选的范围内。';
    case 'unrecognized_keys':
      return `没有这样的字段：${(params.keys as readonly string[] | undefined)?.join('、') ?? ''}。`;
    default:
      return '填写的内容不符合要求。';
  }
}

/** The sentence beside a field. The validator speaks English: for readers of Chinese it is said anew from what was found. */
export const fieldSentence = (problem: FieldProblem, language: Language): string =>
  language === 'zh' ? inChinese(problem) : (problem.message ?? 'Invalid input');
