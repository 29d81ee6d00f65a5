import fc from 'fast-check';
import { CODES, COLLECTIONS, DAYS, factPaths, NUMBERS, shapeOf, TEXTS } from './random-district.ts';

/** Where a piece of rule stands: roots whose facts it may read, the subject's and perhaps the item's. */
type Root = readonly [variable: string, subject: string];
type Text = fc.Arbitrary<string>;

const SUBJECT: Root = ['enterprise', 'enterprise'];
const quote = (text: string) => JSON.stringify(text);
const number = (value: number) => String(value);

function pieces(parts: readonly Text[], write: (...texts: string[]) => string): Text {
  return fc.tuple(...parts).map((texts) => write(...texts));
}

const oneOf = (...all: Text[]): Text => fc.oneof(...all);

/** Paths of the roots whose facts have a shape; undefined when there is none. */
function names(roots: readonly Root[], isMeant: Parameters<typeof factPaths>[1]): string[] {
  return roots.flatMap(([variable, subject]) => factPaths(subject, isMeant).map((path) => `${variable}.${path}`));
}

const literals = {
  number: fc.constantFrom(...NUMBERS.filter((value) => value >= 0), 0.5, 1e14).map(number),
  date: fc.constantFrom(...DAYS, '0001-01-01', '9999-12-31').map((day) => `date(${quote(day)})`),
  text: fc.constantFrom(...TEXTS).map(quote),
  duration: fc
    .tuple(fc.constantFrom('days', 'months', 'years'), fc.constantFrom(0, 1, 3, 12, 30, 366, 4000))
    .map(([unit, count]) => `${unit}(${count})`),
};

/** All leaves over the facts of some roots, with composites up to a depth. */
function rulesOver(roots: readonly Root[], collections: Text | undefined, aggregates: Aggregates | undefined) {
  const facts = (isMeant: Parameters<typeof factPaths>[1]) => fc.constantFrom(...names(roots, isMeant));
  const numbersOf: Text[] = [facts(({ type }) => type === 'number'), literals.number];
  const listFacts = facts(({ type }) => type === 'list');

  const made = new Map<string, Text>();
  /** Each kind is made once per depth: they are made of each other. */
  const once =
    (kind: string, make: (depth: number) => Text) =>
    (depth: number): Text => {
      const key = `${kind}${Math.max(depth, 0)}`;
      const arbitrary = made.get(key) ?? make(depth);
      made.set(key, arbitrary);
      return arbitrary;
    };

  const numberOf: (depth: number) => Text = once('number', (depth) => {
    if (depth <= 0) return oneOf(...numbersOf);
    const less = numberOf(depth - 1);
    return oneOf(
      ...numbersOf,
      pieces([less, fc.constantFrom('+', '-', '*', '/', '%'), less], (a, sign, b) => `(${a} ${sign} ${b})`),
      pieces([less], (a) => `-${a}`),
      pieces([listFacts], (list) => `size(${list})`),
      pieces([dateOf(depth - 1), dateOf(depth - 1)], (a, b) => `daysBetween(${a}, ${b})`),
      pieces([dateOf(depth - 1), dateOf(depth - 1)], (a, b) => `yearsBetween(${a}, ${b})`),
      pieces([dateOf(depth - 1)], (a) => `year(${a})`),
      pieces([boolOf(depth - 1), less, less], (c, a, b) => `(${c} ? ${a} : ${b})`),
      ...(aggregates === undefined ? [] : [aggregates.number, aggregates.number]),
    );
  });

  const dateOf: (depth: number) => Text = once('date', (depth) => {
    const leaves = [facts(({ type }) => type === 'date'), literals.date, fc.constant('today')];
    if (depth <= 0) return oneOf(...leaves);
    const less = dateOf(depth - 1);
    return oneOf(
      ...leaves,
      pieces([less, fc.constantFrom('+', '-'), literals.duration], (a, sign, b) => `(${a} ${sign} ${b})`),
      pieces([boolOf(depth - 1), less, less], (c, a, b) => `(${c} ? ${a} : ${b})`),
      ...(aggregates === undefined ? [] : [aggregates.date]),
    );
  });

  const textOf = once('text', (depth) => {
    const leaf = facts(({ type, values }) => type === 'text' && values === undefined);
    if (depth <= 0) return leaf;
    return oneOf(
      leaf,
      pieces([boolOf(depth - 1), leaf, literals.text], (c, a, b) => `(${c} ? ${a} : ${b})`),
    );
  });

  const orders = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
  const equals = fc.constantFrom('==', '!=');

  const leafOf = (depth: number): Text =>
    oneOf(
      facts(({ type }) => type === 'bool'),
      pieces([numberOf(depth), orders, numberOf(depth)], (a, sign, b) => `${a} ${sign} ${b}`),
      pieces([numberOf(depth), orders, numberOf(depth)], (a, sign, b) => `${a} ${sign} ${b}`),
      pieces([dateOf(depth), orders, dateOf(depth)], (a, sign, b) => `${a} ${sign} ${b}`),
      pieces([textOf(depth), equals, oneOf(textOf(0), literals.text)], (a, sign, b) => `${a} ${sign} ${b}`),
      pieces([textOf(depth), fc.constantFrom('contains', 'startsWith', 'endsWith'), literals.text], (a, test, b) =>
        b === '""' ? `has(${names(roots, () => true)[0]})` : `${a}.${test}(${b})`,
      ),
      pieces([facts(() => true)], (name) => `has(${name})`),
      pieces([numberOf(depth), facts(({ type, of }) => type === 'list' && of === 'number')], (a, b) => `${a} in ${b}`),
      pieces([numberOf(depth)], (a) => `${a} in [9, 25, 0.5]`),
      ...enumerated(roots),
      ...coded(roots),
      ...(collections === undefined ? [] : [collections, collections, collections]),
    );

  const boolOf: (depth: number) => Text = once('bool', (depth) => {
    if (depth <= 0) return leafOf(0);
    const less = boolOf(depth - 1);
    return oneOf(
      leafOf(depth),
      pieces([less, less], (a, b) => `(${a} && ${b})`),
      pieces([less, less], (a, b) => `(${a} || ${b})`),
      pieces([less], (a) => `!(${a})`),
      pieces([less, less, less], (c, a, b) => `(${c} ? ${a} : ${b})`),
      pieces([less, equals, less], (a, sign, b) => `(${a}) ${sign} (${b})`),
    );
  });
  return { bool: boolOf, number: numberOf, date: dateOf };
}

/** Conditions on texts with fixed values. */
function enumerated(roots: readonly Root[]): Text[] {
  return roots.flatMap(([variable, subject]) =>
    factPaths(subject, ({ values }) => values !== undefined).flatMap((path) => {
      const values = Object.keys(shapeOf(subject, path).values ?? {});
      const name = `${variable}.${path}`;
      return [
        fc.constantFrom(...values).map((value) => `${name} == '${value}'`),
        fc.subarray(values, { minLength: 1 }).map((some) => `${name} in [${some.map(quote).join(', ')}]`),
      ];
    }),
  );
}

/** Conditions on codes and lists of codes. */
function coded(roots: readonly Root[]): Text[] {
  return roots.flatMap(([variable, subject]) =>
    factPaths(subject, ({ system }) => system !== undefined).flatMap((path) => {
      const { type, system = 'place' } = shapeOf(subject, path);
      const name = `${variable}.${path}`;
      const some = fc.subarray([...(CODES[system] ?? [])], { minLength: 1, maxLength: 3 });
      const one = fc.constantFrom(...(CODES[system] ?? [])).map(quote);
      const within = some.map((codes) => `${name}.within([${codes.map(quote).join(', ')}])`);
      const equal = type === 'list' ? one.map((code) => `${code} in ${name}`) : one.map((code) => `${name} == ${code}`);
      return system === 'place' ? [equal] : [within, equal];
    }),
  );
}

interface Aggregates {
  readonly number: Text;
  readonly date: Text;
}

interface OverItems extends Aggregates {
  readonly bool: Text;
}

/** What can be asked of one collection, its conditions also reading facts of the subject. */
function askOf(path: keyof typeof COLLECTIONS): OverItems {
  const inside = rulesOver([['x', COLLECTIONS[path]], ['x', COLLECTIONS[path]], SUBJECT], undefined, undefined);
  const condition = inside.bool(2);
  const source = oneOf(
    fc.constant(`enterprise.${path}`),
    condition.map((text) => `enterprise.${path}.filter(x, ${text})`),
    pieces([condition, condition], (a, b) => `enterprise.${path}.filter(x, ${a}).filter(x, ${b})`),
  );
  const kinds = fc.constantFrom('sum', 'avg', 'min', 'max');
  return {
    bool: pieces(
      [source, fc.constantFrom('exists', 'all', 'exists_one'), condition],
      (a, kind, b) => `${a}.${kind}(x, ${b})`,
    ),
    number: oneOf(
      source.map((text) => `size(${text})`),
      pieces([source, inside.number(1), kinds], (a, b, kind) => `${a}.map(x, ${b}).${kind}()`),
    ),
    date: pieces(
      [source, inside.date(1), fc.constantFrom('min', 'max')],
      (a, b, kind) => `${a}.map(x, ${b}).${kind}()`,
    ),
  };
}

const asked = [askOf('patents'), askOf('trademarks')];
const all = rulesOver([SUBJECT], oneOf(...asked.map((one) => one.bool)), {
  number: oneOf(...asked.map((one) => one.number)),
  date: oneOf(...asked.map((one) => one.date)),
});

export interface RandomRule {
  readonly expect: 'bool' | 'number' | 'date';
  readonly text: string;
}

/** A well-typed rule of the random district. */
export const randomRule: fc.Arbitrary<RandomRule> = fc.oneof(
  { weight: 6, arbitrary: all.bool(3).map((text) => ({ expect: 'bool' as const, text })) },
  { weight: 2, arbitrary: all.number(3).map((text) => ({ expect: 'number' as const, text })) },
  { weight: 1, arbitrary: all.date(2).map((text) => ({ expect: 'date' as const, text })) },
);
