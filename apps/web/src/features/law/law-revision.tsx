import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';

const TONES: Readonly<Record<string, Tone>> = { stricter: 'late', new: 'info', lighter: 'good', open: 'warn' };

/** The Trademark Law of 2019 and its revision, subject by subject. */
export function LawRevision() {
  const { t } = useTranslation('law');
  const query = useQuery({ queryKey: ['law-revision'], queryFn: ({ signal }) => api.getLawRevision({}, signal) });
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <SkeletonLines />;
  const { before, after, subjects } = query.data;
  return (
    <>
      <p className="soft">{t('revision.intro')}</p>
      <div className="law-revision panel">
        <table>
          <thead>
            <tr>
              <th>{t('revision.subject')}</th>
              <th>
                {before.law} <small>{t('fromTo', before)}</small>
              </th>
              <th>
                {after.law} <small>{t('from', after)}</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {subjects.map((one) => (
              <tr key={one.entry}>
                <th scope="row">
                  {one.label}
                  <span>
                    <StatusTag tone={TONES[one.change] ?? 'plain'}>{t(`revision.change.${one.change}`)}</StatusTag>
                    {one.verify && (
                      <StatusTag tone="warn" title={one.verify}>
                        {t('verify')}
                      </StatusTag>
                    )}
                  </span>
                </th>
                <td data-label={before.law}>
                  <b>{one.before.article}</b>
                  {one.before.text}
                </td>
                <td data-label={after.law}>
                  <b>{one.after.article}</b>
                  {one.after.text}
                  {one.verify && <small>{one.verify}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
