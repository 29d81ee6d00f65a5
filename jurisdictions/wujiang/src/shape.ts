/** Small readers that turn unknown JSON into typed data and name the place of the first fault. */

export class PackDataError extends Error {
  override name = 'PackDataError';
}

export type Fields = Readonly<Record<string, unknown>>;

function fail(path: string, wanted: string): never {
  throw new PackDataError(`${path}: ${wanted}`);
}

export function readFields(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(path, '应为对象');
  return value as Fields;
}

export function readList<T>(value: unknown, path: string, item: (value: unknown, path: string) => T): T[] {
  if (!Array.isArray(value)) fail(path, '应为数组');
  return value.map((one, i) => item(one, `${path}[${i}]`));
}

export function readText(value: unknown, path: string, pattern?: RegExp): string {
  if (typeof value !== 'string' || value === '') fail(path, '应为非空文字');
  if (pattern && !pattern.test(value)) fail(path, `「${value}」不合格式 ${pattern.source}`);
  return value;
}

export function readOptionalText(value: unknown, path: string, pattern?: RegExp): string | undefined {
  return value === null || value === undefined ? undefined : readText(value, path, pattern);
}

export function readNumber(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) fail(path, '应为数字');
  return value;
}

export function readOneOf<T extends string>(value: unknown, path: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  return found ?? fail(path, `应为 ${allowed.join('、')} 之一`);
}

export function readTexts(value: unknown, path: string): string[] {
  return readList(value, path, (one, at) => readText(one, at));
}

/** Throws when two items share a key: every code in a pack names one thing. */
export function requireUnique<T>(items: readonly T[], path: string, keyOf: (item: T) => string): void {
  const seen = new Set<string>();
  for (const item of items) {
    const key = keyOf(item);
    if (seen.has(key)) fail(path, `「${key}」重复`);
    seen.add(key);
  }
}
