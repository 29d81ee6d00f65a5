import { useMutation } from '@tanstack/react-query';
import { Progress as AntProgress, App, Button } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { formatBytes, formatMoment } from '../../lib/format.ts';
import { type Papers, useMoved } from './papers-query.ts';

type Archive = NonNullable<Papers['archive']>;

type Job = NonNullable<Archive['job']>;
const isRunning = (job: Archive['job']): job is Job =>
  job !== null && ['queued', 'running', 'interrupted'].includes(job.state);

function Progress({ job }: { job: Job }) {
  const { t } = useTranslation('case-papers');
  const share = job.total === null || job.total === 0 ? 0 : Math.round((100 * job.done) / job.total);
  return (
    <div className="archive-progress">
      <AntProgress percent={share} aria-label={t('archive.title')} />
      <small>
        {job.total === null ? t('archive.queued') : t('archive.progress', { done: job.done, total: job.total })}
      </small>
    </div>
  );
}

type Item = Archive['items'][number];

/** Items with the name of their section before the first of each. */
function Rows({ items }: { items: readonly Item[] }) {
  return items.map((item, at) => (
    <Fragment key={item.no}>
      {item.section !== null && item.section !== items[at - 1]?.section && (
        <tr className="archive-section">
          <th scope="rowgroup" colSpan={5}>
            {item.section}
          </th>
        </tr>
      )}
      <tr className={item.from === null ? 'left-out' : undefined}>
        <td>{item.no}</td>
        <td>
          {item.title}
          {item.note && <small className="late"> {item.note}</small>}
        </td>
        <td className="mono">{item.number}</td>
        <td className="mono">{item.on}</td>
        <td className="mono">
          {item.from === null ? '—' : item.from === item.to ? item.from : `${item.from}–${item.to}`}
        </td>
      </tr>
    </Fragment>
  ));
}

/** The index of each volume; an archive made before there were two has one. */
function Index({ archive }: { archive: Archive }) {
  const { t } = useTranslation('case-papers');
  return ([null, 'main', 'side'] as const)
    .map((volume) => ({ volume, items: archive.items.filter((item) => item.volume === volume) }))
    .filter(({ items }) => items.length > 0)
    .map(({ volume, items }) => (
      <table className="archive-index" key={volume}>
        {volume && (
          <caption>
            {t(`archive.volume.${volume}`)}
            <small>
              {t('archive.counted', { n: items.length, pages: Math.max(...items.map(({ to }) => to ?? 0)) })}
            </small>
          </caption>
        )}
        <colgroup>
          <col className="archive-no" />
          <col />
          <col className="archive-number" />
          <col className="archive-on" />
          <col className="archive-page" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('archive.no')}</th>
            <th scope="col">{t('archive.paper')}</th>
            <th scope="col">{t('archive.number')}</th>
            <th scope="col">{t('archive.on')}</th>
            <th scope="col">{t('archive.page')}</th>
          </tr>
        </thead>
        <tbody>
          <Rows items={items} />
        </tbody>
      </table>
    ));
}

function Made({ papers, archive }: { papers: Papers; archive: Archive }) {
  const { t } = useTranslation('case-papers');
  if (archive.madeAt === null) return null;
  return (
    <>
      <p>
        {t('archive.made', {
          at: formatMoment(archive.madeAt),
          by: archive.madeBy,
          pages: archive.pages,
          items: archive.items.length,
        })}{' '}
        <a className="link" href={urlOf(routes.downloadCaseArchive, { params: { id: papers.caseId } })} download>
          {t('archive.download', { size: formatBytes(archive.size ?? 0) })}
        </a>
      </p>
      {archive.skipped.length > 0 && (
        <div className="paper-lacks" role="alert">
          <b>{t('archive.skipped', { n: archive.skipped.length })}</b>
          <ul>
            {archive.skipped.map((one) => (
              <li key={one.title + one.fileName}>
                {one.title}（{one.fileName}）：{one.reason}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="table-scroll">
        <Index archive={archive} />
      </div>
    </>
  );
}

/** The file of the case as one PDF, made by a job; sealed, nothing is added any more. */
export function ArchivePart({ papers }: { papers: Papers }) {
  const { t } = useTranslation(['case-papers', 'common']);
  const { modal } = App.useApp();
  const moved = useMoved();
  const job = papers.archive?.job ?? null;
  const make = useMutation({
    mutationFn: () => api.makeCaseArchive({ params: { id: papers.caseId }, body: {} }),
    onSuccess: moved,
  });
  const seal = useMutation({
    mutationFn: () => api.sealCaseArchive({ params: { id: papers.caseId } }),
    onSuccess: moved,
  });
  const ask = () =>
    modal.confirm({
      title: t('archive.sealTitle'),
      content: t('archive.sealText'),
      okText: t('archive.seal'),
      cancelText: t('common:cancel'),
      onOk: () => seal.mutateAsync().catch(() => undefined),
    });
  const running = isRunning(job);
  return (
    <Section
      title={t('archive.title')}
      note={t('archive.note')}
      extra={
        <span className="archive-buttons">
          {papers.may.archive && (
            <Button loading={make.isPending} disabled={running} onClick={() => make.mutate()}>
              {t(papers.archive?.madeAt ? 'archive.remake' : 'archive.make')}
            </Button>
          )}
          {papers.may.seal && papers.archive?.madeAt && (
            <Button type="primary" loading={seal.isPending} onClick={ask}>
              {t('archive.seal')}
            </Button>
          )}
        </span>
      }
    >
      {running && <Progress job={job} />}
      {job?.error && <p className="late">{job.error}</p>}
      {(make.error ?? seal.error) && <ErrorBox error={make.error ?? seal.error} />}
      <p className="soft">
        {t('archive.order', papers.archiveOrder)}
        <small className="warn-text"> {t('archive.verify', papers.archiveOrder)}</small>
      </p>
      {papers.archive ? <Made papers={papers} archive={papers.archive} /> : <p className="soft">{t('archive.none')}</p>}
    </Section>
  );
}
