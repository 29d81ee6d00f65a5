alter table programs.change add column applied_on date, add column applied_by text, add column before jsonb;
comment on column programs.change.before is 'What stood in the project before an approved change of members, targets or budget was carried out';
