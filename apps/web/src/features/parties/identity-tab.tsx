import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { WhyLink } from '../../components/why-panel.tsx';
import { formatExact, formatShare } from '../../lib/format.ts';
import { toneOf } from '../../lib/tones.ts';
import { type Mention, type PartyDetail, partyMentionsQuery } from './party-query.ts';

function MentionItem({ mention }: { mention: Mention }) {
  const { t } = useTranslation(['parties', 'labels']);
  const { patents, trademarks, lists } = mention.usedBy;
  const signed = (weight: number) => `${weight >= 0 ? '+' : '−'}${formatExact(Math.abs(weight), 1)}`;
  return (
    <li>
      <div>
        <b>{mention.name}</b>
        <StatusTag tone={toneOf(mention.decision)}>{t(`labels:decision.${mention.decision}`)}</StatusTag>
        <WhyLink
          why={{
            title: t('mention.why', { name: mention.name }),
            answer: t('mention.score', { score: formatShare(mention.score) }),
            steps: mention.reasons.map((reason) => ({
              kind: reason.weight === undefined ? 'note' : reason.weight >= 0 ? 'met' : 'unmet',
              text: reason.text,
              result: reason.weight === undefined ? undefined : signed(reason.weight),
            })),
          }}
        />
        <Link className="link" to={`/matching/${mention.id}`}>
          {t('mention.open')}
        </Link>
      </div>
      <span className="muted">
        {[
          mention.uscc,
          mention.locality,
          patents > 0 && t('mention.patents', { total: patents }),
          trademarks > 0 && t('mention.trademarks', { total: trademarks }),
          lists > 0 && t('mention.lists', { total: lists }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}

/** Names through time, and which spellings in the files were taken to be this subject, and why. */
export function IdentityTab({ party }: { party: PartyDetail }) {
  const { t, i18n } = useTranslation(['parties', 'common']);
  const query = useQuery(partyMentionsQuery(party.id, i18n.language));
  return (
    <div className="record">
      <div>
        <Section title={t('mention.title')} note={t('mention.note')}>
          {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
          {query.isPending && <SkeletonLines lines={4} />}
          {query.data?.mentions.length === 0 && <p className="soft">{t('mention.none')}</p>}
          <ul className="mentions">
            {query.data?.mentions.map((mention) => (
              <MentionItem key={mention.id} mention={mention} />
            ))}
          </ul>
        </Section>
      </div>
      <div>
        <Section title={t('names')}>
          <ul className="names">
            {party.names.map((name) => (
              <li key={`${name.name}${name.from}`}>
                <span>{name.name}</span>
                <StatusTag tone={name.kind === 'current' ? 'good' : 'plain'}>{t(`nameKind.${name.kind}`)}</StatusTag>
                {(name.from || name.to) && (
                  <small className="muted mono">
                    {name.from ?? '…'} – {name.to ?? '…'}
                  </small>
                )}
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </div>
  );
}
