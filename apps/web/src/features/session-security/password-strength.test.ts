import { describe, expect, it } from 'vitest';
import { classesOf, holdsUsername, lengthOf } from './password-strength.ts';

describe('what is said of a password while it is typed', () => {
  it('tells the four kinds of character', () => {
    expect(classesOf('Abc-1')).toEqual({ upper: true, lower: true, digit: true, symbol: true });
    expect(classesOf('密码abc')).toEqual({ upper: false, lower: true, digit: false, symbol: false });
  });

  it('counts characters, not code units', () => {
    expect(lengthOf('𠮷😀a')).toBe(3);
  });

  it('finds the user name in any case', () => {
    expect(holdsUsername('My-Officer-1', 'officer')).toBe(true);
    expect(holdsUsername('anything', '')).toBe(false);
  });
});
