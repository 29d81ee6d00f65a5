import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../../components/section.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { WhyLink } from '../../../components/why-panel.tsx';
import { claimTone } from '../claims/claim-tones.ts';
import type { PublicityList } from './publicity-query.ts';

type ListedClaim = PublicityList['claims'][number];

interface ListClaimsProps {
  readonly list: PublicityList;
  readonly onObject: ((claim: ListedClaim) => void) | undefined;
}

function Until({ claim }: { claim: ListedClaim }) {
  const { t } = useTranslation('publicity');
  if (claim.dueOn === null && claim.steps.length === 0) return null;
  return (
    <span className="soft">
      {t('claims.until', { on: claim.dueOn ?? t('claims.stopped') })}{' '}
      <WhyLink
        why={{
          title: t('publish.closesWhy'),
          answer: claim.dueOn ?? t('claims.stopped'),
          steps: claim.steps.map((text) => ({ kind: 'note', text })),
        }}
      />
    </span>
  );
}

/** The claims behind the rows: publicity runs for each of them, an objection stops it for that one alone. */
export function ListClaims({ list, onObject }: ListClaimsProps) {
  const { t } = useTranslation(['publicity', 'objections']);
  return (
    <Section title={t('claims.title')} note={t('claims.note')}>
      <ul className="listed-claims">
        {list.claims.map((claim) => (
          <li key={claim.id}>
            <div>
              <Link className="cell-title" to={`/incentives/applications/${claim.id}`}>
                {claim.partyName}
              </Link>
              <span className="cell-sub">
                <span className="mono">{claim.number}</span> · {t('claims.rows', { rows: claim.rows.join(t('comma')) })}
              </span>
            </div>
            <StatusTag tone={claimTone(claim)}>{claim.stateLabel}</StatusTag>
            <Until claim={claim} />
            {onObject && (claim.state === 'publicised' || claim.state === 'objected') && (
              <Button size="small" onClick={() => onObject(claim)}>
                {t('objections:register')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
