import type { PledgeDetail } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Descriptions } from '../../components/descriptions.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { MetaItem } from '../../components/page-header.tsx';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { choicesQuery, pledgeKeys } from './inspection-query.ts';
import { PledgeReviews } from './pledge-reviews.tsx';

const OUTCOME_TONES = { true: 'good', false: 'late', unknown: 'warn' } as const;

function Application({ pledge }: { pledge: PledgeDetail }) {
  const { t, i18n } = useTranslation(['inspections', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const choices = useQuery(choicesQuery(i18n.language));
  const [given, setGiven] = useState(pledge.given);
  const [commitments, setCommitments] = useState<readonly string[]>(pledge.commitments);
  const save = useMutation({
    mutationFn: () =>
      api.savePledge({
        params: { id: pledge.id },
        body: { version: pledge.version, given, commitments: [...commitments] },
      }),
    onSuccess: () => {
      for (const queryKey of pledgeKeys) void queries.invalidateQueries({ queryKey });
      void message.success(t('pledge.saved'));
    },
  });
  const all = choices.data?.commitments ?? [];
  return (
    <Section title={t('pledge.application')} note={t('pledge.applicationNote')}>
      <div className="insp-dialog">
        {pledge.fields.map((field) => (
          <Field key={field.code} label={field.label}>
            {(ids) =>
              field.type === 'number' ? (
                <InputNumber
                  {...ids}
                  min={0}
                  value={typeof given[field.code] === 'number' ? Number(given[field.code]) : null}
                  onChange={(value) => setGiven({ ...given, [field.code]: value })}
                />
              ) : (
                <Input
                  {...ids}
                  value={String(given[field.code] ?? '')}
                  maxLength={200}
                  onChange={(event) => setGiven({ ...given, [field.code]: event.target.value })}
                />
              )
            }
          </Field>
        ))}
        <fieldset className="insp-checks">
          <legend>{t('pledge.commitments', { n: all.length })}</legend>
          {all.map((one) => (
            <label key={one.code} htmlFor={`commitment-${one.code}`}>
              <Checkbox
                id={`commitment-${one.code}`}
                checked={commitments.includes(one.code)}
                onChange={(event) =>
                  setCommitments(
                    event.target.checked ? [...commitments, one.code] : commitments.filter((code) => code !== one.code),
                  )
                }
              />
              <span>{one.text}</span>
            </label>
          ))}
        </fieldset>
        {save.error && <ErrorBox error={save.error} />}
        <div className="row">
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
            {t('common:save')}
          </Button>
        </div>
      </div>
    </Section>
  );
}

function Given({ pledge }: { pledge: PledgeDetail }) {
  const { t, i18n } = useTranslation('inspections');
  const choices = useQuery(choicesQuery(i18n.language));
  return (
    <Section title={t('pledge.application')}>
      <Descriptions
        items={pledge.fields.map((field) => ({
          key: field.code,
          label: field.label,
          value: pledge.given[field.code] ?? '—',
        }))}
      />
      <ul className="insp-plain">
        {(choices.data?.commitments ?? []).map((one) => (
          <li key={one.code}>
            <StatusTag tone={pledge.commitments.includes(one.code) ? 'good' : 'plain'}>
              {t(pledge.commitments.includes(one.code) ? 'pledge.made' : 'pledge.notMade')}
            </StatusTag>{' '}
            {one.text}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Conditions({ pledge }: { pledge: PledgeDetail }) {
  const { t } = useTranslation('inspections');
  return (
    <Section title={t('pledge.conditions')} note={t('pledge.conditionsNote', { day: pledge.conditionsAsOf })}>
      <ul className="insp-plain insp-conditions">
        {pledge.conditions.map((one) => {
          const filed = pledge.filed?.find((other) => other.code === one.code);
          return (
            <li key={one.code}>
              <StatusTag tone={one.required || one.outcome === 'true' ? OUTCOME_TONES[one.outcome] : 'plain'}>
                {t(`condition.${one.outcome}`)}
              </StatusTag>
              <span>
                {one.label}
                {!one.required && <span className="muted"> · {t('pledge.preferred')}</span>}
              </span>
              <small>
                {[
                  one.sentence,
                  one.article,
                  filed && filed.outcome !== one.outcome
                    ? t('pledge.whenFiled', { outcome: t(`condition.${filed.outcome}`) })
                    : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Chain({ pledge }: { pledge: PledgeDetail }) {
  const { t } = useTranslation('inspections');
  return (
    <Section title={t('pledge.chain')}>
      <ol className="insp-chain">
        {pledge.levels.map((one) => (
          <li key={one.level}>
            <b>{one.label}</b>
            <StatusTag tone={one.result === null ? 'plain' : one.result === 'refused' ? 'late' : 'good'}>
              {t(one.result === null ? 'pledge.waiting' : `pledge.${one.result}`)}
            </StatusTag>
            {one.on && <div className="muted">{[one.on, one.documentNo, one.by].filter(Boolean).join(' · ')}</div>}
            {one.note && <div>{one.note}</div>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** From when to when it holds, and why it ended. */
export function PledgeSpan({ pledge }: { pledge: PledgeDetail }) {
  const { t } = useTranslation('inspections');
  return (
    <>
      {pledge.fromOn && (
        <MetaItem label={t('pledge.span')}>
          {pledge.fromOn} – {pledge.untilOn}
        </MetaItem>
      )}
      {pledge.exitedOn && (
        <span className="warn">{t('pledge.exited', { day: pledge.exitedOn, reason: pledge.exitReason })}</span>
      )}
    </>
  );
}

/** What a pledge says, for the office and for whoever made it. */
export function PledgeParts({ pledge }: { pledge: PledgeDetail }) {
  return (
    <ProcedurePanel fileId={pledge.fileId} refreshes={pledgeKeys}>
      {pledge.mayEdit ? <Application key={pledge.version} pledge={pledge} /> : <Given pledge={pledge} />}
      <Conditions pledge={pledge} />
      <Chain pledge={pledge} />
      <PledgeReviews pledge={pledge} />
    </ProcedurePanel>
  );
}
