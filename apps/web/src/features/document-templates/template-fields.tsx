import type { DocumentTemplateView } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';

/** What the paper must be given when it is made from a file. */
export function TemplateFields({ template }: { readonly template: DocumentTemplateView }) {
  const { t } = useTranslation('document-templates');
  return (
    <Section title={t('fields')} note={t('fieldsNote')}>
      <p className="template-basis">{template.basis}</p>
      <ul className="template-fields">
        {template.fields.map((field) => (
          <li key={field.path}>
            <b>{field.label}</b>
            <code>{field.path}</code>
            <small>
              {t(`type.${field.type}`)}
              {field.required ? '' : t('optional')}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
