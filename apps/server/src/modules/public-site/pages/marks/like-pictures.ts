import type { Visit } from '../../../../platform/http/public-page.ts';
import type { DrawnAnswer, DrawnHit } from '../../../trademark-search/index.ts';
import { type Content, html } from '../../site/html.ts';
import { markWords } from '../../words/marks.ts';

type Box = DrawnHit['regions'][number]['found'];

/** Room around the regions, so that a small drawing on a large ground can be seen. */
const ROOM = 10;
const MARGIN = 2;
/** Digits stand in different corners, so that regions within each other can be told apart. */
const COLOURS = 4;
const ABOVE = 2;

const REGION_WORDS = { whole: 'regionWhole', piece: 'regionPiece', corners: 'regionCorners' } as const;

interface Drawn {
  readonly src: string;
  readonly label: string;
  /** The grid in which the regions are told. */
  readonly size: { readonly width: number; readonly height: number };
  readonly boxes: readonly Box[];
}

/** What is shown of a picture: its regions with some room around them. */
function viewOf({ size, boxes }: Pick<Drawn, 'size' | 'boxes'>): string {
  if (boxes.length === 0) return [0, 0, size.width, size.height].join(' ');
  const left = Math.max(0, Math.min(...boxes.map((box) => box.left)) - ROOM) - MARGIN;
  const top = Math.max(0, Math.min(...boxes.map((box) => box.top)) - ROOM) - MARGIN;
  const right = Math.min(size.width, Math.max(...boxes.map((box) => box.left + box.width)) + ROOM) + MARGIN;
  const bottom = Math.min(size.height, Math.max(...boxes.map((box) => box.top + box.height)) + ROOM) + MARGIN;
  return [left, top, right - left, bottom - top].join(' ');
}

const region = (box: Box, at: number): Content => html`<g class=${`region-${at % COLOURS}`}>
  <rect x=${box.left} y=${box.top} width=${box.width} height=${box.height} rx="1.5" />
  <text
    x=${at % 2 === 0 ? box.left + 1 : box.left + box.width - 5}
    y=${at % COLOURS < ABOVE ? box.top + 6 : box.top + box.height - 1}
  >
    ${at + 1}
  </text>
</g>`;

function Picture({ src, label, size, boxes }: Drawn) {
  const { width, height } = size;
  return html`<svg class="region-picture" role="img" aria-label=${label} viewBox=${viewOf({ size, boxes })}>
    <image href=${src} width=${width} height=${height} preserveAspectRatio="none" />
    ${boxes.map(region)}
  </svg>`;
}

interface Props {
  readonly hit: DrawnHit;
  readonly asked: Pick<DrawnAnswer, 'asked' | 'picture'>;
  readonly visit: Visit;
}

/** Both pictures with the regions in which they are alike; the same number is the same region in both. */
export function LikePictures({ hit, asked, visit }: Props) {
  const words = markWords[visit.language];
  if (hit.picture === null) return null;
  const found = words.pictureOf(hit.name || hit.registrationNo);
  return html`<div class="likeness">
      <figure>
        <${Picture}
          src=${asked.picture}
          label=${words.pictureAsked}
          size=${asked.asked}
          boxes=${hit.regions.map((one) => one.asked)}
        />
        <figcaption>${words.pictureAsked}</figcaption>
      </figure>
      <figure>
        <${Picture} src=${hit.picture} label=${found} size=${hit.found} boxes=${hit.regions.map((one) => one.found)} />
        <figcaption>${found}</figcaption>
      </figure>
    </div>
    ${
      hit.regions.length > 0 &&
      html`<ol class="like-regions" aria-label=${words.regions}>
        ${hit.regions.map(({ by }) => html`<li>${words[REGION_WORDS[by]]}</li>`)}
      </ol>`
    }`;
}
