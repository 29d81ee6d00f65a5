import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../../components/section.tsx';
import { permissions } from '../../../config/permissions.ts';
import { can, useMe } from '../../../lib/meta.ts';
import { AnswerDialog } from '../objections/answer-dialog.tsx';
import { ObjectionList } from '../objections/objection-list.tsx';
import { RegisterDialog } from '../objections/register-dialog.tsx';
import type { Claim } from './claim-query.ts';

type Objection = Claim['objections'][number];

/** Where the claim was published, and what was said against it. */
export function ClaimPublicity({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claims');
  const mayHandle = can(useMe(), permissions.handleObjections);
  const [registering, setRegistering] = useState(false);
  const [answering, setAnswering] = useState<Objection>();
  if (claim.lists.length === 0) return null;
  const inPublicity = claim.state === 'publicised' || claim.state === 'objected';
  return (
    <Section
      title={t('publicity.title')}
      extra={
        mayHandle &&
        inPublicity && (
          <Button size="small" onClick={() => setRegistering(true)}>
            {t('publicity.register')}
          </Button>
        )
      }
    >
      <ul className="claim-lists">
        {claim.lists.map((list) => (
          <li key={list.id}>
            <Link className="link" to={`/incentives/publicity/${list.id}`}>
              {list.number}
            </Link>
            <span className="soft">
              {t('publicity.span', { from: list.openedOn, to: list.closesOn ?? t('publicity.toBeFixed') })}
            </span>
          </li>
        ))}
      </ul>
      {claim.objections.length === 0 ? (
        <p className="soft">{t('publicity.noObjection')}</p>
      ) : (
        <ObjectionList objections={claim.objections} onAnswer={mayHandle ? setAnswering : undefined} />
      )}
      {registering && (
        <RegisterDialog
          claim={{ id: claim.id, label: `${claim.number} ${claim.party.name}` }}
          onClose={() => setRegistering(false)}
        />
      )}
      {answering && <AnswerDialog objection={answering} onClose={() => setAnswering(undefined)} />}
    </Section>
  );
}
