import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Template } from './campaign-query.ts';

function TemplateItem({ template, mayEdit }: { template: Template; mayEdit: boolean }) {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  return (
    <li>
      <div className="template-head">
        <h3>{template.title}</h3>
        <span className="muted">{t('cultivation:clause', { clause: template.clause })}</span>
      </div>
      <p>{template.purpose}</p>
      <dl>
        <dt>{t('rule.target')}</dt>
        <dd>{template.targetSentence}</dd>
        <dt>{t('rule.success')}</dt>
        <dd>{template.successSentence}</dd>
      </dl>
      {template.caution && <p className="caution">{template.caution}</p>}
      <div className="template-foot">
        <span className="muted">
          {template.running > 0 ? t('template.running', { total: template.running }) : template.responsible}
        </span>
        {mayEdit && (
          <Link
            className="link"
            to={`/cultivation/campaigns/new?template=${encodeURIComponent(template.code)}`}
            aria-label={`${t('template.use')} ${template.title}`}
          >
            {t('template.use')}
          </Link>
        )}
      </div>
    </li>
  );
}

/** The campaigns the district's plan foresees, each ready to be started. */
export function TemplateGallery({ templates, mayEdit }: { templates: readonly Template[]; mayEdit: boolean }) {
  const { t } = useTranslation('campaigns');
  if (templates.length === 0) return null;
  return (
    <section className="templates" id="templates">
      <h2>
        {t('template.title')} <small>{t('template.note')}</small>
      </h2>
      <ul>
        {templates.map((template) => (
          <TemplateItem key={template.code} template={template} mayEdit={mayEdit} />
        ))}
      </ul>
    </section>
  );
}
