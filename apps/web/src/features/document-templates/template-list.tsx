import type { DocumentTemplateView } from '@jince/contract';
import { useTranslation } from 'react-i18next';

interface TemplateListProps {
  readonly items: readonly DocumentTemplateView[];
  readonly chosen: string | undefined;
  readonly onChoose: (code: string) => void;
}

/** Templates under the steps of the work they belong to. */
export function TemplateList({ items, chosen, onChoose }: TemplateListProps) {
  const { t } = useTranslation('document-templates');
  const groups = [...Map.groupBy(items, (item) => item.group)];
  return (
    <nav className="template-list" aria-label={t('title')}>
      {groups.map(([group, members]) => (
        <section key={group}>
          <h3>{group}</h3>
          <ul>
            {members.map((item) => (
              <li key={item.code}>
                <button
                  type="button"
                  aria-current={item.code === chosen ? 'true' : undefined}
                  className={item.code === chosen ? 'on' : undefined}
                  onClick={() => onChoose(item.code)}
                >
                  {item.label}
                  <small>{t(`head.${item.head}`)}</small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
