import type { MeasureThing, MeasureView, RouteOutput, routes as Routes } from '@jince/contract';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { WhyLink } from '../../components/why-panel.tsx';
import { routes, urlOf } from '../../lib/api.ts';
import { formatExact, formatMoment } from '../../lib/format.ts';
import { type MeasureAct, MeasureActDialog } from './measure-acts.tsx';
import { TONE_OF } from './measure-query.ts';
import { ThingDetail } from './thing-detail.tsx';

type May = RouteOutput<(typeof Routes)['listMeasures']>['may'];

/** Where the clock of a measure stands, with the reasons of its last day. */
export function MeasureClock({ measure }: { measure: Omit<MeasureView, 'things'> }) {
  const { t } = useTranslation('evidence');
  return (
    <div className={`measure-clock ${TONE_OF[measure.standing]}`}>
      <b>{measure.sentence}</b>
      <WhyLink
        why={{
          title: t('measure.why', { kind: measure.kindLabel }),
          answer: measure.dueOn ?? t('measure.still'),
          steps: measure.steps.map(({ text, article }) => ({ kind: 'note', text, basis: article })),
          article: measure.article,
        }}
      />
    </div>
  );
}

function Things({ measure, onOpen }: { measure: MeasureView; onOpen: (thing: MeasureThing) => void }) {
  const { t } = useTranslation('evidence');
  return (
    <div className="things">
      <div className="thing head" aria-hidden="true">
        <span>{t('thing.no')}</span>
        <span>{t('thing.name')}</span>
        <span className="num">{t('thing.held')}</span>
        <span>{t('thing.where')}</span>
        <span>{t('thing.code')}</span>
      </div>
      {measure.things.map((thing) => {
        const holder = thing.custody.findLast((entry) => entry.to !== null)?.to;
        return (
          <button key={thing.id} type="button" className="thing" onClick={() => onOpen(thing)}>
            <span>{thing.no}</span>
            <span>
              <b>{thing.name}</b>
              <small>{[thing.spec, thing.mark].filter(Boolean).join(' · ')}</small>
            </span>
            <span className="num">
              {formatExact(thing.held)}
              {thing.held !== thing.quantity && <small> / {formatExact(thing.quantity)}</small>} {thing.unit}
            </span>
            <span>
              {thing.held === 0 ? t('thing.gone') : (holder ?? thing.storage)}
              <small>{thing.held === 0 ? '' : thing.storage}</small>
            </span>
            <code>{thing.code}</code>
          </button>
        );
      })}
    </div>
  );
}

/** One measure: its clock first, then who and why, its things, and what can be done. */
export function MeasureCard({
  fileId,
  measure,
  may,
  onTakeOver,
}: {
  fileId: string;
  measure: MeasureView;
  may: May;
  onTakeOver?: () => void;
}) {
  const { t } = useTranslation('evidence');
  const [act, setAct] = useState<MeasureAct>();
  const [thing, setThing] = useState<string>();
  const open = measure.things.find((one) => one.id === thing);
  const running = measure.endedOn === null;
  const still = measure.standing === 'still';
  return (
    <Section
      title={`${measure.kindLabel} ${measure.number}`}
      note={
        <StatusTag tone={TONE_OF[measure.standing]}>
          {measure.outcomeLabel ?? t(`standing.${measure.standing}`)}
        </StatusTag>
      }
      extra={
        <div className="row">
          <Button
            href={urlOf(routes.printLabels, { params: { id: fileId, measureId: measure.id } })}
            download
            size="small"
          >
            {t('measure.labels')}
          </Button>
          {onTakeOver && (
            <Button size="small" type="primary" onClick={onTakeOver}>
              {t('measure.takeOver')}
            </Button>
          )}
          {running && may.extend && measure.extendable && (
            <Button size="small" onClick={() => setAct('extend')}>
              {t('dialog.extend')}
            </Button>
          )}
          {running && may.order && measure.causes.length > 0 && (
            <Button size="small" onClick={() => setAct(still ? 'resume' : 'pause')}>
              {t(still ? 'dialog.resume' : 'dialog.pause')}
            </Button>
          )}
          {running && may.order && (
            <Button size="small" type="primary" danger={measure.standing === 'unlawful'} onClick={() => setAct('end')}>
              {t('dialog.end')}
            </Button>
          )}
        </div>
      }
    >
      <MeasureClock measure={measure} />
      <p className="measure-facts">
        {t('measure.facts', { ...measure, document: measure.documentNo ?? t('measure.noDocument') })}
      </p>
      <p className="muted">{measure.ground}</p>
      {measure.events.map((event) => (
        <p key={event.at} className="muted">
          {t('measure.event', { text: event.text, by: event.by, reason: event.reason, at: formatMoment(event.at) })}
        </p>
      ))}
      {measure.endReason !== null && <p className="muted">{t('measure.ended', { reason: measure.endReason })}</p>}
      <Things measure={measure} onOpen={(one) => setThing(one.id)} />
      {act !== undefined && (
        <MeasureActDialog act={act} fileId={fileId} measure={measure} onClose={() => setAct(undefined)} />
      )}
      <Drawer
        open={open !== undefined}
        onClose={() => setThing(undefined)}
        title={open ? `${open.no}. ${open.name}` : ''}
        size={600}
        destroyOnHidden
      >
        {open && <ThingDetail fileId={fileId} thing={open} may={may} />}
      </Drawer>
    </Section>
  );
}
