import { expect, it } from 'vitest';
import type { ItemRow } from '../repositories/item-repository.ts';
import { explainFound, Matcher, type WatchedMark } from './matcher.ts';

const MARK: WatchedMark = {
  id: 'm1',
  name: '苇槿庄',
  registration_no: '48174850',
  holder_name: '苏州苇槿纺织有限公司',
  holder_uscc: null,
  watch_classes: [],
  sensitivity: 'wide',
  places: [],
};
const WORDS = [{ words: ['围巾'], niceClass: 25 }];

const listing = (text: string): ItemRow =>
  ({
    kind: 'listing',
    text,
    brand: null,
    subject: '某店',
    operator: null,
    subject_uscc: null,
    platform: '拼多多',
    goods: null,
    classes: [],
    groups: [],
  }) as unknown as ItemRow;

const meets = (mark: WatchedMark, item: ItemRow, words = WORDS) =>
  new Matcher([mark], [], '2026-11-01', { relate: () => undefined, words }).match(item).found;

it('holds a name of goods that is only like a mark to say what is sold', () => {
  const item = listing('真丝围巾礼盒装');
  const [found] = meets(MARK, item);
  expect(found).toMatchObject({ found: '围巾', level: 'arguable', namesGoods: true });
  expect(found && explainFound(found).zh).toContain('但“围巾”是商品名称，可能只是说明商品');
  expect(meets({ ...MARK, sensitivity: 'usual' }, item)).toEqual([]);
});

it('holds the same signs to be near where they are no name of goods', () => {
  expect(meets(MARK, listing('真丝围巾礼盒装'), [])[0]).toMatchObject({ found: '围巾', level: 'near' });
});

it('a name of goods that is the mark itself stays identical', () => {
  expect(meets({ ...MARK, name: '围巾' }, listing('真丝围巾礼盒装'))[0]).toMatchObject({ level: 'identical' });
});
