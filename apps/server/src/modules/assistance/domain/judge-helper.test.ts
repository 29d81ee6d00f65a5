import { describe, expect, it } from 'vitest';
import { type Dispute, isFree, judgeAgency, judgeExpert, sameSide } from './judge-helper.ts';

const side = (name: string, code: string | null = null, partyId: string | null = null) => ({ name, code, partyId });
const dispute: Dispute = { applicant: side('苏州甲公司', 'A'), opponent: side('苏州乙（集团）公司', 'B', 'party-b') };
const NONE = { applicant: 0, opponent: 0 };
const standings = (checks: readonly { check: string; standing: string }[]) =>
  Object.fromEntries(checks.map((one) => [one.check, one.standing]));

describe('the same side', () => {
  it('is told by party, else by code, else by the name as compared', () => {
    expect(sameSide(side('旧名', null, 'p'), side('新名', null, 'p'))).toBe(true);
    expect(sameSide(side('同名公司', 'X'), side('同名公司', 'Y'))).toBe(false);
    expect(sameSide(side('苏州乙(集团)公司'), side('苏州乙（集团）公司'))).toBe(true);
    expect(sameSide(side(''), side(''))).toBe(false);
  });
});

describe('an expert', () => {
  it('is barred by the employer of either side and by inventions made for one', () => {
    const at = (employer: ReturnType<typeof side>, inventions = NONE) =>
      judgeExpert({ name: '某专家', employer }, dispute, inventions);
    expect(isFree(at(side('某大学')))).toBe(true);
    expect(standings(at(side('苏州乙（集团）公司')))['employer-opponent']).toBe('conflict');
    expect(standings(at(side('苏州甲公司', 'A')))['employer-applicant']).toBe('conflict');
    expect(isFree(at(side('某大学'), { applicant: 0, opponent: 2 }))).toBe(false);
  });

  it('has to declare where no opponent is named: nothing is guessed', () => {
    const checks = judgeExpert({ name: '某专家', employer: side('某大学') }, { ...dispute, opponent: null }, NONE);
    expect(standings(checks)['employer-opponent']).toBe('unknown');
    expect(isFree(checks)).toBe(true);
  });
});

describe('an agency', () => {
  const none = { patents: 0, trademarks: 0 };
  it('is barred by filings for the opponent, not by those for the applicant', () => {
    expect(isFree(judgeAgency(side('某代理所'), dispute, none))).toBe(true);
    expect(isFree(judgeAgency(side('某代理所'), dispute, { patents: 0, trademarks: 1 }))).toBe(false);
    expect(isFree(judgeAgency(side('苏州乙（集团）公司'), dispute, none))).toBe(false);
  });

  it('has to declare where the opponent is not in the register', () => {
    const checks = judgeAgency(side('某代理所'), { ...dispute, opponent: side('外地某公司') }, none);
    expect(standings(checks)['agency-filings']).toBe('unknown');
  });
});
