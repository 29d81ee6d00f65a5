import type { Threat } from '@jince/contract';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../components/app-link.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { WhyLink } from '../../components/why-panel.tsx';
import { api } from '../../lib/api.ts';
import { formatDistance } from '../../lib/format.ts';
import { useMoved } from './life-query.ts';

const levelTone: Readonly<Record<string, Tone>> = { identical: 'late', near: 'late', arguable: 'warn', far: 'plain' };

function Decide({ threat, onClose }: { threat: Threat; onClose: () => void }) {
  const { t } = useTranslation(['trademark-portfolio', 'common']);
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const moved = useMoved();
  const save = useMutation({
    mutationFn: (decision: 'oppose' | 'not') =>
      api.decideThreat({ params: { id: threat.id }, body: { decision, reason: reason.trim() } }),
    onSuccess: () => {
      moved();
      message.success(t('threat.decidedNow'));
      onClose();
    },
  });
  const ready = reason.trim().length >= 2 && !save.isPending;
  return (
    <Modal
      open
      title={t('threat.decideTitle', { name: threat.publishedName })}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('common:cancel')}
        </Button>,
        <Button key="not" disabled={!ready} onClick={() => save.mutate('not')}>
          {t('threat.not')}
        </Button>,
        <Button key="oppose" type="primary" disabled={!ready || !threat.open} onClick={() => save.mutate('oppose')}>
          {t('threat.oppose')}
        </Button>,
      ]}
    >
      <Field label={t('threat.reason')} help={t('threat.reasonHelp')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(e) => setReason(e.target.value)}
          />
        )}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
    </Modal>
  );
}

function Row({ threat, onDecide }: { threat: Threat; onDecide: (() => void) | undefined }) {
  const { t } = useTranslation(['trademark-portfolio', 'labels']);
  return (
    <li>
      <div className="threat-pair">
        <div>
          <small className="muted">{t('threat.published')}</small>
          <b>{threat.publishedName}</b>
          <span className="cell-sub">
            <span className="mono">{threat.publishedNo}</span> {t('labels:niceClass', { n: threat.publishedClass })}
          </span>
          {threat.applicant && <span className="soft">{threat.applicant}</span>}
        </div>
        <div>
          <small className="muted">{t('threat.own')}</small>
          <AppLink className="cell-title" to={`/trademarks/${threat.own.id}/life`}>
            {threat.own.name}
          </AppLink>
          <span className="cell-sub">
            <span className="mono">{threat.own.registrationNo}</span>{' '}
            {t('labels:niceClass', { n: threat.own.niceClass })}
          </span>
          <span className="soft">{threat.own.holder}</span>
        </div>
      </div>
      <p>
        <StatusTag tone={levelTone[threat.level] ?? 'plain'}>{t(`level.${threat.level}`)}</StatusTag> {threat.reasons}
      </p>
      <p className="soft">{threat.goods}</p>
      <div className="row">
        <span className={threat.open ? 'late' : 'muted'}>
          {t(threat.open ? 'threat.due' : 'threat.over', { on: threat.dueOn })} {formatDistance(threat.dueOn)}
        </span>
        <WhyLink
          why={{
            title: t('opposition.title'),
            answer: threat.dueOn,
            steps: threat.windowReasons.map((text) => ({ kind: 'note', text })),
            article: threat.article,
          }}
        />
        {threat.straddles && <StatusTag tone="warn">{t('threat.straddles')}</StatusTag>}
        {threat.decision ? (
          <span>
            <StatusTag tone={threat.decision === 'oppose' ? 'info' : 'plain'}>
              {t(`threat.${threat.decision}`)}
            </StatusTag>{' '}
            <span className="soft">
              {threat.reason}（{threat.decidedBy} {threat.decidedOn}）
            </span>
          </span>
        ) : (
          onDecide && (
            <Button size="small" onClick={onDecide}>
              {t('threat.decide')}
            </Button>
          )
        )}
      </div>
    </li>
  );
}

/** Published marks beside the own marks they come close to, each with the last day and the decision. */
export function ThreatList({ threats, mayDecide }: { threats: readonly Threat[]; mayDecide: boolean }) {
  const [deciding, setDeciding] = useState<Threat>();
  return (
    <>
      <ul className="threat-list">
        {threats.map((threat) => (
          <Row key={threat.id} threat={threat} onDecide={mayDecide ? () => setDeciding(threat) : undefined} />
        ))}
      </ul>
      {deciding && <Decide threat={deciding} onClose={() => setDeciding(undefined)} />}
    </>
  );
}
