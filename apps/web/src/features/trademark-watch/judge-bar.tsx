import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { api } from '../../lib/api.ts';
import { SignText } from './sign-text.tsx';
import { type HitRow, hitKeys, VERDICTS, type Verdict } from './watch-query.ts';

interface JudgeBarProps {
  readonly hit: Pick<HitRow, 'id' | 'kind' | 'title' | 'found' | 'markName' | 'reasons' | 'subject'>;
  readonly verdict: Verdict | undefined;
  readonly onVerdict: (verdict: Verdict | undefined) => void;
  readonly onJudged: () => void;
}

/** The hit that is judged now, with a reason that is offered and can be changed. */
export function JudgeBar({ hit, verdict, onVerdict, onJudged }: JudgeBarProps) {
  const { t } = useTranslation('trademark-watch');
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [wholeShop, setWholeShop] = useState(false);
  useEffect(() => {
    if (verdict !== undefined)
      setReason(t(`${hit.kind === 'gazette' ? 'usualReasonGazette' : 'usualReason'}.${verdict}`));
  }, [verdict, hit.kind, t]);
  const judge = useMutation({
    mutationFn: (given: Verdict) =>
      api.judgeWatchHit({ params: { id: hit.id }, body: { verdict: given, reason: reason.trim(), wholeShop } }),
    onSuccess: () => {
      for (const queryKey of hitKeys) void queries.invalidateQueries({ queryKey });
      onJudged();
    },
  });
  const ready = verdict !== undefined && reason.trim().length >= 2;
  return (
    <section className="judge-bar panel" aria-label={t('judge.label')}>
      <div className="judge-what">
        <b>
          <SignText text={hit.title} sign={hit.found} />
        </b>
        <p className="soft">{hit.reasons}</p>
      </div>
      <div className="judge-choices">
        {VERDICTS.map((one, at) => (
          <Button
            key={one}
            type={one === verdict ? 'primary' : 'default'}
            aria-pressed={one === verdict}
            onClick={() => onVerdict(one)}
          >
            <kbd>{at + 1}</kbd> {t(`${hit.kind === 'gazette' ? 'verdictGazette' : 'verdict'}.${one}`)}
          </Button>
        ))}
      </div>
      {verdict !== undefined && (
        <form
          className="judge-reason"
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) judge.mutate(verdict);
          }}
        >
          <Input
            autoFocus
            aria-label={t('judge.reason')}
            value={reason}
            maxLength={1000}
            onChange={(event) => setReason(event.target.value)}
          />
          <Checkbox checked={wholeShop} onChange={(event) => setWholeShop(event.target.checked)}>
            {t(verdict === 'own' || verdict === 'licensed' ? 'judge.wholeShopRemember' : 'judge.wholeShop')}
          </Checkbox>
          <Button type="primary" htmlType="submit" disabled={!ready} loading={judge.isPending}>
            {t('judge.save')}
          </Button>
          <Button onClick={() => onVerdict(undefined)}>{t('judge.cancel')}</Button>
        </form>
      )}
      {judge.error && <ErrorBox error={judge.error} />}
    </section>
  );
}
