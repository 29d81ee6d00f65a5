import type { DisclosedService } from '@jince/contract';
import type { Language } from '../../../platform/i18n/language.ts';

type DisclosureProblem =
  | { readonly code: 'prices-reversed'; readonly name: string }
  | { readonly code: 'twice'; readonly name: string; readonly basis: string }
  | { readonly code: 'promise'; readonly word: string };

const fold = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** The first thing that keeps services and prices from being disclosed. */
export function problemOfDisclosure(
  services: readonly DisclosedService[],
  statement: string,
  promises: readonly string[],
): DisclosureProblem | undefined {
  const seen = new Set<string>();
  for (const { name, basis, fromFen, toFen } of services) {
    if (fromFen > toFen) return { code: 'prices-reversed', name };
    const key = `${fold(name)}/${fold(basis)}`;
    if (seen.has(key)) return { code: 'twice', name, basis };
    seen.add(key);
  }
  const text = fold([statement, ...services.flatMap((one) => [one.name, one.note])].join('\n'));
  const word = promises.find((one) => text.includes(fold(one)));
  return word === undefined ? undefined : { code: 'promise', word };
}

const yuan = (fen: number) => (fen / 100).toLocaleString('en-US', { maximumFractionDigits: 2 });

const priceText = ({ fromFen, toFen }: Pick<DisclosedService, 'fromFen' | 'toFen'>): string =>
  fromFen === toFen ? yuan(fromFen) : `${yuan(fromFen)}–${yuan(toFen)}`;

/** What a version changed of the one before it, in sentences. */
export function changesOf(
  now: readonly DisclosedService[],
  before: readonly DisclosedService[] | undefined,
  language: Language,
): string[] {
  if (before === undefined) return [];
  const zh = language === 'zh';
  const key = (one: DisclosedService) => `${one.name}（${one.basis}）`;
  const earlier = new Map(before.map((one) => [key(one), one]));
  const later = new Set(now.map(key));
  const changes = now.flatMap((one) => {
    const old = earlier.get(key(one));
    if (old === undefined)
      return [zh ? `新增“${key(one)}”，${priceText(one)} 元` : `Added "${key(one)}", ${priceText(one)} yuan`];
    if (old.fromFen === one.fromFen && old.toFen === one.toFen) return [];
    return [
      zh
        ? `“${key(one)}”由 ${priceText(old)} 元改为 ${priceText(one)} 元`
        : `"${key(one)}" from ${priceText(old)} to ${priceText(one)} yuan`,
    ];
  });
  const gone = before
    .filter((one) => !later.has(key(one)))
    .map((one) => (zh ? `取消“${key(one)}”` : `Removed "${key(one)}"`));
  return [...changes, ...gone];
}
