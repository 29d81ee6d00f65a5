import type { IndicatorDetail } from '@jince/contract';
import { useEffect, useState } from 'react';

export type RuleTexts = Partial<Record<IndicatorDetail['rules'][number]['part'], string>>;
export interface RuleDraft {
  readonly texts: RuleTexts;
  readonly note: string;
}

const keyOf = ({ code, version }: IndicatorDetail) => `jince.rule-draft.${code}.${version}`;

const savedRules = (indicator: IndicatorDetail): RuleTexts =>
  Object.fromEntries(indicator.rules.map((rule) => [rule.part, rule.text]));

function read(indicator: IndicatorDetail): RuleDraft {
  const saved = savedRules(indicator);
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(indicator)) ?? 'null') as Partial<RuleDraft> | null;
    return { texts: { ...saved, ...kept?.texts }, note: kept?.note ?? '' };
  } catch {
    return { texts: saved, note: '' };
  }
}

/**
 * What is typed, kept in this tab until it is saved or thrown away, so that a reload or a sign-out loses nothing. It
 * belongs to one version: once another is saved, it is of no use.
 */
export function useRuleDraft(indicator: IndicatorDetail) {
  const [draft, setDraft] = useState(() => read(indicator));
  const changed = indicator.rules.some((rule) => draft.texts[rule.part] !== rule.text);
  useEffect(() => {
    try {
      if (changed || draft.note !== '') sessionStorage.setItem(keyOf(indicator), JSON.stringify(draft));
      else sessionStorage.removeItem(keyOf(indicator));
    } catch {
      // A full or forbidden storage costs only the draft.
    }
  }, [draft, changed, indicator]);
  return {
    draft,
    changed,
    write: (part: keyof RuleTexts, text: string) =>
      setDraft((before) => ({ ...before, texts: { ...before.texts, [part]: text } })),
    setNote: (note: string) => setDraft((before) => ({ ...before, note })),
    discard: () => setDraft({ texts: savedRules(indicator), note: '' }),
  };
}
