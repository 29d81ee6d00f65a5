import { z } from 'zod';
import { type Ctx, chinaDay } from '../../../../platform/context/context.ts';
import { AppError } from '../../../../platform/errors/errors.ts';
import { MOST_PHOTO_BYTES } from '../../../../platform/files/photo-type.ts';
import { definePage, type PageAnswer, type PageFile, type Visit } from '../../../../platform/http/public-page.ts';
import { type DrawnHit, showLikeness } from '../../../trademark-search/index.ts';
import { Field } from '../../parts/field.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { type Content, html } from '../../site/html.ts';
import { markWords } from '../../words/marks.ts';
import { FoundMarks } from './found-marks.ts';
import { LikePictures } from './like-pictures.ts';
import { Narrow, narrowFields, questionOf } from './narrow.ts';
import { verdictOf } from './verdict-of.ts';

export const PICTURE_PATH = '/trademark-search/picture';
/** Reading and describing a picture costs far more than a text does. */
const PICTURES_PER_MINUTE = 10;
const MEGABYTES = MOST_PHOTO_BYTES / 1024 / 1024;
const ACCEPTED = 'image/png,image/jpeg,image/webp,image/gif,image/tiff,image/svg+xml';

const pictureForm = z.object(narrowFields);
type Chosen = z.output<typeof pictureForm>;
const NOTHING: Chosen = { classes: undefined, state: 'living' };

interface Asking {
  readonly chosen: Chosen;
  readonly error?: string;
}

function Finder({ visit, chosen, error }: Asking & { visit: Visit }) {
  const words = markWords[visit.language];
  const described = ['mark-picture-hint', ...(error === undefined ? [] : ['mark-picture-error'])].join(' ');
  return html`<form
    class="finder"
    method="post"
    enctype="multipart/form-data"
    action=${hrefOf(visit.language, PICTURE_PATH)}
    novalidate
  >
    <${Field} id="mark-picture" label=${words.picture} hint=${words.pictureHint(MEGABYTES)} error=${error}>
      <input
        id="mark-picture"
        type="file"
        name="picture"
        accept=${ACCEPTED}
        aria-required="true"
        aria-invalid=${error === undefined ? undefined : 'true'}
        aria-describedby=${described}
      />
    <//>
    <${Narrow} visit=${visit} chosen=${chosen} />
    <p class="finder-do"><button class="button primary" type="submit">${words.find}</button></p>
  </form>`;
}

function draw(
  ctx: Ctx,
  visit: Visit,
  asking: Asking,
  answer?: { readonly content?: Content; readonly status: number },
) {
  const words = markWords[visit.language];
  const body = html`<${Finder} visit=${visit} ...${asking} />
    <p><a href=${hrefOf(visit.language, '/trademark-search')}>${words.byText}</a></p>
    ${answer?.content}
    <section>
      <h2>${words.notSearched}</h2>
      <p>${words.pictureNot}</p>
      <p class="soft">${words.opinion}</p>
    </section>`;
  return drawPage(ctx, visit, {
    title: words.pictureTitle,
    description: words.pictureIntro,
    section: 'marks',
    crumbs: [{ label: words.title, path: '/trademark-search' }],
    body,
    ...(answer === undefined ? {} : { status: answer.status, hidden: true, inlinePictures: true }),
  });
}

async function answerOf(ctx: Ctx, visit: Visit, chosen: Chosen, picture: PageFile): Promise<PageAnswer> {
  const words = markWords[visit.language];
  const found = await showLikeness(ctx, picture.content, questionOf(chosen), 'public');
  const count = (level: string) => found.hits.filter((hit) => hit.level === level).length;
  const counts = { identical: count('identical'), near: count('near'), arguable: count('arguable') };
  const answer = { ...found, counts };
  const { changedAt, marks } = answer.register;
  const day = changedAt === null ? '—' : chinaDay(new Date(changedAt));
  if (marks === 0)
    return draw(
      ctx,
      visit,
      { chosen },
      { content: html`<p role="status"><b>${words.pictureNone}</b></p>`, status: 200 },
    );
  const content = html`<section role="status">
      <p><b>${answer.verdict === 'clear' ? words.pictureClear : verdictOf(answer, words)}</b></p>
      <p class="soft">${words.pictureSearched(marks, day)} ${words.closenessNote}</p>
    </section>
    <${FoundMarks}
      answer=${answer}
      visit=${visit}
      more=${(hit: DrawnHit) => html`<${LikePictures} hit=${hit} asked=${found} visit=${visit} />`}
    />`;
  return draw(ctx, visit, { chosen }, { content, status: 200 });
}

/** The form, empty. */
export const picturePage = definePage({
  name: 'marks.picture',
  path: PICTURE_PATH,
  render: async (ctx, { visit }) => draw(ctx, visit, { chosen: NOTHING }),
});

/** Search by a picture, which is read, compared and let go: it stands in no file, no log and no table. */
export const searchPicturePage = definePage({
  name: 'marks.search-picture',
  path: PICTURE_PATH,
  method: 'POST',
  form: pictureForm,
  upload: { files: 1, fileBytes: MOST_PHOTO_BYTES },
  perMinute: PICTURES_PER_MINUTE,
  render: async (ctx, { visit, form: chosen, files }) => {
    const words = markWords[visit.language];
    const refuse = (error: string, status = 422) => draw(ctx, visit, { chosen, error }, { status });
    const picture = files.find(({ field, content }) => field === 'picture' && content.length > 0);
    if (picture === undefined) return refuse(words.pictureMissing);
    if (picture.truncated) return refuse(words.pictureTooLarge(MEGABYTES));
    try {
      return await answerOf(ctx, visit, chosen, picture);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const said = ctx.services.sentence(error, visit.language);
      return refuse(said.text, said.status);
    }
  },
});
