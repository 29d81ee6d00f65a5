/** One entry of the error catalogue: HTTP status and the sentence a person can act on, with `{name}` placeholders. */
export interface ErrorEntry {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}
export type ErrorCatalogue = Readonly<Record<string, ErrorEntry>>;
export type ErrorParams = Readonly<Record<string, string | number | boolean | null>>;

/** A refusal with a code of the catalogue. Its sentence is made when it is shown, in the reader's language. */
export class AppError extends Error {
  override name = 'AppError';
  readonly code: string;
  readonly params: ErrorParams;
  readonly fieldErrors: readonly { path: string; message: string }[];
  constructor(code: string, params: ErrorParams = {}, fieldErrors: readonly { path: string; message: string }[] = []) {
    super(code);
    this.code = code;
    this.params = params;
    this.fieldErrors = fieldErrors;
  }
}

export const platformErrors = {
  'platform.internal': {
    status: 500,
    zh: '系统出了差错，已记录（编号 {requestId}）。您的输入没有丢失，请稍后重试；若再次出现请把编号告诉管理员。',
    en: 'Something went wrong and was recorded (reference {requestId}). Please try again; if it happens again, give the reference to your administrator.',
  },
  'platform.route-not-found': { status: 404, zh: '没有这个地址。', en: 'There is no such address.' },
  'platform.not-found': {
    status: 404,
    zh: '没有找到，或不在您的管辖范围内。',
    en: 'Not found, or outside your scope.',
  },
  'platform.invalid-input': {
    status: 400,
    zh: '填写的内容有误，请按提示更正。',
    en: 'The input is not valid; please correct it as shown.',
  },
  'platform.not-signed-in': { status: 401, zh: '请先登录。', en: 'Please sign in.' },
  'platform.not-permitted': {
    status: 403,
    zh: '您没有“{permission}”的权限；如工作需要，请联系安全管理员授权。',
    en: 'You lack the permission “{permission}”; ask the security administrator if your work needs it.',
  },
  'platform.csrf': {
    status: 403,
    zh: '页面已过期，请刷新后再试（您的输入仍保留在页面上）。',
    en: 'The page has expired; refresh and try again.',
  },
  'platform.too-many-requests': {
    status: 429,
    zh: '操作过于频繁，请在 {seconds} 秒后再试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
  'platform.payload-too-large': {
    status: 413,
    zh: '文件过大：上限 {limit}。请拆分后分别上传。',
    en: 'The file is too large: the limit is {limit}. Please split it.',
  },
} as const satisfies ErrorCatalogue;

export function fillSentence(template: string, params: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => (key in params ? String(params[key]) : whole));
}
