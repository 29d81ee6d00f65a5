import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { FindingsPanel } from './findings-panel.tsx';
import { ItemArticle, RuleSentence } from './item-article.tsx';
import { PolicyActions } from './policy-actions.tsx';
import { PolicyStateTag, useLifetime } from './policy-marks.tsx';
import { type PolicyDetail, policiesHref, policyQuery } from './policy-query.ts';
import { VersionsPanel } from './versions-panel.tsx';
import '../../components/record-layout.css';
import './policies.css';
import './policy-page.css';

function Head({ policy }: { policy: PolicyDetail }) {
  const { t } = useTranslation(['policies', 'shell']);
  const lifetime = useLifetime(policy);
  return (
    <PageHeader
      title={policy.title}
      crumbs={[{ label: t('shell:chapter.incentives') }, { label: t('title'), to: policiesHref }]}
      tags={
        <>
          <PolicyStateTag policy={policy} />
          {policy.example && <ExampleMark />}
        </>
      }
      meta={
        <>
          <MetaItem label={t('field.version')}>{t('version', { n: policy.version })}</MetaItem>
          <MetaItem label={t('field.effective')}>{lifetime}</MetaItem>
          <MetaItem label={t('field.fund')}>{policy.fund}</MetaItem>
        </>
      }
      actions={<PolicyActions policy={policy} />}
    />
  );
}

function Preconditions({ policy }: { policy: PolicyDetail }) {
  const { t } = useTranslation('policies');
  if (policy.preconditions.length === 0) return null;
  return (
    <article className="article">
      <h3>{t('text.preconditions')}</h3>
      <ol className="article-preconditions">
        {policy.preconditions.map((one) => (
          <li key={one.code}>
            {one.label}
            <small>
              <RuleSentence rule={one.rule} />
              {one.article && ` · ${one.article}`}
            </small>
          </li>
        ))}
      </ol>
    </article>
  );
}

/** The policy as an official would read it on paper. */
function OfficialText({ policy }: { policy: PolicyDetail }) {
  const { t } = useTranslation('policies');
  return (
    <section className="panel official-text" aria-label={t('text.label')}>
      <header>
        <p>{policy.issuer}</p>
        <h2>{policy.title}</h2>
        <p className="mono">{policy.docNo ?? t('noDocNo')}</p>
      </header>
      {policy.document.note && (
        <p className="official-note" role="note">
          {policy.document.note}
        </p>
      )}
      <Preconditions policy={policy} />
      {policy.items.map((item, at) => (
        <ItemArticle
          key={item.code}
          item={item}
          findings={policy.findings.filter((finding) => finding.path.startsWith(`items.${at}.`))}
        />
      ))}
    </section>
  );
}

function Terms({ policy }: { policy: PolicyDetail }) {
  const { t } = useTranslation('policies');
  return (
    <Section title={t('terms.title')}>
      <dl className="policy-terms">
        <div>
          <dt>{t('terms.windows')}</dt>
          <dd>
            {policy.document.windows.map((window) => (
              <div key={window.from} className="mono">
                {t('span', window)}
              </div>
            ))}
          </dd>
        </div>
        {policy.terms.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {policy.editors.length > 0 && (
          <div>
            <dt>{t('terms.editors')}</dt>
            <dd>{policy.editors.join(t('comma'))}</dd>
          </div>
        )}
      </dl>
    </Section>
  );
}

function Contents({ policy }: { policy: PolicyDetail }) {
  const { t } = useTranslation('policies');
  return (
    <Section title={t('text.contents')} note={t('text.items', { n: policy.items.length })}>
      <ol className="policy-contents">
        {policy.items.map((item) => (
          <li key={item.code}>
            <a href={`#item-${item.code}`}>{item.name}</a>
            <small>{item.amount}</small>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** One version of a policy: clauses in words with the rules behind them, examples worked out, findings, versions. */
export function Page() {
  const { i18n } = useTranslation();
  const { id = '' } = useParams();
  const me = useMe();
  const query = useQuery(policyQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const policy = query.data;
  const { publish } = policy.may;
  return (
    <div className="page">
      <Head policy={policy} />
      {policy.state === 'draft' && !publish.possible && can(me, permissions.publishPolicies) && (
        <p className="panel standing warn" role="status">
          {publish.reason}
        </p>
      )}
      <div className="record">
        <div>
          <OfficialText policy={policy} />
        </div>
        <div>
          <Contents policy={policy} />
          <FindingsPanel findings={policy.findings} />
          <Terms policy={policy} />
          <VersionsPanel policy={policy} />
        </div>
      </div>
    </div>
  );
}
