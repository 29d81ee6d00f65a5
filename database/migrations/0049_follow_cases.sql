alter table cases.row add column version bigint not null default 0;
comment on column cases.row.version is 'Version of the register `cases` that wrote the line: the index of a process reads what is newer than what it holds';
create index row_version on cases.row (district, version);

-- Lists filter and order in memory (docs/adr/0025); what remains are looks by id.
drop table cases.row_gram;
drop index cases.row_received, cases.row_organisation, cases.row_state, cases.row_due, cases.row_due_first, cases.row_due_last, cases.row_number,
  cases.row_organisation_due, cases.row_behaviour, cases.row_town, cases.row_amount, cases.row_filed, cases.row_decided, cases.row_hit,
  cases.row_transfer, cases.row_count;

create index party_uscc on cases.party (district, uscc) where uscc is not null and side = 'suspect';
create index party_name on cases.party (district, name) where side = 'suspect';
create index officer_user_now on cases.officer (district, user_id) where until is null;
