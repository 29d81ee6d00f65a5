import type { FilePanel } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../status-tag.tsx';
import { DaysLeft } from './days-left.tsx';
import { readWay, type Way } from './way.ts';

const tones: Record<FilePanel['file']['standing'], Tone> = {
  draft: 'plain',
  open: 'info',
  waiting: 'warn',
  done: 'good',
  refused: 'plain',
  withdrawn: 'plain',
};

/** Where a file stands, as one word. */
export function FileStateTag({ file }: { file: Pick<FilePanel['file'], 'stateLabel' | 'standing'> }) {
  return <StatusTag tone={tones[file.standing]}>{file.stateLabel}</StatusTag>;
}

function Line({ way }: { way: Way }) {
  const { t } = useTranslation('procedures');
  return (
    <ol className="way-line" aria-label={t('way.label')}>
      {way.steps.map((step) => (
        <li key={step.state} className={step.mark} aria-current={step.mark === 'current' ? 'step' : undefined}>
          <i aria-hidden="true" />
          <span>{step.label}</span>
          {step.mark !== 'current' && <span className="sr-only">{t(`way.${step.mark}`)}</span>}
        </li>
      ))}
      {way.aside && (
        <li className={`current aside ${way.aside.standing}`} aria-current="step">
          <i aria-hidden="true" />
          <span>{way.aside.label}</span>
        </li>
      )}
    </ol>
  );
}

/** The same on a phone: one bar and a sentence; the whole way unfolds. */
function ShortWay({ way }: { way: Way }) {
  const { t } = useTranslation('procedures');
  const total = way.steps.length;
  const next = way.steps[way.reached];
  return (
    <details className="way-short">
      <summary>
        <span className="way-bar" aria-hidden="true">
          {way.steps.map((step) => (
            <i key={step.state} className={step.mark} />
          ))}
        </span>
        <span>
          {way.aside
            ? t('way.ended', { state: way.aside.label })
            : t('way.stepOf', { n: Math.max(way.reached, 1), total })}
          {!way.aside && next && ` · ${t('way.next', { state: next.label })}`}
        </span>
      </summary>
      <ol>
        {way.steps.map((step) => (
          <li key={step.state} className={step.mark}>
            {step.label}
            {step.mark !== 'ahead' && <small>{t(`way.${step.mark}`)}</small>}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Who the file waits for: those who may do what can be done next. */
function waitsFor(panel: FilePanel): string[] {
  return [...new Set(panel.actions.map((action) => action.by))].slice(0, 3);
}

/** Where the file stands: the state, whom it waits for, the nearest clock, and the whole way as one calm line. */
export function FileWay({ panel }: { panel: FilePanel }) {
  const { t } = useTranslation('procedures');
  const way = readWay(panel.states);
  const clock = panel.clocks
    .filter((one) => one.standing !== 'stopped')
    .toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))[0];
  const mine = panel.actions.some((action) => action.possible);
  return (
    <section className="file-way panel" aria-label={t('way.label')}>
      <div className="file-standing">
        <FileStateTag file={panel.file} />
        {panel.actions.length > 0 && (
          <span>{mine ? t('way.mine') : t('way.waitsFor', { who: waitsFor(panel).join(t('way.or')) })}</span>
        )}
        {clock && (
          <span className="file-clock">
            {clock.label} <DaysLeft clock={clock} />
          </span>
        )}
      </div>
      <Line way={way} />
      <ShortWay way={way} />
    </section>
  );
}
