import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { permissions } from '../../config/permissions.ts';
import { api, routes, urlOf } from '../../lib/api.ts';
import { formatDay } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import { sendFile } from '../../lib/send-form.ts';

/** The picture of a registration and, for who keeps it, how to change it. */
export function MarkPicture({ registrationNo }: { registrationNo: string }) {
  const { t } = useTranslation('trademarks');
  const me = useMe();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const params = { registrationNo };
  const known = useQuery({
    queryKey: ['mark-picture', registrationNo],
    queryFn: ({ signal }) => api.describeMarkPicture({ params }, signal),
    enabled: can(me, permissions.searchMarks),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['mark-picture', registrationNo] });
  const keep = useMutation({
    mutationFn: (file: File) => sendFile(urlOf(routes.keepMarkPicture, { params }), file, {}),
    onSuccess: refresh,
  });
  const remove = useMutation({ mutationFn: () => api.removeMarkPicture({ params }), onSuccess: refresh });
  if (known.data === undefined) return null;
  const { picture } = known.data;
  const mayEdit = can(me, permissions.keepMarkPictures);
  if (picture === null && !mayEdit) return null;
  return (
    <Section title={t('picture.title')} note={t('picture.note')}>
      {picture === null ? (
        <p className="soft">{t('picture.none')}</p>
      ) : (
        <>
          <img
            src={`${urlOf(routes.getMarkPicture, { params })}?at=${encodeURIComponent(picture.addedAt)}`}
            alt={t('picture.of', { number: registrationNo })}
            width={160}
            height={160}
            style={{ objectFit: 'contain', background: '#fff', border: '1px solid var(--line)', borderRadius: 6 }}
          />
          <p className="muted">{t('picture.by', { name: picture.addedByName, day: formatDay(picture.addedAt) })}</p>
        </>
      )}
      {(keep.error ?? remove.error) && <ErrorBox error={keep.error ?? remove.error} />}
      {mayEdit && (
        <div className="row">
          <input
            ref={input}
            type="file"
            className="sr-only"
            tabIndex={-1}
            aria-label={t('picture.upload')}
            accept="image/png,image/jpeg,image/webp,image/gif,image/tiff,image/svg+xml"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) keep.mutate(file);
              event.target.value = '';
            }}
          />
          <Button loading={keep.isPending} onClick={() => input.current?.click()}>
            {t(picture === null ? 'picture.upload' : 'picture.replace')}
          </Button>
          {picture !== null && (
            <Popconfirm title={t('picture.removeSure')} onConfirm={() => remove.mutate()}>
              <Button type="text" loading={remove.isPending}>
                {t('picture.remove')}
              </Button>
            </Popconfirm>
          )}
        </div>
      )}
    </Section>
  );
}
