import { Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../components/status-tag.tsx';
import type { Papers } from './papers-query.ts';
import { useBegin } from './use-begin.ts';

/** All forms of the catalogue, those of the stage marked: one click begins one, filled from the record. */
export function BeginPaper({ papers, onClose }: { papers: Papers; onClose: () => void }) {
  const { t } = useTranslation('case-papers');
  const [word, setWord] = useState('');
  const begin = useBegin(papers.caseId);
  const found = papers.forms.filter(({ label, group }) => `${label}${group}`.includes(word.trim()));
  const groups = [...Map.groupBy(found, ({ group }) => group)];
  return (
    <Drawer open onClose={onClose} title={t('begin')} size="large">
      <Input
        allowClear
        value={word}
        placeholder={t('beginFind')}
        aria-label={t('beginFind')}
        onChange={(event) => setWord(event.target.value)}
      />
      <p className="soft">{t('beginText', { n: papers.forms.length })}</p>
      {groups.length === 0 && <p className="soft">{t('beginNone')}</p>}
      {groups.map(([group, forms]) => (
        <section key={group} className="form-group">
          <h3>{group}</h3>
          <ul>
            {forms.map((form) => (
              <li key={form.form}>
                <button type="button" disabled={begin.isPending} onClick={() => begin.mutate({ form: form.form })}>
                  <b>{form.label}</b>
                  {form.fits && <StatusTag tone="info">{t('fits')}</StatusTag>}
                  <small>{form.basis}</small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Drawer>
  );
}
