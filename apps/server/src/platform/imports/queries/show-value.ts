/** A stored value as a person reads it: lists joined, holders by name, money in yuan. */
export function showValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map(showValue).filter(Boolean).join('；');
  if (typeof value === 'object') {
    const record = value as Record<string, unknown>;
    if (typeof record.name === 'string') return record.name;
    if (typeof record.amountFen === 'number')
      return `${(record.amountFen / 100).toLocaleString('zh-CN')} ${String(record.currency ?? '')}`.trim();
    return Object.values(record).map(showValue).filter(Boolean).join(' ');
  }
  return String(value);
}
