import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';

export type Decision = 'accept-suggestion' | 'accept-as-is' | 'discard';

/** A person's word on doubtful rows, one or many; says how many could not be decided so, and why. */
export function useDecide(importId: string) {
  const { t } = useTranslation(['imports', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const decideMany = async (rows: readonly number[], decision: Decision): Promise<boolean> => {
    setBusy(true);
    let failed = 0;
    let why = '';
    for (const rowNo of rows) {
      try {
        await api.decideImportRow({ params: { id: importId, rowNo }, body: { decision } });
      } catch (error) {
        failed += 1;
        const text = describeError(error, t);
        why = text.detail ?? text.title;
      }
    }
    await Promise.all(
      ['import', 'import-rows', 'import-row'].map((key) => queries.invalidateQueries({ queryKey: [key, importId] })),
    );
    setBusy(false);
    if (failed > 0) message.error(rows.length === 1 ? why : t('decide.failed', { failed, of: rows.length, why }));
    else if (rows.length > 1) message.success(t('decide.done', { total: rows.length }));
    return failed === 0;
  };
  return { busy, decideMany };
}
