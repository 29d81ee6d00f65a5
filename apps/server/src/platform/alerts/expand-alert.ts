import { type LawBand, lawNumber, lawNumbers, lawValue } from '@jince/law';
import type { Jurisdiction } from '../jurisdiction/jurisdiction.ts';

type AlertRule = Jurisdiction['alertRules'][number];

/** An alert of the jurisdiction with the numbers of a day filled in. */
export interface AlertVariant extends Pick<AlertRule, 'group' | 'subject' | 'label' | 'receivers' | 'text' | 'action'> {
  readonly code: string;
  readonly level: AlertRule['levels'][number];
  readonly rule: string;
  readonly due: string | undefined;
  readonly article: string | null;
}

type Params = Readonly<Record<string, number>>;

/** Puts the values into `{name}` placeholders; those it has no value for stay. */
export function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => (name in params ? String(params[name]) : hole));
}

/** From the widest to the nearest; each reaches down to where the next begins, the last one to the day itself. */
function distances(days: readonly number[]): Params[] {
  const sorted = [...days].sort((a, b) => b - a);
  return sorted.map((one, at) => ({ days: one, from: at + 1 < sorted.length ? (sorted[at + 1] as number) + 1 : 0 }));
}

/** Each band that another one follows: after it the value changes. */
function bands(key: string, on: string): Params[] {
  const all = lawValue(key, on).value as LawBand[];
  return all.slice(0, -1).map(({ from, value }, at) => ({ band: from, value, next: (all[at + 1] as LawBand).value }));
}

function eachOf({ each }: AlertRule, on: string): Params[] {
  if (each === undefined) return [{}];
  if (each.kind === 'days') return distances(each.days);
  return each.kind === 'law-days' ? distances(lawNumbers(each.law, on).value) : bands(each.law, on);
}

function articleOf({ article }: AlertRule, on: string): string | null {
  if (article === undefined) return null;
  return 'law' in article ? lawValue(article.law, on).article : article.text;
}

/**
 * The alerts a rule of the jurisdiction stands for on a day: one for each distance or band, with the numbers of the law
 * of that day.
 * @throws LawNotCoveredError · UnknownLawKeyError
 */
export function expandAlert(alert: AlertRule, on: string): AlertVariant[] {
  const fixed = Object.fromEntries(
    Object.entries(alert.params).map(([name, param]) => [
      name,
      'law' in param ? lawNumber(param.law, on).value : param.days,
    ]),
  );
  return eachOf(alert, on).map((one, at) => {
    const params = { ...fixed, ...one };
    return {
      code: fill(alert.code, params),
      group: alert.group,
      subject: alert.subject,
      label: fill(alert.label, params),
      level: (alert.levels[at] ?? alert.levels.at(-1)) as AlertVariant['level'],
      receivers: alert.receivers,
      rule: fill(alert.rule, params),
      due: alert.due === undefined ? undefined : fill(alert.due, params),
      text: fill(alert.text, params),
      action: fill(alert.action, params),
      article: articleOf(alert, on),
    };
  });
}
