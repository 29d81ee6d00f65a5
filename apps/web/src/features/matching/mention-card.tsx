import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NumberLink } from '../../components/number-link.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatMoment } from '../../lib/format.ts';
import { toneOf } from '../../lib/tones.ts';
import type { Review } from './matching-query.ts';
import { SourceFinder } from './source-finder.tsx';
import { ReasonWaterfall } from './waterfall.tsx';

/** The name as files write it: where it is used, what is known of it, and what people have said. */
export function MentionCard({ review, importId }: { review: Review; importId: string | undefined }) {
  const { t } = useTranslation(['matching', 'labels']);
  const { mention } = review;
  const named = encodeURIComponent(mention.name);
  const standing = review.judgements.filter((one) => one.withdrawnAt === null);
  return (
    <section className="panel mention-card" aria-label={t('mention')}>
      <div className="muted">{t('mentionIs')}</div>
      <h2>{mention.name}</h2>
      <p>
        <StatusTag tone={toneOf(mention.decision)}>{t(`labels:decision.${mention.decision}`)}</StatusTag>
      </p>
      {mention.party && (
        <p>
          {t('linkedTo')}{' '}
          <Link className="link" to={`/parties/${mention.party.id}`}>
            {mention.party.name}
          </Link>
        </p>
      )}
      <dl className="mention-use">
        <div>
          <dt>{t('use.patents')}</dt>
          <dd>
            <NumberLink
              value={mention.usedBy.patents}
              href={mention.usedBy.patents > 0 ? `/patents?q=${named}` : undefined}
              exact
            />
          </dd>
        </div>
        <div>
          <dt>{t('use.trademarks')}</dt>
          <dd>
            <NumberLink
              value={mention.usedBy.trademarks}
              href={mention.usedBy.trademarks > 0 ? `/trademarks?q=${named}` : undefined}
              exact
            />
          </dd>
        </div>
        <div>
          <dt>{t('use.lists')}</dt>
          <dd>
            <NumberLink value={mention.usedBy.lists} exact />
          </dd>
        </div>
      </dl>
      <dl className="mention-evidence">
        <div>
          <dt>{t('evidence.uscc')}</dt>
          <dd className="mono">{mention.uscc ?? <span className="muted">{t('evidence.none')}</span>}</dd>
        </div>
        <div>
          <dt>{t('evidence.locality')}</dt>
          <dd>{mention.locality ?? <span className="muted">{t('evidence.none')}</span>}</dd>
        </div>
      </dl>
      <SourceFinder key={mention.id} name={mention.name} importId={importId} />
      {standing.length > 0 && (
        <div className="mention-said">
          <h3>{t('said')}</h3>
          <ul>
            {standing.map((one) => (
              <li key={one.id}>
                <StatusTag tone={one.verdict === 'same' ? 'good' : 'plain'}>{t(`verdict.${one.verdict}`)}</StatusTag>{' '}
                {one.partyName}
                <small className="muted">
                  {one.actorName} {formatMoment(one.at)}
                </small>
              </li>
            ))}
          </ul>
        </div>
      )}
      {review.candidates.length === 0 && mention.reasons.length > 0 && (
        <div className="mention-said">
          <h3>{t('whyNone')}</h3>
          <ReasonWaterfall reasons={mention.reasons} />
        </div>
      )}
    </section>
  );
}
