import { expect, test } from 'vitest';
import { type ExpertTies, findConflicts, type PatentTie, sameAgency, sameBody } from './find-conflicts.ts';

const expert = (change: Partial<ExpertTies> = {}): ExpertTies => ({
  id: 'e',
  name: '周评审',
  employerPartyId: null,
  employer: '江南大学（示例）',
  agencies: [],
  declared: [],
  ...change,
});
const project = {
  members: [
    { partyId: 'p1', name: '苏州甲光电有限公司' },
    { partyId: null, name: '江南理工大学' },
  ],
  team: ['钱研发', '孙工程'],
};
const tie = (change: Partial<PatentTie> = {}): PatentTie => ({
  number: 'CN202310000001.X',
  title: '光缆结构',
  agency: '苏州甲专利代理事务所(普通合伙) 32256',
  inventors: ['钱研发'],
  holders: ['苏州甲光电有限公司'],
  ...change,
});
const kinds = (one: ExpertTies, patents: PatentTie[] = [tie()]) =>
  findConflicts(one, project, patents).map(({ kind }) => kind);

test('an expert without ties may review', () => {
  expect(kinds(expert())).toEqual([]);
});

test('the same employer, by register or by name, is a conflict', () => {
  expect(kinds(expert({ employerPartyId: 'p1', employer: '甲光电' }))).toEqual(['employer']);
  expect(kinds(expert({ employer: '江南 理工大学' }))).toEqual(['employer']);
  expect(findConflicts(expert({ employerPartyId: 'p1' }), project, [])[0]?.text).toContain('苏州甲光电有限公司');
});

test('an agency of the parties’ patents is a conflict, by tie or as employer', () => {
  expect(kinds(expert({ agencies: ['苏州甲专利代理事务所（普通合伙）'] }))).toEqual(['agency']);
  expect(kinds(expert({ employer: '苏州甲专利代理事务所' }))).toEqual(['agency']);
  expect(kinds(expert({ agencies: ['苏州甲专利代理事务所'] }), [tie({ holders: [] })])).toEqual([]);
});

test('an inventor of the parties’ patents, and one who invented with the team, is in conflict', () => {
  expect(kinds(expert(), [tie({ inventors: ['钱研发', '周评审'] })])).toEqual(['inventor', 'inventor']);
  const elsewhere = tie({ holders: [], inventors: ['周评审', '孙工程'], agency: null });
  expect(findConflicts(expert(), project, [elsewhere])).toEqual([
    { kind: 'inventor', text: '与项目团队成员孙工程同为专利“光缆结构”（CN202310000001.X）的发明人' },
  ]);
});

test('who stands in the team, and who declared a conflict, may not review', () => {
  expect(kinds(expert({ name: '钱 研发' }), [])).toEqual(['team']);
  const declared = [{ partyId: 'p1', body: '苏州甲光电有限公司', on: '2026-01-05' }];
  expect(findConflicts(expert({ declared }), project, [])).toEqual([
    { kind: 'declared', text: '2026-01-05 声明与“苏州甲光电有限公司”有利害关系' },
  ]);
});

test('names of bodies are compared without forms of writing', () => {
  expect(sameBody('江南大学（示例）', '江南大学(示例)')).toBe(true);
  expect(sameBody('', '')).toBe(false);
  expect(sameAgency('甲', '甲乙丙丁')).toBe(false);
  expect(sameAgency('苏州甲专利代理事务所', '苏州甲乙专利代理事务所')).toBe(false);
});
