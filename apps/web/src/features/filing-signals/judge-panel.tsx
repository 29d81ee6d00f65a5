import { Button, Input } from 'antd';
import { type ComponentRef, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../components/key-hint.tsx';
import type { SignalDetail, Verdict } from './signal-query.ts';

const verdicts: readonly { readonly verdict: Verdict; readonly key: string }[] = [
  { verdict: 'confirmed', key: 'C' },
  { verdict: 'explained', key: 'E' },
  { verdict: 'unsure', key: 'U' },
];

interface PanelProps {
  readonly signal: SignalDetail;
  readonly verdict: Verdict | undefined;
  readonly reason: string;
  /** How many filings a confirmation would hold abnormal; null: none can be. */
  readonly held: number | null;
  readonly busy: boolean;
  readonly onVerdict: (verdict: Verdict | undefined) => void;
  readonly onReason: (reason: string) => void;
  readonly onSay: () => void;
  readonly onWithdraw: () => void;
}

/** What is said of the signal, with its reason. Nothing happens to anyone before this. */
export function JudgePanel(props: PanelProps) {
  const { t } = useTranslation(['filing-signals', 'common']);
  const { signal, verdict, reason, held } = props;
  const field = useRef<ComponentRef<typeof Input.TextArea>>(null);
  useEffect(() => {
    if (verdict !== undefined) field.current?.focus();
  }, [verdict]);
  const reasonId = useId();
  const withdrawable = signal.state !== 'open';
  const ready = verdict !== undefined && reason.trim().length >= 2 && !(verdict === 'confirmed' && held === 0);
  return (
    <section className="panel judge-panel" aria-label={t('judge')}>
      <p className="judge-lead">{t(signal.goneAt ? 'judgeGone' : 'judgeLead')}</p>
      <div className="judge-verdicts">
        {verdicts.map((one) => (
          <Button
            key={one.verdict}
            type={verdict === one.verdict ? 'primary' : 'default'}
            aria-pressed={verdict === one.verdict}
            disabled={signal.goneAt !== null}
            onClick={() => props.onVerdict(one.verdict)}
          >
            {t(`verdict.${one.verdict}`)} <kbd>{one.key}</kbd>
          </Button>
        ))}
        {withdrawable && (
          <Button type="text" disabled={props.busy || reason.trim().length < 2} onClick={props.onWithdraw}>
            {t('withdraw')}
          </Button>
        )}
      </div>
      {(verdict !== undefined || withdrawable) && (
        <>
          <div className="judge-reason">
            <label htmlFor={reasonId}>{verdict === undefined ? t('withdrawReason') : t(`reasonFor.${verdict}`)}</label>
            <Input.TextArea
              id={reasonId}
              ref={field}
              value={reason}
              maxLength={1000}
              autoSize={{ minRows: 2, maxRows: 6 }}
              placeholder={t(`reasonHint.${verdict ?? 'withdraw'}`)}
              onChange={(event) => props.onReason(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready && !props.busy) {
                  event.preventDefault();
                  props.onSay();
                }
                if (event.key === 'Escape') {
                  props.onVerdict(undefined);
                  field.current?.blur();
                }
              }}
            />
          </div>
          {verdict !== undefined && (
            <div className="judge-say">
              <Button type="primary" loading={props.busy} disabled={!ready} onClick={props.onSay}>
                {t('say')}
              </Button>
              <KeyHint keys={['Ctrl', 'Enter']} label={t('say')} />
              {reason.trim().length < 2 && <span>{t('reasonNeeded')}</span>}
              <span className="soft">
                {verdict === 'confirmed' && held !== null
                  ? t(held === 0 ? 'effect.none' : 'effect.confirmed', { count: held })
                  : t(`effect.${verdict === 'confirmed' ? 'agency' : verdict}`)}
              </span>
            </div>
          )}
        </>
      )}
    </section>
  );
}
