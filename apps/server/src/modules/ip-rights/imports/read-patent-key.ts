import { formatPatentApplicationNumber, identifierProblemText, parsePatentApplicationNumber } from '@jince/identifiers';
import type { RowReader } from '../../../platform/imports/row-reader.ts';
import { addIssue } from './add-issue.ts';

/** Key of the Chinese patent a row of another list speaks of; undefined, with the issue, when it names none. */
export function readPatentKey(reader: RowReader, field: string): string | undefined {
  const text = reader.text(field);
  if (text === undefined) {
    addIssue(reader, 'patent.number-missing', 'refused', field, '缺少申请号或专利号', 'The patent number is missing');
    return undefined;
  }
  const parsed = parsePatentApplicationNumber(text, { latestYear: Number(reader.context.today.slice(0, 4)) });
  if (parsed.ok) return parsed.value;
  const suggestion = parsed.suggestion === undefined ? undefined : formatPatentApplicationNumber(parsed.suggestion);
  const several = /[;；、]/.test(text) ? '；一行只写一件专利，多件请分行' : '';
  const zh = `申请号/专利号“${text}”${identifierProblemText(parsed.problem, 'zh')}${suggestion === undefined ? several : `，应为 ${suggestion} 吗？`}`;
  const en = `Patent number "${text}": ${identifierProblemText(parsed.problem, 'en')}`;
  addIssue(
    reader,
    `patent.application-no.${parsed.problem}`,
    suggestion === undefined ? 'refused' : 'doubtful',
    field,
    zh,
    en,
    suggestion,
  );
  return suggestion === undefined ? undefined : parsed.value;
}
