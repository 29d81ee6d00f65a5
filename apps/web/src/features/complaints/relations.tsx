import type { MatterView, RelatedMatter } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { matterHref, matterKeys } from './complaint-query.ts';

type Deed = { readonly kind: 'part' | 'split' } | { readonly kind: 'join'; readonly to: RelatedMatter };
const SHORTEST = 4;

/** One deed with its reason: join, part, split. */
function DeedDialog({ id, deed, onClose }: { id: string; deed: Deed; onClose: () => void }) {
  const { t } = useTranslation(['complaints', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const run = useMutation({
    mutationFn: async () => {
      const params = { id };
      const body = { reason: reason.trim() };
      if (deed.kind === 'join') return api.joinComplaintMatter({ params, body: { ...body, to: deed.to.id } });
      return deed.kind === 'part'
        ? api.partComplaintMatter({ params, body })
        : api.splitComplaintMatter({ params, body });
    },
    onSuccess: () => {
      message.success(t(`deed.${deed.kind}.done`));
      for (const queryKey of [...matterKeys(id), ['file']]) void queries.invalidateQueries({ queryKey: [...queryKey] });
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} footer={null} title={t(`deed.${deed.kind}.title`)} mask={{ closable: false }}>
      <div className="stack-tight">
        <p className="soft">{t(`deed.${deed.kind}.text`, { number: deed.kind === 'join' ? deed.to.number : '' })}</p>
        <Input.TextArea
          value={reason}
          maxLength={500}
          autoSize={{ minRows: 3, maxRows: 8 }}
          placeholder={t('deed.reason')}
          aria-label={t('deed.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        {run.error && <ErrorBox error={run.error} />}
        <div className="row">
          <Button
            type="primary"
            disabled={reason.trim().length < SHORTEST}
            loading={run.isPending}
            onClick={() => run.mutate()}
          >
            {t(`deed.${deed.kind}.run`)}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}

function RelatedList({
  items,
  onJoin,
}: {
  items: readonly RelatedMatter[];
  onJoin?: ((to: RelatedMatter) => void) | undefined;
}) {
  const { t } = useTranslation('complaints');
  return (
    <ul className="matter-related">
      {items.map((one) => (
        <li key={one.id}>
          <div>
            <Link className="link" to={matterHref(one.id)}>
              {one.title}
            </Link>
            <p className="cell-sub">
              <span className="mono">{one.number}</span> · {one.sortLabel} · {one.person} · {one.receivedOn} ·{' '}
              {one.stateLabel}
            </p>
            <p className="cell-sub">{one.reason}</p>
          </div>
          {onJoin && <Button onClick={() => onJoin(one)}>{t('deed.join.run')}</Button>}
        </li>
      ))}
    </ul>
  );
}

/** What belongs together: the other half of a letter, what is joined, what may be the same. */
export function Relations({ matter }: { matter: MatterView }) {
  const { t } = useTranslation('complaints');
  const [deed, setDeed] = useState<Deed>();
  const none =
    matter.sibling === null &&
    matter.joinedRoot === null &&
    matter.joined.length === 0 &&
    matter.similar.length === 0 &&
    !matter.maySplit;
  if (none) return null;
  const free = matter.mayJoin && matter.state === 'registered' && matter.joinedRoot === null;
  return (
    <Section
      title={t('related.title')}
      extra={
        matter.maySplit && (
          <Button onClick={() => setDeed({ kind: 'split' })}>{t(`related.split-${matter.sort}`)}</Button>
        )
      }
    >
      <div className="stack-tight">
        {matter.sibling && (
          <p>
            {t('related.sibling')}{' '}
            <Link className="link" to={matter.sibling.href}>
              {matter.sibling.label}
            </Link>
          </p>
        )}
        {matter.joinedRoot && (
          <div className="matter-root">
            <p>
              {t('related.root')}{' '}
              <Link className="link" to={matter.joinedRoot.href}>
                {matter.joinedRoot.label}
              </Link>
            </p>
            <p className="cell-sub">{matter.joinedReason}</p>
            {matter.mayJoin && matter.state === 'joined' && (
              <Button onClick={() => setDeed({ kind: 'part' })}>{t('deed.part.run')}</Button>
            )}
          </div>
        )}
        {matter.partedReason && <p className="soft">{t('related.parted', { reason: matter.partedReason })}</p>}
        {matter.joined.length > 0 && (
          <>
            <h3>{t('related.joined', { n: matter.joined.length })}</h3>
            <RelatedList items={matter.joined} />
          </>
        )}
        {matter.similar.length > 0 && (
          <>
            <h3>{t('related.similar')}</h3>
            <RelatedList items={matter.similar} onJoin={free ? (to) => setDeed({ kind: 'join', to }) : undefined} />
          </>
        )}
        {deed && <DeedDialog id={matter.id} deed={deed} onClose={() => setDeed(undefined)} />}
      </div>
    </Section>
  );
}
