import { useTranslation } from 'react-i18next';
import { RuleEditor } from '../../components/rule-editor.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { type CampaignDraft, problemsOf } from './campaign-draft.ts';
import type { RulePreview, Template } from './campaign-query.ts';

export interface StepProps {
  readonly draft: CampaignDraft;
  readonly set: (patch: Partial<CampaignDraft>) => void;
  /** Absent while the rules change. */
  readonly preview: RulePreview | undefined;
  readonly checking: boolean;
  readonly template: Template | undefined;
}

function RuleHelp() {
  const { t } = useTranslation('campaigns');
  const me = useMe();
  return (
    <details className="rule-help">
      <summary>{t('rule.helpTitle')}</summary>
      <ul>
        {(['compare', 'and', 'list', 'code', 'date', 'unknown'] as const).map((key) => (
          <li key={key}>
            <code>{t(`rule.help.${key}.example`)}</code>
            <span>{t(`rule.help.${key}.text`)}</span>
          </li>
        ))}
      </ul>
      {can(me, permissions.readFacts) && (
        <a className="link" href="/facts" target="_blank" rel="noreferrer">
          {t('rule.catalogue')}
        </a>
      )}
    </details>
  );
}

/** Whom the campaign is for. */
export function StepTarget({ draft, set, preview, checking, template }: StepProps) {
  const { t } = useTranslation('campaigns');
  return (
    <>
      <h2>{t('wizard.target.title')}</h2>
      <p className="soft">{t('wizard.target.text')}</p>
      <RuleEditor
        label={t('rule.target')}
        lead={t('rule.targetLead')}
        value={draft.targetRule}
        onChange={(targetRule) => set({ targetRule })}
        problems={problemsOf(preview, 'targetRule')}
        sentence={preview?.sentence}
        checking={checking}
        help={<RuleHelp />}
      />
      {template?.caution && <p className="caution">{template.caution}</p>}
    </>
  );
}

/** When a target counts as done: read from the registers, therefore a rule as well. */
export function StepSuccess({ draft, set, preview, checking }: StepProps) {
  const { t } = useTranslation('campaigns');
  return (
    <>
      <h2>{t('wizard.success.title')}</h2>
      <p className="soft">{t('wizard.success.text')}</p>
      <RuleEditor
        label={t('rule.success')}
        lead={t('rule.successLead')}
        value={draft.successRule}
        onChange={(successRule) => set({ successRule })}
        problems={problemsOf(preview, 'successRule')}
        sentence={preview?.successSentence}
        checking={checking}
        help={<RuleHelp />}
      />
    </>
  );
}
