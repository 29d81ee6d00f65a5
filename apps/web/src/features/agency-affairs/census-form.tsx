import { App, Button } from 'antd';
import { type ChangeEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { today } from '../../lib/format.ts';
import { makeId } from '../../lib/make-id.ts';
import { shrinkPhoto } from '../../lib/shrink-photo.ts';
import { type CensusDraft, type DraftPhoto, missingOf } from './census-draft.ts';
import type { CensusItemView } from './census-query.ts';
import { type CensusHandle, useCensusDraft } from './use-census-draft.ts';

const RESULTS = ['found', 'moved', 'not-found', 'closed'] as const;
const KINDS = 'image/jpeg,image/png,image/webp';

function Choices<V extends string>({
  label,
  value,
  options,
  onChange,
  problem,
}: {
  label: string;
  value: V | '';
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
  problem?: string | undefined;
}) {
  const name = useId();
  return (
    <fieldset className="census-choices">
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
      {problem && <p className="late">{problem}</p>}
    </fieldset>
  );
}

interface PartProps {
  readonly item: CensusItemView;
  readonly draft: CensusDraft;
  readonly handle: CensusHandle;
  readonly missing: readonly string[];
  readonly tried: boolean;
}

function Points({ item, draft, handle, missing, tried }: PartProps) {
  const { t } = useTranslation('agency-affairs');
  const answer = (code: string, patch: Partial<CensusDraft['answers'][string]>) =>
    handle.change({
      answers: { ...draft.answers, [code]: { ...(draft.answers[code] ?? { ok: null, value: '' }), ...patch } },
    });
  return (
    <ol className="census-points">
      {item.points.map((point) => {
        const given = draft.answers[point.code];
        const chosen = given?.ok === true ? 'yes' : given?.ok === false ? 'no' : '';
        return (
          <li key={point.code}>
            <Choices
              label={point.label}
              value={chosen}
              options={[
                { value: 'yes', label: t(point.field === null ? 'census.fits' : 'census.same') },
                { value: 'no', label: t(point.field === null ? 'census.fitsNot' : 'census.differs') },
              ]}
              onChange={(next) => answer(point.code, { ok: next === 'yes' })}
            />
            {point.field !== null && (
              <p className="muted">{t('census.registered', { value: point.registered ?? '—' })}</p>
            )}
            {point.help && <p className="muted">{point.help}</p>}
            {chosen === 'no' && (
              <input
                className="census-found"
                value={given?.value ?? ''}
                maxLength={200}
                placeholder={t('census.found')}
                aria-label={`${point.label}：${t('census.found')}`}
                aria-invalid={tried && missing.includes(point.code)}
                onChange={(event) => answer(point.code, { value: event.target.value })}
              />
            )}
            {tried && missing.includes(point.code) && <p className="late">{t('census.missing.value')}</p>}
          </li>
        );
      })}
    </ol>
  );
}

function Thumb({ photo, n, onRemove }: { photo: DraftPhoto; n: number; onRemove: () => void }) {
  const { t } = useTranslation('agency-affairs');
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(photo.blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [photo.blob]);
  return (
    <li>
      {url && <img src={url} alt={t('photo.alt', { n })} />}
      {!photo.sent && (
        <button type="button" aria-label={t('photo.remove', { n })} onClick={onRemove}>
          ×
        </button>
      )}
    </li>
  );
}

function Photos({ draft, handle }: Pick<PartProps, 'draft' | 'handle'>) {
  const { t } = useTranslation('agency-affairs');
  const add = async (files: readonly File[]) => {
    const added = await Promise.all(
      files.map(async (file) => ({ key: makeId(), name: file.name, blob: await shrinkPhoto(file), sent: false })),
    );
    handle.change({ photos: [...draft.photos, ...added] });
  };
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    if (files.length > 0) void add(files);
  };
  return (
    <fieldset className="census-take">
      <legend>{t('photo.title')}</legend>
      {draft.photos.length > 0 && (
        <ul className="census-photos">
          {draft.photos.map((photo, at) => (
            <Thumb
              key={photo.key}
              photo={photo}
              n={at + 1}
              onRemove={() => handle.change({ photos: draft.photos.filter((one) => one.key !== photo.key) })}
            />
          ))}
        </ul>
      )}
      <label className="census-button">
        {t('photo.take')}
        <input type="file" className="sr-only" accept={KINDS} capture="environment" multiple onChange={take} />
      </label>
      <p className="muted">{t('photo.help')}</p>
    </fieldset>
  );
}

function Position({ draft, handle }: Pick<PartProps, 'draft' | 'handle'>) {
  const { t } = useTranslation('agency-affairs');
  const [problem, setProblem] = useState(false);
  const locate = () =>
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => {
        setProblem(false);
        const { latitude, longitude, accuracy } = coords;
        handle.change({ position: { latitude, longitude, accuracyM: accuracy } });
      },
      () => setProblem(true),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  return (
    <div className="census-place">
      {draft.position ? (
        <p className="mono">
          {t('census.position', {
            latitude: draft.position.latitude.toFixed(5),
            longitude: draft.position.longitude.toFixed(5),
          })}{' '}
          <button type="button" className="link" onClick={() => handle.change({ position: null })}>
            {t('census.noPosition')}
          </button>
        </p>
      ) : (
        <button type="button" className="census-button" onClick={locate}>
          {t('census.locate')}
        </button>
      )}
      <p className={problem ? 'late' : 'muted'}>{t(problem ? 'census.locateFailed' : 'census.locateHelp')}</p>
    </div>
  );
}

function Words({ draft, handle, missing, tried }: PartProps) {
  const { t } = useTranslation('agency-affairs');
  const id = useId();
  return (
    <>
      <div className="census-field">
        <label htmlFor={`${id}on`}>{t('census.checkedOn')}</label>
        <input
          id={`${id}on`}
          type="date"
          value={draft.checkedOn}
          max={today()}
          aria-invalid={tried && missing.includes('checkedOn')}
          onChange={(event) => handle.change({ checkedOn: event.target.value })}
        />
        {tried && missing.includes('checkedOn') && <p className="late">{t('census.missing.checkedOn')}</p>}
      </div>
      <div className="census-field">
        <label htmlFor={`${id}person`}>{t('census.person')}</label>
        <input
          id={`${id}person`}
          value={draft.person}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => handle.change({ person: event.target.value })}
        />
      </div>
      <div className="census-field">
        <label htmlFor={`${id}note`}>{t('census.note')}</label>
        <textarea
          id={`${id}note`}
          rows={3}
          value={draft.note}
          maxLength={1000}
          onChange={(event) => handle.change({ note: event.target.value })}
        />
      </div>
    </>
  );
}

/** The check as it is written on the spot: thumbs first, kept on the device, sent when there is a network. */
export function CensusForm({ item }: { item: CensusItemView }) {
  const { t } = useTranslation('agency-affairs');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const handle = useCensusDraft(item);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const { draft } = handle;
  if (!draft) return null;
  const missing = missingOf(draft, item.points, today());
  const part = { item, draft, handle, missing, tried };
  const submit = async () => {
    setTried(true);
    if (missing.length > 0) return;
    setBusy(true);
    const left = await handle.submit();
    setBusy(false);
    if (left === 'failed') return;
    setTried(false);
    void message.success(t(left === 'queued' ? 'census.kept' : 'census.sent'));
    void navigate(`/agencies/census/${item.campaign.id}`);
  };
  return (
    <form
      className="panel census-form"
      aria-label={t('census.form')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {draft.reason && <p className={draft.state === 'failed' ? 'late' : 'warn'}>{draft.reason}</p>}
      <Choices
        label={t('census.result')}
        value={draft.result}
        options={RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))}
        onChange={(result) => handle.change({ result })}
        problem={tried && missing.includes('result') ? t('census.missing.result') : undefined}
      />
      {draft.result !== 'not-found' && draft.result !== 'closed' && <Points {...part} />}
      <Photos {...part} />
      <Position {...part} />
      <Words {...part} />
      <p className={handle.unkept ? 'late' : 'muted'}>{t(handle.unkept ? 'census.unkept' : 'census.selfSaving')}</p>
      <div className="census-submit">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('census.submit')}
        </Button>
        <button type="button" className="link" onClick={() => void handle.discard()}>
          {t('census.discard')}
        </button>
      </div>
    </form>
  );
}
