import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { sendFile } from '../../lib/send-form.ts';
import { type Mark, markKeys } from './watch-query.ts';

const EMPTY = { part: '', genuine: '', fake: '' };
const FIELDS = ['part', 'genuine', 'fake'] as const;

/** How genuine goods are told from false ones: for enforcement alone. */
export function IdentificationPoints({ mark, points }: { mark: Mark; points: NonNullable<Mark['points']> }) {
  const { t } = useTranslation('trademark-watch');
  const queries = useQueryClient();
  const [draft, setDraft] = useState(EMPTY);
  const [file, setFile] = useState<File>();
  const chooser = useRef<HTMLInputElement>(null);
  const refresh = () => {
    for (const queryKey of markKeys) void queries.invalidateQueries({ queryKey });
  };
  const add = useMutation({
    mutationFn: () =>
      sendFile(urlOf(routes.addIdentificationPoint, { params: { id: mark.id } }), file ?? new File([], 'none'), draft),
    onSuccess: () => {
      setDraft(EMPTY);
      setFile(undefined);
      refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (pointId: string) => api.removeIdentificationPoint({ params: { id: mark.id, pointId } }),
    onSuccess: refresh,
  });
  return (
    <Section title={t('point.title')} note={t('point.note')}>
      {points.length === 0 && <p className="muted">{t('point.none')}</p>}
      <ul className="point-list">
        {points.map((one) => (
          <li key={one.id}>
            {one.hasPicture && (
              <img
                src={urlOf(routes.getIdentificationPicture, { params: { id: mark.id, pointId: one.id } })}
                alt={one.part}
                loading="lazy"
              />
            )}
            <div>
              <b>{one.part}</b>
              <p>
                {t('point.isGenuine')}
                {one.genuine}
              </p>
              {one.fake !== null && (
                <p>
                  {t('point.isFake')}
                  {one.fake}
                </p>
              )}
              <small>{one.by}</small>
            </div>
            {mark.mayKeepPoints && (
              <Button size="small" onClick={() => remove.mutate(one.id)}>
                {t('user.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mark.mayKeepPoints && (
        <div className="watch-form">
          {FIELDS.map((name) => (
            <Field key={name} label={t(`point.${name}`)}>
              {(ids) => (
                <Input
                  {...ids}
                  value={draft[name]}
                  maxLength={500}
                  onChange={(event) => setDraft((before) => ({ ...before, [name]: event.target.value }))}
                />
              )}
            </Field>
          ))}
          <input
            ref={chooser}
            type="file"
            hidden
            accept="image/jpeg,image/png,image/webp"
            onChange={(event) => setFile(event.target.files?.[0])}
          />
          <Button onClick={() => chooser.current?.click()}>{file?.name ?? t('point.picture')}</Button>
          <Button
            disabled={draft.part.trim() === '' || draft.genuine.trim() === ''}
            loading={add.isPending}
            onClick={() => add.mutate()}
          >
            {t('point.add')}
          </Button>
        </div>
      )}
      {(add.error ?? remove.error) && <ErrorBox error={add.error ?? remove.error} />}
    </Section>
  );
}
