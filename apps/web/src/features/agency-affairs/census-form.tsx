import { App, Button } from 'antd';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FieldChoices } from '../../components/field-work/field-choices.tsx';
import { FieldLabel } from '../../components/field-work/field-label.tsx';
import { showProblem } from '../../components/field-work/show-problem.ts';
import { TakePhotos } from '../../components/field-work/take-photos.tsx';
import { TakePosition } from '../../components/field-work/take-position.tsx';
import { today } from '../../lib/format.ts';
import { makeId } from '../../lib/make-id.ts';
import { shrinkPhoto } from '../../lib/shrink-photo.ts';
import { type CensusDraft, missingOf } from './census-draft.ts';
import type { CensusItemView } from './census-query.ts';
import { type CensusHandle, useCensusDraft } from './use-census-draft.ts';

const RESULTS = ['found', 'moved', 'not-found', 'closed'] as const;

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
    <ol className="fieldwork-items">
      {item.points.map((point) => {
        const given = draft.answers[point.code];
        const chosen = given?.ok === true ? 'yes' : given?.ok === false ? 'no' : '';
        return (
          <li key={point.code}>
            <FieldChoices
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
                className="fieldwork-input"
                value={given?.value ?? ''}
                maxLength={200}
                placeholder={t('census.found')}
                aria-label={`${point.label}：${t('census.found')}`}
                aria-invalid={tried && missing.includes(point.code)}
                onChange={(event) => answer(point.code, { value: event.target.value })}
              />
            )}
            {tried && missing.includes(point.code) && <p className="late problem">{t('census.missing.value')}</p>}
          </li>
        );
      })}
    </ol>
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
  return (
    <fieldset>
      <legend>{t('photo.title')}</legend>
      <TakePhotos
        photos={draft.photos}
        words={{
          take: t('photo.take'),
          alt: (n) => t('photo.alt', { n }),
          remove: (n) => t('photo.remove', { n }),
        }}
        onAdd={(files) => void add(files)}
        onRemove={(key) => handle.change({ photos: draft.photos.filter((one) => one.key !== key) })}
      />
      <p className="muted">{t('photo.help')}</p>
    </fieldset>
  );
}

function Position({ draft, handle }: Pick<PartProps, 'draft' | 'handle'>) {
  const { t } = useTranslation('agency-affairs');
  const words = {
    locate: t('census.locate'),
    failed: t('census.locateFailed'),
    help: t('census.locateHelp'),
    without: t('census.noPosition'),
    here: (latitude: string, longitude: string) => t('census.position', { latitude, longitude }),
  };
  return <TakePosition position={draft.position} words={words} onChange={(position) => handle.change({ position })} />;
}

function Words({ draft, handle, missing, tried }: PartProps) {
  const { t } = useTranslation('agency-affairs');
  const late = tried && missing.includes('checkedOn');
  return (
    <>
      <FieldLabel label={t('census.checkedOn')} problem={late ? t('census.missing.checkedOn') : undefined}>
        {(id) => (
          <input
            id={id}
            className="fieldwork-input"
            type="date"
            value={draft.checkedOn}
            max={today()}
            aria-invalid={late}
            onChange={(event) => handle.change({ checkedOn: event.target.value })}
          />
        )}
      </FieldLabel>
      <FieldLabel label={t('census.person')}>
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
      <FieldLabel label={t('census.note')}>
        {(id) => (
          <textarea
            id={id}
            className="fieldwork-input"
            rows={3}
            value={draft.note}
            maxLength={1000}
            onChange={(event) => handle.change({ note: event.target.value })}
          />
        )}
      </FieldLabel>
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
  const submit = async (form: HTMLFormElement) => {
    flushSync(() => setTried(true));
    if (missing.length > 0) {
      showProblem(form);
      return;
    }
    setBusy(true);
    const left = await handle.submit();
    setBusy(false);
    if (left?.state === 'failed') return;
    setTried(false);
    void message.success(t(left?.state === 'queued' ? 'census.kept' : 'census.sent'));
    void navigate(`/agencies/census/${item.campaign.id}`);
  };
  return (
    <form
      className="panel fieldwork-form"
      aria-label={t('census.form')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      {draft.reason && <p className={draft.state === 'failed' ? 'late' : 'warn'}>{draft.reason}</p>}
      <FieldChoices
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
      <div className="fieldwork-submit">
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
