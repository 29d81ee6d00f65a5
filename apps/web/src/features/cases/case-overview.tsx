import type { CaseRecord } from '@jince/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Descriptions } from '../../components/descriptions.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { EditFacts } from './edit-facts.tsx';

const FLAGS = [
  'wellKnown',
  'serviceMark',
  'serious',
  'orderIgnored',
  'endangers',
  'priorPenalty',
  'firstOffence',
  'corrected',
  'noFault',
  'electronic',
  'foreign',
  'mediated',
] as const;

function Clues({ record }: { record: CaseRecord }) {
  const { t } = useTranslation('cases');
  return (
    <ul className="clue-list">
      {record.clues.map((one) => (
        <li key={one.id}>
          <span className="mono">{one.receivedOn}</span>{' '}
          {one.href ? (
            <Link className="link" to={one.href}>
              {one.label}
            </Link>
          ) : (
            one.label
          )}
          {one.title !== record.card.title && <span className="cell-sub">{one.title}</span>}
        </li>
      ))}
      {record.backDatedReason && (
        <li>
          <StatusTag tone="warn">{t('backDated')}</StatusTag> {record.backDatedReason}
        </li>
      )}
    </ul>
  );
}

function span(from: string | null, to: string | null): string | null {
  return from === null && to === null ? null : [from ?? '', to ?? ''].join(' — ');
}

/** What the case is about, where it comes from and in what circumstances. */
export function CaseOverview({ record, edits }: { record: CaseRecord; edits: boolean }) {
  const { t } = useTranslation('cases');
  const [editing, setEditing] = useState(false);
  const { acts, card, circumstances } = record;
  const flags = FLAGS.filter((name) => circumstances[name]);
  return (
    <Section
      title={t('overview.title')}
      extra={
        edits && (
          <Button size="small" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        )
      }
    >
      <p className="case-text">{record.text}</p>
      <Descriptions
        items={[
          {
            key: 'behaviour',
            label: t('list.behaviour'),
            value: card.behaviour && `${card.behaviourRow} · ${card.behaviour}`,
            wide: true,
          },
          { key: 'acts', label: t('overview.acts'), value: span(acts.from, acts.to) },
          { key: 'place', label: t('overview.place'), value: acts.place },
          ...(acts.text ? [{ key: 'text', label: t('overview.text'), value: acts.text, wide: true }] : []),
          { key: 'filed', label: t('list.filed'), value: card.filedOn },
          { key: 'decided', label: t('list.decided'), value: card.decidedOn },
          {
            key: 'flags',
            label: t('overview.circumstances'),
            wide: true,
            value:
              flags.length === 0 ? null : (
                <span className="case-tags">
                  {flags.map((name) => (
                    <StatusTag
                      key={name}
                      tone={['serious', 'endangers', 'priorPenalty', 'orderIgnored'].includes(name) ? 'warn' : 'plain'}
                    >
                      {t(`flag.${name}`)}
                    </StatusTag>
                  ))}
                </span>
              ),
          },
          { key: 'source', label: t('list.source'), value: <Clues record={record} />, wide: true },
        ]}
      />
      {editing && <EditFacts record={record} onClose={() => setEditing(false)} />}
    </Section>
  );
}
