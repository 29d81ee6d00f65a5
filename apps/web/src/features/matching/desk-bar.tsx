import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatExact } from '../../lib/format.ts';

interface BarProps {
  readonly decision: string;
  readonly remaining: number;
  /** Judgements said at this desk on this visit. */
  readonly done: number;
  readonly candidate: string | undefined;
  readonly enabled: boolean;
  readonly mayJudge: boolean;
  readonly actions: {
    readonly same: () => void;
    readonly notSame: () => unknown;
    readonly noneOfThem: () => void;
    readonly unsure: () => void;
    readonly undo: () => void;
    readonly find: () => unknown;
    readonly help: () => void;
  };
}

/** What can be said now, with its key; how much is left. On a phone it stays at the lower edge. */
export function DeskBar({ decision, remaining, done, candidate, enabled, mayJudge, actions }: BarProps) {
  const { t } = useTranslation('matching');
  const share = done + remaining === 0 ? 0 : done / (done + remaining);
  return (
    <div className="panel desk-bar">
      <div className="desk-left" aria-live="polite">
        <span>
          <b>{formatExact(remaining)}</b> {t(`left.${decision}`)}
          {done > 0 && <span className="muted"> · {t('doneHere', { done })}</span>}
        </span>
        {decision === 'review' && (
          <span className="desk-progress" aria-hidden="true">
            <i style={{ width: `${share * 100}%` }} />
          </span>
        )}
      </div>
      {mayJudge && (
        <div className="desk-buttons">
          <Button
            type="primary"
            disabled={!enabled}
            onClick={actions.same}
            title={candidate && t('sameAs', { name: candidate })}
          >
            {t('verdict.same')} <kbd>S</kbd>
          </Button>
          <Button disabled={!enabled} onClick={() => void actions.notSame()}>
            {t('verdict.not-same')} <kbd>N</kbd>
          </Button>
          <Button disabled={!enabled} onClick={actions.noneOfThem}>
            {t('noneOfThem')} <kbd>⇧N</kbd>
          </Button>
          <Button disabled={!enabled} onClick={actions.unsure}>
            {t('verdict.unsure')} <kbd>U</kbd>
          </Button>
          <Button type="text" onClick={() => void actions.find()}>
            {t('find.open')} <kbd>F</kbd>
          </Button>
          <Button type="text" disabled={done === 0} onClick={actions.undo}>
            {t('undo')} <kbd>Z</kbd>
          </Button>
          <Button type="text" onClick={actions.help} aria-label={t('keys.title')} className="keys-only">
            <kbd>?</kbd>
          </Button>
        </div>
      )}
    </div>
  );
}
