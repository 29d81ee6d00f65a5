import type { Jurisdiction } from '../../../platform/jurisdiction/jurisdiction.ts';

type Template = Jurisdiction['campaigns']['templates'][number];

const SUBJECTS = ['enterprise', 'patent', 'trademark', 'madrid'] as const;
export type CampaignSubject = (typeof SUBJECTS)[number];

/** A rule of a template with its placeholders filled for a day. */
export function fillRule(text: string, today: string): string {
  return text.replaceAll('{yearStart}', `${today.slice(0, 4)}-01-01`);
}

/** The subject a rule speaks of: its first root name that is one; enterprises where it names none. */
export function subjectOfRule(text: string): CampaignSubject {
  const found = /(?<![\w.])(enterprise|patent|trademark|madrid)\s*\./.exec(text)?.[1];
  return SUBJECTS.find((subject) => subject === found) ?? 'enterprise';
}

export function isCampaignSubject(subject: string): subject is CampaignSubject {
  return SUBJECTS.some((one) => one === subject);
}

/** Who remains in question where nothing else is said. */
export function stayRuleOf(template: Template | undefined, subject: string, pack: Jurisdiction): string | null {
  return template?.stay ?? pack.campaigns.stayRules[subject] ?? null;
}
