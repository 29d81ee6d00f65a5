create schema facts;

create table facts.state (
  district text not null,
  subject text not null,
  as_of date not null,
  versions text not null,
  refreshed_at timestamptz not null,
  catalogue_hash text not null,
  primary key (district, subject)
);
comment on table facts.state is 'Of which day and which state of the registers the materialised facts of a subject are; no row: not yet computed. The tables of the facts themselves (facts.<subject>) are derived from the catalogue at start and no part of the migrations (docs/adr/0013)';
comment on column facts.state.versions is 'platform.register_version of the registers the subject depends on, as read before computing';

create table facts.stale (
  district text not null,
  seq bigint generated always as identity,
  subject text not null,
  subject_id uuid,
  marked_at timestamptz not null default now(),
  primary key (district, seq)
);
comment on table facts.stale is 'Subjects whose facts a committed change made out of date and which wait for facts.refresh; appended in the transaction of the change, removed in that of the refresh';
comment on column facts.stale.subject_id is 'Null: every one of the subject';
