import type { PictureAnswerView } from '@jince/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { RegionPicture } from '../../components/region-picture.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { routes, urlOf } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import type { ListState } from '../../lib/list-state.ts';
import { DropPicture } from './drop-picture.tsx';
import { MarkClasses, MarkOwners } from './hit-row.tsx';
import { TONES } from './result-groups.tsx';
import { NotSearched } from './sign-advice.tsx';
import { closenessOf } from './use-mark-search.ts';
import { usePictureSearch } from './use-picture-search.ts';

type Hit = PictureAnswerView['hits'][number];

const pictureOf = ({ registrationNo, country }: Hit): string =>
  urlOf(routes.getMarkPicture, { params: { registrationNo }, query: { country } });

/** Both pictures with the regions in which they are alike. */
function BesidePictures({ answer, hit, src }: { answer: PictureAnswerView; hit: Hit; src: string }) {
  const { t } = useTranslation('trademark-search');
  return (
    <Section title={t('beside.title')} note={t('picture.regionNote')}>
      <div className="beside pictures">
        <figure>
          <figcaption>{t('beside.asked')}</figcaption>
          <RegionPicture
            src={src}
            label={t('beside.asked')}
            size={answer.asked}
            boxes={hit.regions.map(({ asked }) => asked)}
          />
        </figure>
        <figure>
          <figcaption>{t('beside.found')}</figcaption>
          <RegionPicture
            src={pictureOf(hit)}
            label={t('picture.of', { name: hit.name || hit.registrationNo })}
            size={hit.found}
            boxes={hit.regions.map(({ found }) => found)}
          />
        </figure>
      </div>
      <ul className="picture-reasons">
        {hit.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <ol className="region-list">
        {hit.regions.map(({ by, found }) => (
          <li key={`${by}${found.left}${found.top}${found.width}`}>{t(`picture.by.${by}`)}</li>
        ))}
      </ol>
    </Section>
  );
}

function PictureHit({ hit, chosen, onChoose }: { hit: Hit; chosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation('trademark-search');
  return (
    <li className={chosen ? 'hit picture-hit chosen' : 'hit picture-hit'}>
      <button type="button" aria-pressed={chosen} onClick={onChoose}>
        <img src={pictureOf(hit)} alt={t('picture.of', { name: hit.name || hit.registrationNo })} loading="lazy" />
      </button>
      <div>
        <div className="hit-head">
          <b className="hit-name">{hit.name || t('picture.noName')}</b>
          <StatusTag tone={hit.level === 'far' ? 'plain' : TONES[hit.level]}>{t(`level.${hit.level}`)}</StatusTag>
          <span className="hit-score">{t('score', { share: closenessOf(hit.score) })}</span>
        </div>
        <p>{hit.reasons.join('；')}</p>
        {hit.goods && <p className={`hit-goods ${hit.goods.kind}`}>{hit.goods.text}</p>}
        <p className="hit-facts">
          <span className="mono">{hit.registrationNo}</span>
          <MarkClasses mark={hit} />
          <span>
            <MarkOwners mark={hit} />
          </span>
        </p>
      </div>
    </li>
  );
}

function Found({ answer, src }: { answer: PictureAnswerView; src: string }) {
  const { t } = useTranslation('trademark-search');
  const [number, setNumber] = useState<string>();
  const chosen = answer.hits.find((hit) => hit.registrationNo === number) ?? answer.hits[0];
  if (answer.register.marks === 0) return <EmptyState title={t('picture.none')}>{t('picture.noneText')}</EmptyState>;
  return (
    <div className="record">
      <div>
        <div className="verdict panel" role="status">
          <StatusTag tone={TONES[answer.verdict]}>{t(`picture.verdict.${answer.verdict}`)}</StatusTag>
          <p>{t(answer.hits.length === 0 ? 'picture.clear' : 'picture.found', { n: answer.hits.length })}</p>
          <p className="muted">{t('picture.searched', { marks: formatExact(answer.register.marks) })}</p>
        </div>
        {answer.hits.length > 0 && (
          <section className="panel hit-group" aria-label={t('picture.list')}>
            <h2>{t('picture.list')}</h2>
            <ul className="hits">
              {answer.hits.map((hit) => (
                <PictureHit
                  key={`${hit.country}${hit.registrationNo}`}
                  hit={hit}
                  chosen={hit === chosen}
                  onChoose={() => setNumber(hit.registrationNo)}
                />
              ))}
            </ul>
          </section>
        )}
      </div>
      <div>
        {chosen && <BesidePictures answer={answer} hit={chosen} src={src} />}
        <NotSearched by="picture" />
      </div>
    </div>
  );
}

/** Drop a logo and see which kept pictures of marks are like it, and where. */
export function PictureSearch({ state }: { state: ListState }) {
  const { search, src, setFile } = usePictureSearch(state.filters);
  return (
    <>
      <section className="panel panel-body picture-form">
        <DropPicture busy={search.isPending} onFile={setFile} />
        {src && !search.error && <img className="asked-picture" src={src} alt="" />}
      </section>
      {search.error && <ErrorBox error={search.error} />}
      {search.data && src && !search.error && <Found answer={search.data} src={src} />}
    </>
  );
}
