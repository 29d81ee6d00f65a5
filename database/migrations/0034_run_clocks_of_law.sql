-- Clocks by a rule of law/clocks keep their events; the days are worked out from them.
alter table procedures.clock add column rule text;
alter table procedures.clock add column events jsonb not null default '[]';
comment on column procedures.clock.rule is 'Rule of law/clocks the clock runs by; null where it runs by a term of the jurisdiction or of the file''s own policy';
comment on column procedures.clock.events is 'Standstills and extensions of a clock by a rule, in order (ClockEvent of the calendar package)';

alter table procedures.file add column organisations text[] not null default '{}';
comment on column procedures.file.organisations is 'Codes of the bodies whose people handle the file or take part in it; empty where towns and parties alone reach it';
create index file_organisations on procedures.file using gin (organisations) where organisations <> '{}';

create table procedures.handler (
  district text not null,
  file_id uuid not null,
  user_id uuid not null,
  name text not null,
  part text not null check (part in ('lead', 'assist')),
  since timestamptz not null,
  until timestamptz,
  primary key (district, file_id, user_id, since),
  foreign key (district, file_id) references procedures.file (district, id)
);
comment on table procedures.handler is 'Who handles a file, from when until when; the present ones have no end';
create index handler_now on procedures.handler (district, user_id) where until is null;
select platform.guard_by_district('procedures.handler');

create table procedures.number_series (
  district text not null,
  series text not null,
  year integer not null,
  last integer not null,
  primary key (district, series, year)
);
comment on table procedures.number_series is 'Last number taken of a series in a year; taken with the row locked, so that no number is left out';
select platform.guard_by_district('procedures.number_series');

alter table procedures.notice add column organisations text[];
alter table procedures.notice add column user_id uuid;
comment on column procedures.notice.organisations is 'Bodies whose people are told';
comment on column procedures.notice.user_id is 'The one person who is told';
