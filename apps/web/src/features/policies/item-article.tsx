import type { PolicyFinding, PolicyItemView } from '@jince/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../components/status-tag.tsx';
import { ItemExamples } from './item-examples.tsx';

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A rule as a sentence; as written where it cannot be read. */
export function RuleSentence({ rule }: { rule: { text: string; sentence: string | null } }) {
  const { t } = useTranslation('policies');
  if (rule.sentence !== null) return <span title={rule.text}>{rule.sentence}</span>;
  return (
    <>
      <code>{rule.text}</code> <span className="late">{t('item.unreadable')}</span>
    </>
  );
}

function Terms({ item }: { item: PolicyItemView }) {
  const { t } = useTranslation(['policies', 'labels']);
  const { achievement } = item;
  return (
    <dl className="article-terms">
      <Line label={t('item.trigger')}>{t(`trigger.${item.trigger}`)}</Line>
      <Line label={t('item.beneficiaries')}>
        {item.beneficiaries.map((kind) => t(`labels:partyKind.${kind}`)).join(t('comma'))}
      </Line>
      <Line label={t('item.eligibility')}>
        <RuleSentence rule={item.eligibility} />
      </Line>
      <Line label={t('item.achievement')}>
        <b>{achievement.label}</b>
        {t('colon')}
        <RuleSentence rule={achievement.rule} />
        <small>
          {achievement.source} · {t('item.key', { key: achievement.key })} ·{' '}
          {achievement.date === null ? t('item.noDate') : t('item.date', { date: achievement.date })} ·{' '}
          {achievement.repeat}
        </small>
      </Line>
      <Line label={t('item.achieved')}>
        <span className="mono">{t('span', item.achieved)}</span>
      </Line>
      <Line label={t('item.amount')}>
        <b className="article-amount">{item.amount}</b>
        {item.limits.map((limit) => (
          <span key={limit} className="article-limit">
            {limit}
          </span>
        ))}
      </Line>
      <Line label={t('item.stacking')}>{item.stacking}</Line>
      {item.declared.length > 0 && (
        <Line label={t('item.declared')}>{item.declared.map(({ label }) => label).join(t('comma'))}</Line>
      )}
      {item.checks.length > 0 && (
        <Line label={t('item.checks')}>
          <ul className="article-materials">
            {item.checks.map((check) => (
              <li key={check.path}>
                {t('item.check', { label: check.label, of: check.of, register: check.register, key: check.key })}
                <RuleSentence rule={check.rule} />
              </li>
            ))}
          </ul>
        </Line>
      )}
      <Line label={t('item.materials')}>
        <ul className="article-materials">
          {item.materials.map((material) => (
            <li key={material.code}>
              {material.label}
              {material.fromRegister && <span className="good"> {t('item.fromRegister')}</span>}
            </li>
          ))}
        </ul>
      </Line>
      <Line label={t('item.publicity')}>{t('item.publicityDays', { n: item.publicityWorkingDays })}</Line>
    </dl>
  );
}

/** One item as an article of an official text: its words first, then the rule behind them. */
export function ItemArticle({ item, findings }: { item: PolicyItemView; findings: readonly PolicyFinding[] }) {
  const { t } = useTranslation('policies');
  return (
    <article className={item.legacy ? 'article legacy' : 'article'} id={`item-${item.code}`}>
      <h3>
        <span>{item.clause}</span> {item.name}
        {item.legacy && <StatusTag>{t('item.legacy')}</StatusTag>}
      </h3>
      <p className="article-text">{item.text}</p>
      {item.prohibited && (
        <p className="article-banned" role="note">
          {t('item.prohibited', item.prohibited)}
        </p>
      )}
      {findings.map((finding) => (
        <p key={`${finding.code}${finding.path}`} className={`article-finding ${finding.severity}`}>
          {finding.text}
        </p>
      ))}
      <Terms item={item} />
      <ItemExamples examples={item.examples} />
    </article>
  );
}
