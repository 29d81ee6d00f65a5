import type { DatedTerm, Term } from '@jince/calendar';
import {
  behaviours,
  creditRuleSets,
  crimes,
  deadlineRules,
  type LawPeriod,
  listLaw,
  offences,
  ruleVersions,
  statisticsForm,
  trademarkRevision,
} from '@jince/law';
import type { Bilingual } from '../i18n/language.ts';
import { fineText, moneyOrCount, valueText } from './law-words.ts';

export type LawKind = 'value' | 'clock' | 'offence' | 'crime' | 'revision' | 'behaviour' | 'credit' | 'rule';

export interface LawVersionRecord {
  readonly from: string;
  readonly to: string | null;
  readonly text: Bilingual;
  readonly article: string;
  readonly source: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** What is still to be confirmed. */
  readonly verify: string | null;
}

export interface LawRecord {
  readonly kind: LawKind;
  readonly key: string;
  readonly label: Bilingual;
  readonly versions: readonly LawVersionRecord[];
}

const UNSURE = '来源不够确定，请对照原文核实';
const ARTICLE = '条号待核';

/** An explicit remark, else an article marked as such, else a source that is not sure. */
function toVerify(said: string | null, article: string, confidence: LawVersionRecord['confidence']): string | null {
  if (said !== null) return said;
  if (article.includes('待核')) return ARTICLE;
  return confidence === 'high' ? null : UNSURE;
}

const ofPeriod =
  (unit: string) =>
  ({ value, from, to, article, source, confidence, note }: LawPeriod): LawVersionRecord => ({
    from,
    to,
    text: valueText(value, unit),
    article,
    source,
    confidence,
    verify: toVerify(note?.includes('待核') === true ? note : null, article, confidence),
  });

const UNITS: Readonly<Record<Term['unit'], Bilingual>> = {
  day: { zh: '日', en: 'days' },
  'working-day': { zh: '个工作日', en: 'working days' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: 'years' },
};

function termText({ count, unit }: Term): Bilingual {
  const { zh, en } = UNITS[unit];
  if (typeof count === 'number') return { zh: `${count}${zh}`, en: `${count} ${en}` };
  return { zh: `逐年计算（${zh}）`, en: `numbered by ${en}` };
}

const ofTerm = ({ from, to, term, article, source, confidence, verify }: DatedTerm): LawVersionRecord => ({
  from,
  to,
  text: termText(term),
  article,
  source,
  confidence,
  verify: toVerify(verify, article, confidence),
});

function offenceRecords(): LawRecord[] {
  return [...offences.values()].map(({ id, label, versions }) => ({
    kind: 'offence',
    key: id,
    label,
    versions: versions.map(({ from, to, penalty, confidence, source, verify, law }) => ({
      from,
      to,
      text: penalty === null ? { zh: '没有罚款规定', en: 'no fine' } : fineText(penalty.fine),
      article: penalty?.article ?? law,
      source,
      confidence,
      verify: toVerify(verify, penalty?.article ?? '', confidence),
    })),
  }));
}

const MEASURES: Readonly<Record<string, Bilingual>> = {
  gain: { zh: '违法所得', en: 'gain' },
  business: { zh: '经营数额', en: 'turnover' },
  sales: { zh: '销售金额', en: 'sales' },
  labels: { zh: '标识', en: 'labels' },
  loss: { zh: '直接损失', en: 'direct loss' },
};

function crimeRecords(): LawRecord[] {
  return crimes.map(({ id, name, from, to, article, source, confidence, thresholds }) => {
    const words = thresholds.map(({ measure, base, lowered }) => {
      const amount = moneyOrCount(base, measure !== 'labels');
      const less = lowered === null ? null : moneyOrCount(lowered, measure !== 'labels');
      const of = MEASURES[measure] ?? { zh: measure, en: measure };
      return {
        zh: `${of.zh}${amount.zh}以上${less === null ? '' : `（再犯、多种的${less.zh}）`}`,
        en: `${of.en} of ${amount.en}${less === null ? '' : ` (${less.en} when repeated or several)`}`,
      };
    });
    const text = { zh: words.map((one) => one.zh).join('；'), en: words.map((one) => one.en).join('; ') };
    const version = { from, to, text, article, source, confidence, verify: toVerify(null, article, confidence) };
    return { kind: 'crime', key: id, label: name, versions: [version] };
  });
}

function revisionRecords(): LawRecord[] {
  const { after, source, subjects } = trademarkRevision;
  return subjects.map((one) => ({
    kind: 'revision',
    key: one.id,
    label: { zh: one.label, en: one.label },
    versions: [
      {
        from: after.from,
        to: after.to,
        text: { zh: one.after.text, en: one.after.text },
        article: `${after.law}${one.after.article}`,
        source,
        confidence: one.confidence,
        verify: toVerify(one.verify, one.after.article, one.confidence),
      },
    ],
  }));
}

/** The rows of the return, each with its article in each text of the law. */
function behaviourRecords(): LawRecord[] {
  return behaviours.map(({ row, label, articles }) => ({
    kind: 'behaviour',
    key: String(row),
    label,
    versions: articles.map(({ from, to, article }) => ({
      from,
      to,
      text: label,
      article,
      source: statisticsForm.form.zh,
      confidence: 'high',
      verify: toVerify(null, article, 'high'),
    })),
  }));
}

function creditRecords(): LawRecord[] {
  return creditRuleSets.flatMap(({ ruleSet, title, versions }) =>
    [...new Set(versions.flatMap(({ items }) => items.map(({ item }) => item)))].map((item): LawRecord => {
      const found = versions.flatMap(({ from, to, source, items }) =>
        items.filter((one) => one.item === item).map((one) => ({ from, to, source, ...one })),
      );
      const name = found.at(-1)?.label;
      return {
        kind: 'credit',
        key: `${ruleSet}.${item}`,
        label: { zh: `${title.zh}：${name?.zh ?? item}`, en: `${title.en}: ${name?.en ?? item}` },
        versions: found.map(({ from, to, source, points, article, confidence, verify }) => ({
          from,
          to,
          text:
            points === null
              ? { zh: '只记入档案，不计分', en: 'filed, not scored' }
              : { zh: `${points > 0 ? '加' : '扣'}${Math.abs(points)}分`, en: `${points} points` },
          article,
          source,
          confidence,
          verify: toVerify(verify, article, confidence),
        })),
      };
    }),
  );
}

/** What follows from a grade. */
function measureRecords(): LawRecord[] {
  return creditRuleSets.flatMap(({ ruleSet, title, versions }) =>
    versions.flatMap(({ version, from, to, source, confidence, measures }) =>
      measures.map(({ grade, measure, label, article }): LawRecord => {
        const text = { zh: `${grade}：${label.zh}`, en: `${grade}: ${label.en}` };
        const verify = toVerify(null, article, confidence);
        return {
          kind: 'credit',
          key: `${ruleSet}.${version}.${grade}.${measure}`,
          label: { zh: `${title.zh}：${text.zh}`, en: `${title.en}: ${text.en}` },
          versions: [{ from, to, text, article, source, confidence, verify }],
        };
      }),
    ),
  );
}

function ruleRecords(): LawRecord[] {
  return ruleVersions.map(({ key, label, versions }) => ({
    kind: 'rule',
    key,
    label,
    versions: versions.map((one) => ({
      ...one,
      confidence: 'high',
      verify: toVerify(one.verify, one.article, 'high'),
    })),
  }));
}

let known: readonly LawRecord[] | undefined;

/** Everything that is kept as law, in the order of the files. */
export function lawRecords(): readonly LawRecord[] {
  known ??= [
    ...listLaw().map(
      ({ key, label, unit, periods }): LawRecord => ({
        kind: 'value',
        key,
        label,
        versions: periods.map(ofPeriod(unit)),
      }),
    ),
    ...[...deadlineRules().values()].map(
      ({ id, label, terms }): LawRecord => ({
        kind: 'clock',
        key: id,
        label,
        versions: terms.map(ofTerm),
      }),
    ),
    ...offenceRecords(),
    ...crimeRecords(),
    ...revisionRecords(),
    ...behaviourRecords(),
    ...creditRecords(),
    ...measureRecords(),
    ...ruleRecords(),
  ];
  return known;
}

export const entryOf = ({ kind, key }: Pick<LawRecord, 'kind' | 'key'>): string => `${kind}:${key}`;
