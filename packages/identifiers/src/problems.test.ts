import { describe, expect, it } from 'vitest';
import { identifierProblems, identifierProblemText } from './problems.ts';

describe('identifierProblemText', () => {
  it.each(identifierProblems)('%s has a Chinese and an English sentence', (problem) => {
    expect(identifierProblemText(problem, 'zh')).toMatch(/\p{Script=Han}{2}/u);
    expect(identifierProblemText(problem, 'en')).toMatch(/^[A-Z][^\p{Script=Han}]{8,}$/u);
  });
});
