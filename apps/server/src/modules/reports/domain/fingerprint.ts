import { createHash } from 'node:crypto';

/** Text without spaces, marks and the difference of half and full width: what two people mean alike is written alike. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

/** Hash by which the same report is known again. */
export function fingerprintOf(report: {
  readonly sort: string;
  readonly kind: string;
  readonly subjectName: string;
  readonly statement: string;
}): string {
  const parts = [report.sort, report.kind, bare(report.subjectName), bare(report.statement)];
  return createHash('sha256').update(parts.join('\u0000')).digest('hex');
}
