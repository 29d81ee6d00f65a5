import { Button } from 'antd';
import { type RefObject, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { formatMoment, today } from '../../lib/format.ts';
import type { DraftHandle } from './use-visit-draft.ts';
import { type MissingField, missingOf, type VisitValues } from './visit-draft.ts';
import { VisitPhotos } from './visit-photos.tsx';
import './visit-form.css';

export interface FormStep {
  readonly code: string;
  readonly label: string;
  readonly fromRegister: boolean;
}

const channels = ['on-site', 'phone', 'online', 'meeting'] as const;
const results = ['contacted', 'in-progress', 'declined', 'not-found'] as const;
/** Days from the visit that are offered for the next one. */
const nextDays = [7, 14, 30] as const;

function later(date: string, days: number): string {
  const time = Date.parse(`${date || today()}T00:00:00Z`) + days * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}

function Choices<V extends string>({
  label,
  value,
  options,
  onChange,
  error,
}: {
  label: string;
  value: string;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
  error?: string | undefined;
}) {
  const name = useId();
  return (
    <fieldset className="choices" aria-describedby={error ? `${name}-note` : undefined}>
      <legend>{label}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value} className={option.value === value ? 'on' : undefined}>
            <input
              type="radio"
              className="sr-only"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${name}-note`} className="late">
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface PartProps {
  readonly values: VisitValues;
  readonly set: (patch: Partial<VisitValues>) => void;
  readonly errorOf: (...fields: MissingField[]) => string | undefined;
}

function What({ values, set, errorOf, steps }: PartProps & { steps: readonly FormStep[] }) {
  const { t } = useTranslation(['work', 'cultivation']);
  const id = useId();
  const words = errorOf('summary');
  const day = errorOf('visitedOn', 'future');
  const open = steps.filter((step) => !step.fromRegister);
  return (
    <>
      <div className="form-field">
        <label htmlFor={`${id}-on`}>{t('form.visitedOn')}</label>
        <input
          id={`${id}-on`}
          type="date"
          value={values.visitedOn}
          max={today()}
          aria-invalid={day !== undefined}
          onChange={(event) => set({ visitedOn: event.target.value })}
        />
        {day && <p className="late">{day}</p>}
      </div>
      <Choices
        label={t('form.channel')}
        value={values.channel}
        onChange={(channel) => set({ channel })}
        options={channels.map((value) => ({ value, label: t(`cultivation:channel.${value}`) }))}
      />
      <Choices
        label={t('form.result')}
        value={values.result}
        onChange={(result) => set({ result })}
        options={results.map((value) => ({ value, label: t(`cultivation:result.${value}`) }))}
        error={errorOf('result')}
      />
      {open.length > 0 && (
        <div className="form-field">
          <label htmlFor={`${id}-step`}>{t('form.step')}</label>
          <select id={`${id}-step`} value={values.step} onChange={(event) => set({ step: event.target.value })}>
            <option value="">{t('form.stepNone')}</option>
            {open.map((step) => (
              <option key={step.code} value={step.code}>
                {step.label}
              </option>
            ))}
          </select>
          <p className="muted">{t('form.stepHelp')}</p>
        </div>
      )}
      <div className="form-field">
        <label htmlFor={`${id}-summary`}>{t('form.summary')}</label>
        <textarea
          id={`${id}-summary`}
          rows={5}
          value={values.summary}
          maxLength={2000}
          placeholder={t('form.summaryHint')}
          aria-invalid={words !== undefined}
          onChange={(event) => set({ summary: event.target.value })}
        />
        {words && <p className="late">{words}</p>}
      </div>
      <div className="form-field">
        <label htmlFor={`${id}-person`}>{t('form.person')}</label>
        <input
          id={`${id}-person`}
          value={values.person}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => set({ person: event.target.value })}
        />
      </div>
    </>
  );
}

function Next({ values, set, errorOf }: PartProps) {
  const { t } = useTranslation('work');
  const id = useId();
  const wrong = errorOf('nextOn');
  return (
    <>
      <div className="form-field">
        <label htmlFor={`${id}-next`}>{t('form.nextStep')}</label>
        <input
          id={`${id}-next`}
          value={values.nextStep}
          maxLength={300}
          placeholder={t('form.nextStepHint')}
          onChange={(event) => set({ nextStep: event.target.value })}
        />
      </div>
      <div className="form-field">
        <label htmlFor={`${id}-nextOn`}>{t('form.nextOn')}</label>
        <div className="next-on">
          <input
            id={`${id}-nextOn`}
            type="date"
            value={values.nextOn}
            min={values.visitedOn}
            aria-invalid={wrong !== undefined}
            onChange={(event) => set({ nextOn: event.target.value })}
          />
          {nextDays.map((days) => (
            <button key={days} type="button" onClick={() => set({ nextOn: later(values.visitedOn, days) })}>
              {t('form.inDays', { days })}
            </button>
          ))}
        </div>
        {wrong && <p className="late">{wrong}</p>}
      </div>
    </>
  );
}

function SavedLine({ handle }: { handle: DraftHandle }) {
  const { t } = useTranslation('work');
  if (handle.unkept) return <p className="late">{t('form.unkept')}</p>;
  if (handle.savedAt === undefined) return <p className="muted">{t('form.selfSaving')}</p>;
  return (
    <p className="muted">
      {t('form.saved', { at: formatMoment(new Date(handle.savedAt).toISOString()).slice(11) })}{' '}
      <button type="button" className="link" onClick={() => void handle.discard()}>
        {t('form.discard')}
      </button>
    </p>
  );
}

const focusFirst = (form: RefObject<HTMLFormElement | null>) =>
  requestAnimationFrame(() => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid=true], .choices[aria-describedby] input');
    wrong?.focus();
    wrong?.scrollIntoView({ block: 'center' });
  });

/** A visit as it is written down: big enough for a thumb, saved on the device while one types. */
export function VisitForm({
  handle,
  steps,
  onDone,
}: {
  handle: DraftHandle;
  steps: readonly FormStep[];
  onDone: () => void;
}) {
  const { t } = useTranslation(['work', 'common']);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const form = useRef<HTMLFormElement>(null);
  const { draft } = handle;
  if (!draft) return null;
  const missing = missingOf(draft.values, today());
  const errorOf = (...fields: MissingField[]) => {
    const field = fields.find((one) => missing.includes(one));
    // A date that cannot be is said at once; what is merely empty only after a try.
    return field && (tried || field === 'future' || field === 'nextOn') ? t(`form.missing.${field}`) : undefined;
  };
  const submit = async () => {
    setTried(true);
    if (missing.length > 0) return void focusFirst(form);
    setBusy(true);
    setError(undefined);
    try {
      // The draft is kept from here on; how the sending ends is told in the list of drafts.
      await handle.submit();
      setTried(false);
      onDone();
    } catch (reason) {
      setError(reason);
    } finally {
      setBusy(false);
    }
  };
  const part = { values: draft.values, set: handle.set, errorOf };
  return (
    <form
      ref={form}
      className="visit-form"
      noValidate
      aria-label={t('form.label', { name: draft.name })}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {draft.reason && draft.state !== 'draft' && <p className="late">{draft.reason}</p>}
      <What {...part} steps={steps} />
      <VisitPhotos photos={draft.photos} onAdd={handle.addFiles} onRemove={handle.removePhoto} />
      <Next {...part} />
      {error !== undefined && <ErrorBox error={error} />}
      <div className="visit-submit">
        <Button type="primary" size="large" htmlType="submit" loading={busy}>
          {t('form.submit')}
        </Button>
        <div aria-live="polite">
          <SavedLine handle={handle} />
        </div>
      </div>
    </form>
  );
}
