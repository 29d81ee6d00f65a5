import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../components/as-of.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { pointsText, type Rules, rulesQuery } from './credit-query.ts';
import { GradeMark } from './grade-mark.tsx';

type RuleSet = Rules['sets'][number];

function Items({ set }: { set: RuleSet }) {
  const { t } = useTranslation('agency-credit');
  return (
    <div className="rule-scroll">
      <table className="rule-items">
        <thead>
          <tr>
            <th>{t('rule.item')}</th>
            <th className="r">{t('rule.points')}</th>
            <th className="r">{t('rule.cap')}</th>
            <th>{t('rule.lasts')}</th>
            <th>{t('rule.repairable')}</th>
            <th>{t('rule.article')}</th>
          </tr>
        </thead>
        <tbody>
          {set.items.map((item, at) => (
            <tr key={item.item} className={item.group === set.items[at - 1]?.group ? undefined : 'first'}>
              <th data-label={item.group}>
                {item.label}
                <small>
                  {item.group} · {item.subjects}
                  {item.worst && ` · ${t('rule.worst', { grade: item.worst })}`}
                </small>
              </th>
              <td className="r" data-label={t('rule.points')}>
                {item.points === null ? (
                  t('filed')
                ) : (
                  <b className={item.points < 0 ? 'points-minus' : 'points-plus'}>{pointsText(item.points)}</b>
                )}
              </td>
              <td className="r" data-label={t('rule.cap')}>
                {item.cap ?? '—'}
              </td>
              <td data-label={t('rule.lasts')}>{item.lasts}</td>
              <td data-label={t('rule.repairable')}>{t(item.repairable ? 'rule.yes' : 'rule.no')}</td>
              <td data-label={t('rule.article')}>
                {item.article}
                {item.verify && (
                  <StatusTag tone="warn" title={item.verify}>
                    {t('rule.verify')}
                  </StatusTag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Grades({ set }: { set: RuleSet }) {
  if (set.grades.length === 0) return null;
  return (
    <ul className="rule-grades">
      {set.grades.map((one) => (
        <li key={one.grade}>
          <GradeMark grade={one.grade} />
          <span className="mono">{one.range}</span>
          <small>{one.measure}</small>
        </li>
      ))}
    </ul>
  );
}

/** The rules of the day: grades, items, terms, each with its article and what is still to be confirmed. */
export function RuleTables() {
  const { t, i18n } = useTranslation('agency-credit');
  const { asOf } = useAsOf();
  const query = useQuery(rulesQuery(asOf, i18n.language));
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={8} />;
  return (
    <div className="stack">
      {query.data.sets.map((set) => (
        <Section
          key={set.rules.ruleSet}
          title={set.rules.label}
          note={`${set.rules.article} · ${set.rules.version} · ${t('rule.from', { day: set.rules.from })}`}
        >
          {!set.rules.scored && <p className="soft">{t('rule.onlyFiled')}</p>}
          <Grades set={set} />
          <Items set={set} />
        </Section>
      ))}
      <Section title={t('rule.clocks')}>
        <ul className="rule-clocks">
          {query.data.clocks.map((one) => (
            <li key={one.key}>
              <span>{one.label}</span>
              <b>{t(`unit.${one.unit}`, { n: one.value })}</b>
              <small className="muted">
                {one.article} {one.note}
              </small>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
