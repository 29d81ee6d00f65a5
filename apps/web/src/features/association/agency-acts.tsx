import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { ActDialog } from './act-dialog.tsx';
import { type Agency, type Member, overviewQuery } from './association-query.ts';

/** What the association may do with an agency: penalise it, end its membership. */
export function AgencyActs({ agency, member }: { agency: Agency; member: Member | undefined }) {
  const { t, i18n } = useTranslation('association');
  const [act, setAct] = useState<'penalty' | 'end'>();
  const overview = useQuery(overviewQuery(i18n.language));
  if (member === undefined) return null;
  const close = () => setAct(undefined);
  return (
    <>
      {agency.mayPenalise && <Button onClick={() => setAct('penalty')}>{t('penalty.decide')}</Button>}
      {agency.mayEdit && <Button onClick={() => setAct('end')}>{t('member.end')}</Button>}
      {act === 'penalty' && (
        <ActDialog
          title={t('penalty.decide')}
          note={t('penalty.note')}
          ok={t('penalty.decide')}
          danger
          fields={[
            {
              name: 'sort',
              label: t('penalty.sort'),
              type: 'choice',
              options: (overview.data?.penaltySorts ?? []).map(({ code, label }) => ({ value: code, label })),
            },
            { name: 'documentNo', label: t('penalty.number'), type: 'text', least: 2 },
            { name: 'text', label: t('penalty.text'), type: 'long', least: 4 },
            { name: 'untilOn', label: t('penalty.until'), type: 'date', optional: true },
          ]}
          run={({ sort = '', documentNo = '', text = '', untilOn }) =>
            api.decidePenalty({ body: { agencyId: agency.agencyId, sort, documentNo, text, untilOn: untilOn || null } })
          }
          onClose={close}
        />
      )}
      {act === 'end' && (
        <ActDialog
          title={t('member.end')}
          ok={t('member.end')}
          danger
          fields={[
            { name: 'leftOn', label: t('member.leftOn'), type: 'date' },
            { name: 'reason', label: t('act.reason'), type: 'long', least: 2 },
          ]}
          run={({ leftOn = '', reason = '' }) =>
            api.endMembership({ params: { id: member.id }, body: { leftOn, reason } })
          }
          onClose={close}
        />
      )}
    </>
  );
}
