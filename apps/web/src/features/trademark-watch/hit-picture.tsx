import { useTranslation } from 'react-i18next';
import { RegionPicture } from '../../components/region-picture.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { routes, urlOf } from '../../lib/api.ts';
import { type Hit, levelTone } from './watch-query.ts';

/** The picture of the goods and that of the mark, with the regions in which they are alike. */
export function HitPicture({ hit }: { hit: Hit }) {
  const { t } = useTranslation('trademark-watch');
  const { picture } = hit;
  if (picture === null) return null;
  const mark = urlOf(routes.getMarkPicture, { params: { registrationNo: hit.markNo }, query: { country: 'CN' } });
  return (
    <Section
      title={t('picture.title')}
      note={t('picture.note', { model: picture.model })}
      extra={<StatusTag tone={levelTone[picture.level]}>{picture.levelLabel}</StatusTag>}
    >
      <div className="hit-pictures">
        <figure>
          <figcaption>{t('picture.ofMark')}</figcaption>
          <RegionPicture
            src={mark}
            label={t('picture.ofMark')}
            size={picture.found}
            boxes={picture.regions.map(({ found }) => found)}
          />
        </figure>
        <figure>
          <figcaption>{picture.fileName}</figcaption>
          {picture.fileId !== null && (
            <RegionPicture
              src={urlOf(routes.getHitFile, { params: { id: hit.id, fileId: picture.fileId } })}
              label={picture.fileName}
              size={picture.asked}
              boxes={picture.regions.map(({ asked }) => asked)}
            />
          )}
        </figure>
      </div>
      <p className="hit-reasons">{picture.reasons}</p>
    </Section>
  );
}
