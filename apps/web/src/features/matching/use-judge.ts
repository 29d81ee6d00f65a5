import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import type { Verdict } from './matching-query.ts';

export interface Word {
  readonly mentionId: string;
  readonly mentionName: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly verdict: Verdict;
}
interface Said extends Word {
  readonly saved: Promise<string | undefined>;
}

/** Judgements said at this desk: shown at once, sent behind, taken back from the screen when the server refuses. */
export function useJudge(onRefused: (mentionId: string) => void) {
  const { t } = useTranslation(['matching', 'common']);
  const { message, notification } = App.useApp();
  const queries = useQueryClient();
  const [words, setWords] = useState<readonly Word[]>([]);
  const history = useRef<Said[]>([]);
  const forget = (word: Word) => setWords((before) => before.filter((one) => one !== word));
  const refresh = (mentionId: string) => {
    void queries.invalidateQueries({ queryKey: ['review', mentionId] });
    void queries.invalidateQueries({ queryKey: ['judgements'] });
    void queries.invalidateQueries({ queryKey: ['party-mentions'] });
  };

  const judge = (word: Word) => {
    setWords((before) => [...before, word]);
    const saved = api
      .judgeMatch({ params: { id: word.mentionId }, body: { partyId: word.partyId, verdict: word.verdict } })
      .then((answer) => {
        refresh(word.mentionId);
        if (answer.conflict) {
          notification.warning({
            title: t('conflict.title', { name: word.mentionName }),
            description: answer.conflict,
            duration: 12,
            placement: 'bottomRight',
          });
        }
        return answer.judgement.id;
      })
      .catch((error: unknown) => {
        const text = describeError(error, t);
        forget(word);
        history.current = history.current.filter((one) => one.saved !== saved);
        notification.error({
          title: t('refused.title', { name: word.mentionName }),
          description: text.detail ?? `${text.title} ${text.action}`,
          duration: 12,
          placement: 'bottomRight',
        });
        onRefused(word.mentionId);
        return undefined;
      });
    history.current.push({ ...word, saved });
  };

  /** Takes the last judgement back; returns the mention it was about. */
  const undo = async (): Promise<string | undefined> => {
    const last = history.current.pop();
    if (!last) {
      message.info(t('nothingToUndo'));
      return undefined;
    }
    const id = await last.saved;
    if (id === undefined) return undefined;
    try {
      await api.withdrawJudgement({ params: { id } });
      setWords((before) => {
        const at = before.findLastIndex((one) => one.mentionId === last.mentionId && one.partyId === last.partyId);
        return before.filter((_, index) => index !== at);
      });
      refresh(last.mentionId);
      message.success(t('undone', { name: last.mentionName }));
    } catch (error) {
      history.current.push(last);
      const text = describeError(error, t);
      message.error(text.detail ?? text.title);
    }
    return last.mentionId;
  };
  return { words, judge, undo };
}
