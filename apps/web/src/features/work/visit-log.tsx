import type { Visit } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../components/status-tag.tsx';
import { toneOf } from '../../lib/tones.ts';
import { DraftList } from './draft-list.tsx';
import { photoUrl } from './drafts.ts';
import type { VisitDraft } from './visit-draft.ts';
import type { FormStep } from './visit-form.tsx';

function Photos({ visit }: { visit: Visit }) {
  const { t } = useTranslation('work');
  if (visit.photos.length === 0) return null;
  return (
    <ul className="visit-thumbs">
      {visit.photos.map((photo, index) => (
        <li key={photo.sha256}>
          <a href={photoUrl(visit.id, photo.sha256)} target="_blank" rel="noreferrer">
            <img src={photoUrl(visit.id, photo.sha256)} alt={t('photo.alt', { n: index + 1 })} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Entry({ visit, stepLabel }: { visit: Visit; stepLabel: string | undefined }) {
  const { t } = useTranslation(['work', 'cultivation']);
  return (
    <li id={`visit-${visit.id}`}>
      <div className="visit-head">
        <b className="mono">{visit.visitedOn}</b>
        <span>{t(`cultivation:channel.${visit.channel}`)}</span>
        <StatusTag tone={toneOf(visit.result)}>{t(`cultivation:result.${visit.result}`)}</StatusTag>
        {stepLabel && <span className="muted">{t('log.step', { step: stepLabel })}</span>}
        <span className="muted visit-by">{visit.by}</span>
      </div>
      <p>{visit.summary}</p>
      {visit.person && <p className="soft">{t('log.person', { person: visit.person })}</p>}
      {(visit.nextStep || visit.nextOn) && (
        <p className="soft">{t('log.next', { text: [visit.nextOn, visit.nextStep].filter(Boolean).join(' ') })}</p>
      )}
      <Photos visit={visit} />
      {visit.alsoLoggedBy && <p className="warn">{t('outbox.alsoLogged', { name: visit.alsoLoggedBy })}</p>}
      {visit.note && <p className="warn">{visit.note}</p>}
    </li>
  );
}

/** Visits of a target, newest first; on top those that are still on this device. */
export function VisitLog({
  visits,
  drafts,
  steps,
}: {
  visits: readonly Visit[];
  drafts: readonly VisitDraft[];
  steps: readonly (FormStep & { label: string })[];
}) {
  const { t } = useTranslation('work');
  const known = new Set(visits.map((visit) => visit.id));
  const here = drafts.filter((draft) => !known.has(draft.id) || draft.state !== 'sent' || draft.differs);
  if (visits.length === 0 && here.length === 0) return <p className="soft">{t('log.none')}</p>;
  return (
    <>
      {here.length > 0 && <DraftList items={here} />}
      <ol className="visit-log">
        {visits.map((visit) => (
          <Entry key={visit.id} visit={visit} stepLabel={steps.find((step) => step.code === visit.step)?.label} />
        ))}
      </ol>
    </>
  );
}
