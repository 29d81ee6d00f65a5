import type { CaseParty, CaseRecord } from '@jince/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { EditParties } from './edit-parties.tsx';
import { MergeParty } from './merge-party.tsx';

function Party({ party, onMerge }: { party: CaseParty; onMerge: (() => void) | undefined }) {
  const { t } = useTranslation('cases');
  const facts = [party.uscc, party.representative, party.address, party.phone].filter(Boolean);
  return (
    <li>
      <StatusTag tone={party.side === 'suspect' ? 'warn' : 'plain'}>{t(`side.${party.side}`)}</StatusTag>
      <div>
        {party.partyId ? (
          <Link className="link" to={`/enterprises/${party.partyId}`}>
            {party.name}
          </Link>
        ) : (
          <b>{party.name}</b>
        )}
        {party.natural && <small> {t('party.natural')}</small>}
        {facts.length > 0 && <span className="cell-sub">{facts.join(' · ')}</span>}
        {party.survivor && (
          <span className="cell-sub merged">
            {t('party.merged', { day: party.survivor.on })}{' '}
            {party.survivor.partyId ? (
              <Link className="link" to={`/enterprises/${party.survivor.partyId}`}>
                {party.survivor.name}
              </Link>
            ) : (
              party.survivor.name
            )}
            {party.survivor.reason && `（${party.survivor.reason}）`}
          </span>
        )}
      </div>
      {onMerge && (
        <Button size="small" type="text" className="no-print" onClick={onMerge}>
          {t('party.merge')}
        </Button>
      )}
    </li>
  );
}

/** Who takes part, by the name of then, and the rights the case is about. */
export function CaseParties({ record, edits, merges }: { record: CaseRecord; edits: boolean; merges: boolean }) {
  const { t } = useTranslation('cases');
  const [editing, setEditing] = useState(false);
  const [merging, setMerging] = useState<CaseParty>();
  return (
    <Section
      title={t('party.title')}
      extra={
        edits && (
          <Button size="small" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        )
      }
    >
      <ul className="party-list">
        {record.parties.map((party) => (
          <Party
            key={party.id}
            party={party}
            onMerge={
              merges && !party.survivor && !party.natural && party.side === 'suspect'
                ? () => setMerging(party)
                : undefined
            }
          />
        ))}
      </ul>
      {record.rights.length > 0 && (
        <>
          <h3 className="case-sub">{t('rights.title')}</h3>
          <ul className="party-list">
            {record.rights.map((right) => (
              <li key={`${right.kind}${right.number}`}>
                <StatusTag>{t(`rightKind.${right.kind}`)}</StatusTag>
                <div>
                  <b className="mono">{right.number}</b> {right.name}
                  <span className="cell-sub">
                    {[right.class && t('rights.class', { n: right.class }), right.holder].filter(Boolean).join(' · ')}
                    {right.validOnAct === false && <span className="late"> {t('rights.notValid')}</span>}
                    {right.validOnAct === null && ` ${t('rights.unknown')}`}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {editing && <EditParties record={record} onClose={() => setEditing(false)} />}
      {merging && <MergeParty record={record} party={merging} onClose={() => setMerging(undefined)} />}
    </Section>
  );
}
