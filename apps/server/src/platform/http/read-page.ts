import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors/errors.ts';
import type { Language } from '../i18n/language.ts';
import type { PageInput, PublicPage } from './public-page.ts';
import { fieldsOf, readForm } from './read-form.ts';

export const SITE_ROOT = '/public';
/** Kept by the browser of a reader who wants large type. */
export const TYPE_COOKIE = 'jince-type';
const KNOWN_ADDRESSES = 5000;
const LONGEST_KNOWN = 300;

export const wantsLarge = (request: FastifyRequest): boolean => request.cookies?.[TYPE_COOKIE] === 'large';

const rootOf = (language: Language) => (language === 'en' ? `${SITE_ROOT}/en` : SITE_ROOT);

function pathOf(request: FastifyRequest, language: Language): string {
  const path = request.url.split('?')[0] as string;
  return path.startsWith(rootOf(language)) ? path.slice(rootOf(language).length).replace(/\/$/, '') : path;
}

function searchOf(query: unknown): string {
  const pairs = Object.entries((query ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined && one !== null && one !== '')
      .map((one) => [name, String(one)]),
  );
  const text = new URLSearchParams(pairs).toString();
  return text === '' ? '' : `?${text}`;
}

/** What an address and a form say, by the schemas of the page. @throws AppError 404, 400 */
export async function inputOf(page: PublicPage, request: FastifyRequest, language: Language): Promise<PageInput> {
  const params = page.params?.safeParse(request.params);
  if (params?.success === false) throw new AppError('platform.route-not-found');
  const given = fieldsOf(new URLSearchParams(request.url.split('?')[1] ?? ''));
  const query = page.query?.safeParse(given);
  if (query?.success === false) throw new AppError('platform.invalid-input');
  const { form: posted, files } = await readForm(request, page);
  const form = page.form?.safeParse(posted);
  if (form?.success === false) throw new AppError('platform.invalid-input');
  return {
    visit: {
      language,
      path: pathOf(request, language),
      search: searchOf(query?.data),
      large: wantsLarge(request),
    },
    params: params?.data,
    query: query?.data,
    form: form?.data,
    files,
  };
}

interface Known {
  readonly input: PageInput;
  /** Tells apart whatever makes a difference to the answer. */
  readonly key: string;
}

/** What addresses say, kept for those that are read again and again; the oldest go out first. */
export class KnownAddresses {
  readonly #known = new Map<string, Known>();

  async read(page: PublicPage, request: FastifyRequest, language: Language): Promise<Known> {
    const raw = wantsLarge(request) ? `${request.url} large` : request.url;
    const known = this.#known.get(raw);
    if (known !== undefined) return known;
    const input = await inputOf(page, request, language);
    const { visit, params } = input;
    const key = [page.name, language, visit.large, JSON.stringify(params ?? null), visit.search].join('|');
    if (raw.length <= LONGEST_KNOWN) this.#known.set(raw, { input, key });
    if (this.#known.size > KNOWN_ADDRESSES) this.#known.delete(this.#known.keys().next().value as string);
    return { input, key };
  }
}
