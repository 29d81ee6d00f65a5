import type { PolicyVersion } from '../../policies/index.ts';

/** Why a version takes no claims on a day; null when it does. */
export function closedReason(version: PolicyVersion, on: string): string | null {
  if (version.state !== 'published' && version.state !== 'retired') return '政策未发布';
  const { windows } = version.policy;
  if (windows.some((one) => one.from <= on && on <= one.to)) return null;
  return `申报期为${windows.map((one) => `${one.from}至${one.to}`).join('、')}`;
}
