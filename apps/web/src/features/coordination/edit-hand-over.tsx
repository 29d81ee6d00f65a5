import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { api } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { ContentFields, isComplete, toSend } from './content-fields.tsx';
import { type HandOver, handOverKeys } from './coordination-query.ts';

/** What somebody else saved meanwhile, beside what one typed oneself; nothing is lost. */
function Conflict({ other, onTake }: { other: Theirs; onTake: () => void }) {
  const { t } = useTranslation('coordination');
  return (
    <section className="edit-conflict" role="alert">
      <h3>{t('conflict.title', { name: other.savedBy, at: formatMoment(other.savedAt) })}</h3>
      <p>{t('conflict.text')}</p>
      <dl>
        <dt>{t('content.title')}</dt>
        <dd>{other.content.title}</dd>
        <dt>{t('content.facts')}</dt>
        <dd className="pre">{other.content.facts}</dd>
        <dt>{t('content.request')}</dt>
        <dd className="pre">{other.content.request}</dd>
      </dl>
      <Button size="small" onClick={onTake}>
        {t('conflict.take')}
      </Button>
    </section>
  );
}

type Theirs = NonNullable<Awaited<ReturnType<typeof api.saveHandOver>>['current']>;

/** Edits the text of a draft; where somebody was faster, both texts stand side by side. */
export function EditHandOver({ handOver, onClose }: { handOver: HandOver; onClose: () => void }) {
  const { t } = useTranslation(['coordination', 'common']);
  const queries = useQueryClient();
  const [content, setContent] = useState<HandOver['content']>(handOver.content);
  const [revision, setRevision] = useState(handOver.revision);
  const [theirs, setTheirs] = useState<Theirs>();
  const save = useMutation({
    mutationFn: () => api.saveHandOver({ params: { id: handOver.id }, body: { ...toSend(content), revision } }),
    onSuccess: (answer) => {
      for (const queryKey of handOverKeys) void queries.invalidateQueries({ queryKey });
      setRevision(answer.revision);
      if (answer.saved) onClose();
      else if (answer.current) setTheirs(answer.current);
    },
  });
  return (
    <Drawer open onClose={onClose} title={t('edit.open')} size="large">
      {theirs && (
        <Conflict
          other={theirs}
          onTake={() => {
            setContent(theirs.content);
            setTheirs(undefined);
          }}
        />
      )}
      <ContentFields value={content} onChange={(next) => setContent({ ...next, suspects: [...next.suspects] })} />
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button type="primary" disabled={!isComplete(content)} loading={save.isPending} onClick={() => save.mutate()}>
          {t(theirs ? 'conflict.save' : 'common:save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
