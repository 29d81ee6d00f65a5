import type { PolicyDocument, PolicyFinding, PolicyItemDocument } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleProblemView } from '../../components/rule-editor.tsx';
import { useSettled } from '../../lib/use-settled.ts';
import { checkQuery, type PolicyCheck, type PolicyDetail } from './policy-query.ts';

export interface PolicyEditor {
  readonly document: PolicyDocument;
  readonly changed: boolean;
  readonly check: PolicyCheck | undefined;
  readonly checkError: unknown;
  readonly checking: boolean;
  readonly write: (part: Partial<PolicyDocument>) => void;
  readonly writeItem: (at: number, part: Partial<PolicyItemDocument>) => void;
  /** What is said of a place: parts that are missing, findings of the rule that stands there. */
  readonly errorAt: (path: string) => string | undefined;
  readonly ruleProblems: (path: string) => RuleProblemView[];
}

const toRuleProblem = ({ code, text, problem }: PolicyFinding): RuleProblemView => ({
  code,
  text,
  from: problem?.from ?? 0,
  to: problem?.to ?? 0,
  suggestion: problem?.suggestion ?? null,
});

/** The document as it is being written, and what the server says of it a moment after the last stroke. */
export function usePolicyEditor(policy: PolicyDetail): PolicyEditor {
  const { i18n } = useTranslation();
  const [document, setDocument] = useState(policy.document);
  const text = JSON.stringify(document);
  const settled = useSettled(text);
  const query = useQuery(checkQuery(settled.value, i18n.language));
  const check = query.data;
  const write = (part: Partial<PolicyDocument>) => setDocument((before) => ({ ...before, ...part }));
  return {
    document,
    changed: text !== JSON.stringify(policy.document),
    check,
    checkError: query.error,
    checking: settled.waiting || query.isFetching,
    write,
    writeItem: (at, part) =>
      setDocument((before) => ({
        ...before,
        items: before.items.map((item, index) => (index === at ? { ...item, ...part } : item)),
      })),
    errorAt: (path) =>
      check?.problems.find((one) => one.path === path)?.text ??
      check?.findings.find((one) => one.path === path && one.problem === null)?.text,
    ruleProblems: (path) =>
      (check?.findings ?? []).filter((one) => one.path === path && one.problem !== null).map(toRuleProblem),
  };
}
