import { articleOfBehaviour, type Behaviour, behaviours, crimesOn, offences } from '@jince/law';
import {
  type BusinessAmount,
  businessAmount,
  type ChosenLaw,
  type CrimeReading,
  criminalHits,
  GoodsError,
  type GoodsLine,
  lawInTime,
} from '@jince/offences';
import { AppError } from '../../../platform/errors/errors.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import type { CaseGoodsLine, CaseRightRow } from './case-types.ts';

const known = new Map(behaviours.map((one) => [one.row, one]));

/** @throws AppError cases.case.unknown-behaviour */
export function requireBehaviour(row: number): Behaviour {
  const found = known.get(row);
  if (found === undefined) throw new AppError('cases.case.unknown-behaviour', { row });
  return found;
}

export const findBehaviour = (row: number | null): Behaviour | undefined => (row === null ? undefined : known.get(row));

/** A behaviour as the list names it, with the article of the day it is said of. */
export const behaviourLabel = (row: number | null, language: Language): string | null =>
  findBehaviour(row)?.label[language] ?? null;

export const behaviourArticle = (row: number | null, on: string): string | null => {
  const found = findBehaviour(row);
  return found === undefined ? null : (articleOfBehaviour(found, on) ?? null);
};

/**
 * Which crimes a behaviour may be: a mark used on the same goods (213, services apart), sale of such goods (214), labels (215),
 * passing off a patent (216). Similar marks and other acts are none (刑法 213–216).
 */
const CRIMES: Readonly<Record<number, readonly string[]>> = {
  2: ['213-goods'],
  4: ['214'],
  5: ['215'],
  22: ['215'],
  32: ['216'],
  33: ['216'],
  34: ['216'],
  35: ['216'],
  36: ['216'],
};
const SERVICES = '213-services';

export function crimesOf(row: number | null, serviceMark: boolean): readonly string[] {
  const ids = row === null ? [] : (CRIMES[row] ?? []);
  return serviceMark ? ids.map((id) => (id === '213-goods' ? SERVICES : id)) : ids;
}

/**
 * The illegal business amount of the goods.
 * @throws AppError cases.goods.no-basis with the sentence for the line that cannot be counted
 */
export function amountOf(goods: readonly CaseGoodsLine[], language: Language): BusinessAmount {
  try {
    return businessAmount(goods as readonly GoodsLine[]);
  } catch (error) {
    if (!(error instanceof GoodsError)) throw error;
    const text = error.words[language];
    throw new AppError('cases.goods.no-basis', { text }, [{ path: `goods.${error.line}`, message: text }]);
  }
}

/** What fine, thresholds and law are read from. */
export interface Circumstances {
  readonly behaviour_row: number | null;
  readonly service_mark: boolean;
  readonly serious: boolean;
  readonly order_ignored: boolean;
  readonly prior_penalty: boolean;
  readonly gain_fen: number | null;
  readonly loss_fen: number | null;
  readonly labels: number;
  readonly unsold_labels: number;
  readonly act_to: string | null;
  readonly received_on: string;
  readonly amount: BusinessAmount | null;
}

export interface ThresholdReading extends CrimeReading {
  readonly name: { readonly zh: string; readonly en: string };
  readonly article: string;
}

/** The criminal thresholds of the day, for the crimes the behaviour may be. */
export function readThresholds(
  one: Circumstances,
  rights: readonly Pick<CaseRightRow, 'kind' | 'number'>[],
  on: string,
): readonly ThresholdReading[] {
  const asked = new Set(crimesOf(one.behaviour_row, one.service_mark));
  const facts = {
    gainFen: one.gain_fen ?? 0,
    soldFen: one.amount?.soldFen ?? 0,
    unsoldFen: one.amount?.unsoldFen ?? 0,
    labels: one.labels,
    unsoldLabels: one.unsold_labels,
    lossFen: one.loss_fen ?? 0,
    rights: Math.max(1, new Set(rights.map(({ kind, number }) => `${kind}:${number}`)).size),
    prior: one.prior_penalty,
  };
  return crimesOn(on)
    .filter(({ id }) => asked.has(id))
    .map((crime) => ({ ...criminalHits(crime, facts), name: crime.name, article: crime.article }));
}

/** Which thresholds are reached, as keys that tell one hit from another. */
export const hitKeys = (readings: readonly CrimeReading[]): readonly string[] =>
  readings.flatMap(({ hits }) =>
    hits.map(({ crime, measure, aggravated }) => `${crime}:${measure}${aggravated ? '!' : ''}`),
  );

export interface LawReading {
  readonly chosen: ChosenLaw;
  readonly actOn: string;
  readonly decidedOn: string;
  readonly verify: string | null;
}

/** The text a case is decided under on a day, with the fine range it gives; undefined where no penalty is kept for the behaviour. */
export function readLaw(one: Circumstances, decidedOn: string): LawReading | undefined {
  const offence = findBehaviour(one.behaviour_row)?.offence;
  const kept = offence == null ? undefined : offences.get(offence);
  if (kept === undefined) return undefined;
  const actOn = one.act_to ?? one.received_on;
  const first = kept.versions[0]?.from;
  if (first === undefined || actOn < first) return undefined;
  const chosen = lawInTime(
    kept.versions,
    { actOn, decidedOn: decidedOn < actOn ? actOn : decidedOn },
    {
      businessFen: one.amount?.totalFen ?? null,
      gainFen: one.gain_fen,
      serious: one.serious,
      orderIgnored: one.order_ignored,
    },
  );
  const version = kept.versions.find(({ law, from }) => law === chosen.version.law && from === chosen.version.from);
  return { chosen, actOn, decidedOn, verify: version?.verify ?? null };
}
