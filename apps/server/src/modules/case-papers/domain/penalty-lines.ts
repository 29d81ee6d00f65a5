import type { CaseDecision, CaseRecord } from '@jince/contract';
import { said } from './paper-sources.ts';
import { yuanWithWords } from './words.ts';

const filled = (lines: readonly (string | null | undefined | false)[]) =>
  lines.filter((line): line is string => typeof line === 'string' && line.trim() !== '');

/** The penalty of a decision, one line each. */
export function penaltyLines(decision: CaseDecision): string[] {
  if (decision.kind !== 'penalty') return filled([decision.ground, decision.other]);
  return filled([
    decision.warning && '警告',
    decision.other,
    decision.confiscatedGoods !== null && decision.confiscatedGoods !== '' && `没收${decision.confiscatedGoods}`,
    decision.confiscatedFen > 0 && `没收违法所得${yuanWithWords(decision.confiscatedFen)}`,
    decision.fineFen > 0 && `罚款人民币${yuanWithWords(decision.fineFen)}`,
  ]);
}

const fenOf = (value: unknown) => (typeof value === 'number' && value > 0 ? value : 0);

/** What is proposed before the decision: from the last notice, review or report that says it. */
export function proposedLines({ notice, report }: CaseRecord): string[] {
  const entry = notice ?? report;
  if (entry === null) return [];
  const goods = said(entry, 'confiscatedGoods');
  return filled([
    entry.data.warning === true && '警告',
    said(entry, 'other'),
    goods !== '' && `没收${goods}`,
    fenOf(entry.data.confiscatedFen) > 0 && `没收违法所得${yuanWithWords(fenOf(entry.data.confiscatedFen))}`,
    fenOf(entry.data.fineFen) > 0 && `罚款人民币${yuanWithWords(fenOf(entry.data.fineFen))}`,
  ]);
}

/** Lines as one text: numbered where there are several. */
export const joined = (lines: readonly string[]): string =>
  lines.length < 2 ? (lines[0] ?? '') : lines.map((line, at) => `${at + 1}.${line}`).join('；');
