/** Personal data as it is shown to those who need not know it (个人信息保护法 art. 51, 去标识化). */

/** 张三丰 → 张**: the family name stays. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name;
  return first + '*'.repeat(Math.max(rest.length, first === '' ? 0 : 1));
}

/** 13812341234 → 138****1234; shorter numbers keep their last two digits. */
export function maskPhone(phone: string): string {
  const kept = phone.length >= 11 ? { head: 3, tail: 4 } : { head: 0, tail: 2 };
  const hidden = Math.max(phone.length - kept.head - kept.tail, 4);
  return phone.slice(0, kept.head) + '*'.repeat(hidden) + (phone.length > kept.tail ? phone.slice(-kept.tail) : '');
}

/** Certificate and other numbers: the last four characters stay. */
export function maskNumber(text: string): string {
  return text.length <= 4 ? '****' : `****${text.slice(-4)}`;
}
