import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { NewNotice } from './new-notice.tsx';
import { type Hit, hitKeys } from './watch-query.ts';

const KINDS = ['opposition', 'case', 'complaint', 'aid', 'cross-region', 'owner'] as const;

/** What is made of an infringing hit, once of each kind, and what became of it. */
export function HitActions({ hit }: { hit: Hit }) {
  const { t } = useTranslation('trademark-watch');
  const queries = useQueryClient();
  const [noticing, setNoticing] = useState(false);
  const order = useMutation({
    mutationFn: (kind: (typeof KINDS)[number]) => api.orderHitAction({ params: { id: hit.id }, body: { kind } }),
    onSuccess: () => {
      for (const queryKey of hitKeys) void queries.invalidateQueries({ queryKey });
    },
  });
  const open = KINDS.filter((kind) => hit.fits.includes(kind) && !hit.actions.includes(kind));
  return (
    <Section title={t('action.title')}>
      {!hit.mayAct && hit.done.length === 0 && <p className="muted">{t('action.judgeFirst')}</p>}
      <ul className="watch-list">
        {hit.done.map((one) => (
          <li key={one.kind}>
            <StatusTag tone={one.state === 'done' ? 'good' : one.state === 'refused' ? 'late' : 'warn'}>
              {one.label}
            </StatusTag>
            <div>
              {one.state === 'refused' ? (
                t('action.failed')
              ) : one.href === null ? (
                t('action.ordered')
              ) : (
                <Link className="link" to={one.href}>
                  {one.number ?? t('action.open')}
                </Link>
              )}
              <span className="cell-sub">
                {one.by} · {formatMoment(one.at)}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {hit.mayAct && (
        <div className="hit-buttons">
          {hit.fits.includes('notice') && !hit.actions.includes('notice') && (
            <Button type="primary" onClick={() => setNoticing(true)}>
              {t('action.notice')}
            </Button>
          )}
          {open.map((kind) => (
            <Button
              key={kind}
              loading={order.isPending && order.variables === kind}
              disabled={order.isPending}
              onClick={() => order.mutate(kind)}
            >
              {t(`action.${kind}`)}
            </Button>
          ))}
        </div>
      )}
      {order.error && <ErrorBox error={order.error} />}
      {noticing && <NewNotice hit={hit} onClose={() => setNoticing(false)} />}
    </Section>
  );
}
