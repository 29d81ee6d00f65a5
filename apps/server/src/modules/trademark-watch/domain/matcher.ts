import { foldText } from '@jince/matching';
import {
  compareMarks,
  type GoodsPlace,
  type GoodsRelation,
  MarkScanner,
  type ScannedMark,
} from '@jince/trademark-similarity';
import type { ItemRow } from '../repositories/item-repository.ts';
import type { AuthorisedRow, Sensitivity } from '../repositories/mark-repository.ts';
import { closerLevel, type PictureFound } from './picture-found.ts';
import { type GoodsWords, goodsOfRow } from './row-goods.ts';
import type { HitLevel } from './watch-types.ts';

export interface WatchedMark {
  readonly id: string;
  readonly name: string;
  readonly registration_no: string;
  readonly holder_name: string;
  readonly holder_uscc: string | null;
  readonly watch_classes: readonly number[];
  readonly sensitivity: Sensitivity;
  /** Classes and similar groups of its registration; of a mark the register does not hold the classes of its list. */
  readonly places: readonly GoodsPlace[];
}

/** How the goods of a row are related to those of a mark, the closest of all; undefined where no table is kept. */
type RelateGoods = (asked: readonly GoodsPlace[], places: readonly GoodsPlace[]) => GoodsRelation | undefined;

/** What the goods of rows are judged by. */
interface GoodsJudge {
  readonly relate: RelateGoods;
  readonly words: readonly GoodsWords[];
}

/** Relation of the goods, and the word of the title or scope it was read from. */
interface FoundGoods {
  readonly relation: GoodsRelation;
  readonly word: string | undefined;
}

export interface Found {
  readonly mark: WatchedMark;
  readonly field: 'title' | 'brand' | 'name' | 'picture';
  /** Signs met; '' where a picture alone is like the mark. */
  readonly found: string;
  readonly level: HitLevel;
  /** Of the signs alone; none where a picture alone is like the mark. */
  readonly textLevel?: HitLevel;
  readonly score: number;
  /** How the signs of the mark stand where they do not stand in a row. */
  readonly way?: ScannedMark['way'];
  readonly picture?: PictureFound;
  /** Relation of the goods, where the row says anything of them. */
  readonly goods?: FoundGoods | undefined;
  /** The signs are a name of goods: they may but say what is sold (商标法 art. 59). */
  readonly namesGoods?: boolean;
}

const NO_PICTURES: ReadonlyMap<string, PictureFound> = new Map();
const LEVELS: Readonly<Record<Sensitivity, ReadonlySet<HitLevel>>> = {
  strict: new Set(['identical']),
  usual: new Set(['identical', 'near']),
  wide: new Set(['identical', 'near', 'arguable']),
};

/** A picture by itself has to be this like: simple drawings are often somewhat alike. */
const PICTURE_ALONE: Readonly<Record<Sensitivity, number>> = { strict: 0.98, usual: 0.95, wide: 0.7 };

/** Goods that the table holds to be similar, whatever their class. */
const SIMILAR: ReadonlySet<GoodsRelation['kind']> = new Set(['same-group', 'similar-group', 'cross-search']);

/** A name of goods in a title is this much less likely to stand for a mark it is only like. */
const NAMES_GOODS = 0.6;

/** Where a mark meets a row: what stands in the field for names first, then what the title holds. */
function* meetings(scanner: MarkScanner, item: ItemRow): Generator<[Found['field'], readonly ScannedMark[]]> {
  if (item.kind === 'listing') {
    if (item.brand !== null) yield ['brand', scanner.nameHits(item.brand)];
    yield ['title', scanner.scan(item.text)];
  } else yield ['name', scanner.nameHits(item.kind === 'gazette' ? item.text : (item.brand ?? item.text))];
}

/** Marks that are watched, ready to be looked for; those who may use them are left out. */
export class Matcher {
  readonly #marks: readonly WatchedMark[];
  readonly #byId: ReadonlyMap<string, WatchedMark>;
  readonly #scanner: MarkScanner;
  readonly #authorised: ReadonlyMap<string, readonly AuthorisedRow[]>;
  readonly #today: string;
  readonly #goods: GoodsJudge;
  readonly #goodsNames: ReadonlySet<string>;

  constructor(marks: readonly WatchedMark[], authorised: readonly AuthorisedRow[], today: string, goods: GoodsJudge) {
    this.#goods = goods;
    this.#goodsNames = new Set(goods.words.flatMap(({ words }) => words));
    this.#marks = marks;
    this.#byId = new Map(marks.map((mark) => [mark.id, mark]));
    this.#scanner = new MarkScanner(marks.map(({ name }) => name));
    const byMark = new Map<string, AuthorisedRow[]>();
    for (const one of authorised) byMark.set(one.mark_id, [...(byMark.get(one.mark_id) ?? []), one]);
    this.#authorised = byMark;
    this.#today = today;
  }

  get model(): string {
    return this.#scanner.model;
  }
  get size(): number {
    return this.#marks.length;
  }

  /**
   * What a row holds of the marks, the closest meeting of each; a picture joins what the text meets, or stands alone. `excluded` counts
   * meetings with goods of the holder or of who is licensed.
   * @param pictures by mark, where the row came with pictures
   */
  match(
    item: ItemRow,
    pictures: ReadonlyMap<string, PictureFound> = NO_PICTURES,
  ): { readonly found: readonly Found[]; readonly excluded: number } {
    const best = new Map<string, Found>();
    let excluded = 0;
    for (const [field, scanned] of meetings(this.#scanner, item))
      for (const one of scanned) {
        const { at, found, way } = one;
        const mark = this.#marks[at] as WatchedMark;
        const namesGoods = field === 'title' && one.level !== 'identical' && this.#goodsNames.has(found);
        const level = namesGoods ? 'arguable' : one.level;
        const score = namesGoods ? one.score * NAMES_GOODS : one.score;
        if (!LEVELS[mark.sensitivity].has(level)) continue;
        const goods = this.#goodsOf(mark, item);
        if (!this.#goodsMeet(mark, item, goods)) continue;
        const known = best.get(mark.id);
        if (known === undefined || score > known.score)
          best.set(mark.id, {
            mark,
            field,
            found,
            level,
            textLevel: level,
            score,
            goods,
            ...(way === undefined ? {} : { way }),
            ...(namesGoods ? { namesGoods } : {}),
          });
      }
    for (const [markId, picture] of pictures) this.#join(item, best, markId, picture);
    const found = [...best.values()].filter(({ mark }) => {
      const allowed = this.#mayUse(mark, item);
      if (allowed) excluded++;
      return !allowed;
    });
    return { found, excluded };
  }

  #join(item: ItemRow, best: Map<string, Found>, markId: string, picture: PictureFound): void {
    const known = best.get(markId);
    const mark = known?.mark ?? this.#byId.get(markId);
    if (mark === undefined) return;
    if (known === undefined ? picture.score < PICTURE_ALONE[mark.sensitivity] : picture.level === 'arguable') return;
    const goods = known?.goods ?? this.#goodsOf(mark, item);
    if (known === undefined && !this.#goodsMeet(mark, item, goods)) return;
    best.set(
      markId,
      known === undefined
        ? { mark, field: 'picture', found: '', level: picture.level, score: picture.score, goods, picture }
        : {
            ...known,
            level: closerLevel(known.level, picture.level),
            score: Math.max(known.score, picture.score),
            picture,
          },
    );
  }

  #goodsOf({ places }: WatchedMark, item: ItemRow): FoundGoods | undefined {
    if (places.length === 0) return undefined;
    const stated = goodsOfRow(item, this.#goods.words);
    const relation = this.#goods.relate(
      stated.map(({ place }) => place),
      places,
    );
    if (relation === undefined) return undefined;
    const closest = stated.find(({ place }) => this.#goods.relate([place], places)?.kind === relation.kind);
    return { relation, word: closest?.word };
  }

  /** In a watched class, or of goods the table calls similar to those of the registration. */
  #goodsMeet({ watch_classes: watched }: WatchedMark, { classes }: ItemRow, goods: FoundGoods | undefined): boolean {
    if (watched.length === 0 || classes.length === 0 || classes.some((one) => watched.includes(one))) return true;
    return goods !== undefined && SIMILAR.has(goods.relation.kind);
  }

  /** The holder itself, a licensee, or a shop of either, on that day. */
  #mayUse(mark: WatchedMark, item: ItemRow): boolean {
    const names = [item.subject, item.operator].flatMap((one) => (one === null ? [] : [foldText(one)]));
    if (names.includes(foldText(mark.holder_name))) return true;
    if (item.subject_uscc !== null && item.subject_uscc === mark.holder_uscc) return true;
    return (this.#authorised.get(mark.id) ?? []).some((one) => {
      if ((one.from_on ?? this.#today) > this.#today || (one.until_on ?? this.#today) < this.#today) return false;
      if (one.uscc !== null && one.uscc === item.subject_uscc) return true;
      if (!names.includes(one.name_key)) return false;
      return one.platform === null || foldText(one.platform) === foldText(item.platform ?? '');
    });
  }
}

const WHERE = {
  title: { zh: '商品标题中的', en: 'in the title' },
  brand: { zh: '品牌栏所写的', en: 'in the brand field' },
  name: { zh: '名称', en: 'the name' },
  picture: { zh: '商品图片', en: 'the picture' },
} as const;

const sayGoods = (goods: FoundGoods | undefined): { readonly zh: string; readonly en: string } => {
  if (goods === undefined) return { zh: '', en: '' };
  const { relation, word } = goods;
  return {
    zh: `${word === undefined ? '' : `按“${word}”推断商品类别：`}${relation.zh}。`,
    en: ` Goods${word === undefined ? '' : ` (as "${word}" suggests)`}: ${relation.en}.`,
  };
};

/** Why the signs are close, in the words of an examiner; nothing where a picture alone is. */
function sayText({ mark, field, found, textLevel, way, namesGoods }: Found): {
  readonly zh: string;
  readonly en: string;
} {
  if (field === 'picture') return { zh: '', en: '' };
  const compared = compareMarks(found, mark.name);
  const sentence =
    textLevel === 'identical' && compared.level === 'identical'
      ? { zh: '文字相同', en: 'the signs are the same' }
      : { zh: compared.reasons.zh, en: compared.reasons.en };
  const strewn =
    way === 'strewn'
      ? { zh: '商标文字之间夹有其他字符，', en: 'foreign signs stand between those of the mark; ' }
      : { zh: '', en: '' };
  const goods =
    namesGoods === true
      ? {
          zh: `；但“${found}”是商品名称，可能只是说明商品`,
          en: `; but ${found} names goods and may but say what is sold`,
        }
      : { zh: '', en: '' };
  return {
    zh: `${WHERE[field].zh}“${found}”与第 ${mark.registration_no} 号商标“${mark.name}”：${strewn.zh}${sentence.zh}${goods.zh}。`,
    en: `${found} (${WHERE[field].en}) and mark ${mark.registration_no} ${mark.name}: ${strewn.en}${sentence.en}${goods.en}.`,
  };
}

/** Why a picture is like that of the mark. */
export const sayPicture = (
  picture: PictureFound | undefined,
  mark: { readonly registration_no: string },
): { readonly zh: string; readonly en: string } =>
  picture === undefined
    ? { zh: '', en: '' }
    : {
        zh: `商品图片“${picture.fileName}”与第 ${mark.registration_no} 号商标图样：${picture.zh}。`,
        en: ` The picture ${picture.fileName} and the picture of mark ${mark.registration_no}: ${picture.en}.`,
      };

/** Why, in the words of an examiner. */
export function explainFound(found: Found): { readonly zh: string; readonly en: string } {
  const parts = [sayText(found), sayPicture(found.picture, found.mark), sayGoods(found.goods)];
  return {
    zh: parts.map(({ zh }) => zh).join(''),
    en: parts
      .map(({ en }) => en)
      .join('')
      .trim(),
  };
}
