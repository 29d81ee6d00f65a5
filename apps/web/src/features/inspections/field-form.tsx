import { App, Button } from 'antd';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FieldChoices } from '../../components/field-work/field-choices.tsx';
import { FieldLabel } from '../../components/field-work/field-label.tsx';
import { showProblem } from '../../components/field-work/show-problem.ts';
import { TakePosition } from '../../components/field-work/take-position.tsx';
import { today } from '../../lib/format.ts';
import { failedOf, missingOf, type Outcome } from './field-draft.ts';
import { FieldItems, type PartProps } from './field-items.tsx';
import { FieldPhotos } from './field-photos.tsx';
import type { TaskView } from './inspection-query.ts';
import { SignaturePad } from './signature-pad.tsx';
import { useFieldDraft } from './use-field-draft.ts';

const OUTCOMES = ['fit', 'correct', 'case', 'hand-over'] as const;
const SIGNATURES = ['signed', 'refused', 'absent'] as const;

function Who({ draft, handle, missing, tried }: PartProps) {
  const { t } = useTranslation('inspections');
  const problem = (code: string) => (tried && missing.includes(code) ? t(`missing.${code}`) : undefined);
  return (
    <>
      <FieldLabel label={t('field.checkedOn')} problem={problem('checkedOn')}>
        {(id) => (
          <input
            id={id}
            className="fieldwork-input"
            type="date"
            value={draft.checkedOn}
            max={today()}
            onChange={(event) => handle.change({ checkedOn: event.target.value })}
          />
        )}
      </FieldLabel>
      <FieldLabel label={t('field.officers')} problem={problem('officers')}>
        {(id) => (
          <input
            id={id}
            className="fieldwork-input"
            value={draft.officers.join('、')}
            placeholder={t('field.officersHelp')}
            onChange={(event) => handle.change({ officers: event.target.value.split(/[、,，]/) })}
          />
        )}
      </FieldLabel>
      <div className="insp-pair">
        <FieldLabel label={t('field.person')}>
          {(id) => (
            <input
              id={id}
              className="fieldwork-input"
              value={draft.person}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => handle.change({ person: event.target.value })}
            />
          )}
        </FieldLabel>
        <FieldLabel label={t('field.personTitle')}>
          {(id) => (
            <input
              id={id}
              className="fieldwork-input"
              value={draft.personTitle}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => handle.change({ personTitle: event.target.value })}
            />
          )}
        </FieldLabel>
      </div>
    </>
  );
}

function Position({ draft, handle }: Pick<PartProps, 'draft' | 'handle'>) {
  const { t } = useTranslation('inspections');
  const words = {
    locate: t('field.locate'),
    failed: t('field.locateFailed'),
    without: t('field.noPosition'),
    here: (latitude: string, longitude: string) => `${latitude}, ${longitude}`,
  };
  return <TakePosition position={draft.position} words={words} onChange={(position) => handle.change({ position })} />;
}

function Conclusion({ draft, handle, missing, tried }: PartProps) {
  const { t } = useTranslation('inspections');
  const failed = failedOf(draft);
  const problem = (code: string) => (tried && missing.includes(code) ? t(`missing.${code}`, { failed }) : undefined);
  const options = OUTCOMES.filter((value) => value !== 'fit' || failed === 0).map((value) => ({
    value,
    label: t(`outcome.${value}`),
  }));
  return (
    <>
      <FieldChoices<Outcome>
        label={t('field.outcome', { failed })}
        value={draft.outcome}
        options={options}
        onChange={(outcome) => handle.change({ outcome })}
        problem={problem('outcome')}
      />
      {draft.outcome === 'correct' && (
        <FieldLabel label={t('field.correctBy')} problem={problem('correctBy')}>
          {(id) => (
            <input
              id={id}
              className="fieldwork-input"
              type="date"
              value={draft.correctBy}
              onChange={(event) => handle.change({ correctBy: event.target.value })}
            />
          )}
        </FieldLabel>
      )}
      <FieldLabel label={t('field.statement')}>
        {(id) => (
          <textarea
            id={id}
            className="fieldwork-input"
            rows={2}
            value={draft.statement}
            maxLength={2000}
            onChange={(event) => handle.change({ statement: event.target.value })}
          />
        )}
      </FieldLabel>
      <FieldChoices
        label={t('field.signature')}
        value={draft.signature}
        options={SIGNATURES.map((value) => ({ value, label: t(`signature.${value}`) }))}
        onChange={(signature) => handle.change({ signature })}
        problem={problem('signature')}
      />
      {draft.signature === 'signed' && <SignaturePad draft={draft} handle={handle} />}
      <FieldLabel label={t('field.note')}>
        {(id) => (
          <textarea
            id={id}
            className="fieldwork-input"
            rows={2}
            value={draft.note}
            maxLength={2000}
            onChange={(event) => handle.change({ note: event.target.value })}
          />
        )}
      </FieldLabel>
    </>
  );
}

/** The record as it is written on the spot: thumbs first, kept on the device, sent when there is a network. */
export function FieldForm({ task }: { task: TaskView }) {
  const { t } = useTranslation('inspections');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const handle = useFieldDraft({ id: task.id, name: task.name, round: task.round, officers: task.officers });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const { draft } = handle;
  if (!draft) return null;
  const missing = missingOf(draft, task.checklist.items, today());
  const part = { task, draft, handle, missing, tried };
  const submit = async (form: HTMLFormElement) => {
    flushSync(() => setTried(true));
    if (missing.length > 0) {
      showProblem(form);
      void message.warning(t('field.incomplete', { n: missing.length }));
      return;
    }
    setBusy(true);
    const left = await handle.submit();
    setBusy(false);
    if (left?.state === 'failed') return;
    setTried(false);
    if (left?.state === 'held') void message.warning(t('field.held', { reason: left.reason }));
    else void message.success(t(left === undefined ? 'field.sent' : 'field.kept'));
    if (left?.state === 'queued') void navigate('/protection/inspections/field');
  };
  return (
    <form
      id="field-form"
      className="panel fieldwork-form"
      aria-label={t('field.form')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <h2>{t(task.round > 1 ? 'field.titleAgain' : 'field.title', { round: task.round })}</h2>
      {draft.reason && <p className={draft.state === 'failed' ? 'late' : 'warn'}>{draft.reason}</p>}
      <Who {...part} />
      <FieldItems {...part} />
      <fieldset className="fieldwork-choices">
        <legend>{t('photo.title')}</legend>
        <FieldPhotos draft={draft} handle={handle} item="" />
      </fieldset>
      <Position draft={draft} handle={handle} />
      <Conclusion {...part} />
      <p className={handle.unkept ? 'late' : 'muted'}>{t(handle.unkept ? 'field.unkept' : 'field.selfSaving')}</p>
      <div className="fieldwork-submit">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('field.submit')}
        </Button>
        <button type="button" className="link" onClick={() => void handle.discard()}>
          {t('field.discard')}
        </button>
      </div>
    </form>
  );
}
