-- The watch: what came in, what was found in it, and what became of it.
create table trademark_watch.item (
  district text not null,
  kind text not null check (kind in ('gazette', 'company', 'listing', 'domain')),
  record_key text not null,
  text text not null,
  brand text,
  platform text,
  subject text,
  subject_uscc text,
  address text,
  price_fen bigint,
  url text,
  picture text,
  page text,
  operator text,
  goods text,
  classes smallint[] not null default '{}',
  captured_on date,
  cells jsonb not null,
  pending boolean not null default true,
  primary key (district, kind, record_key)
);
comment on table trademark_watch.item is 'Rows of imported lists the watch looks through: projection of the files';
comment on column trademark_watch.item.text is 'Title of a listing, mark of a gazette, name of a company or a domain';
comment on column trademark_watch.item.pending is 'Not looked through since the row came or changed';
create index item_pending on trademark_watch.item (district, kind, record_key) where pending;
select platform.guard_by_district('trademark_watch.item');

create table trademark_watch.run (
  district text not null,
  id uuid not null,
  cause text not null check (cause in ('import', 'directory', 'hand')),
  state text not null check (state in ('running', 'done', 'failed', 'cancelled')),
  started_at timestamptz not null,
  finished_at timestamptz,
  marks integer not null default 0,
  rows bigint not null default 0,
  fresh integer not null default 0,
  again integer not null default 0,
  excluded integer not null default 0,
  model text,
  job_id uuid,
  primary key (district, id)
);
comment on table trademark_watch.run is 'One look through rows: how many, new hits, repeats, and those left out as own or licensed';
create index run_started on trademark_watch.run (district, started_at desc);
select platform.guard_by_district('trademark_watch.run');

create table trademark_watch.hit (
  district text not null,
  id uuid not null,
  group_key text not null,
  mark_id uuid not null,
  kind text not null,
  platform text,
  subject text,
  subject_key text not null,
  subject_uscc text,
  address text,
  title text not null,
  brand text,
  found text not null,
  field text not null check (field in ('title', 'brand', 'name')),
  level text not null check (level in ('identical', 'near', 'arguable')),
  score real not null,
  reasons_zh text not null,
  reasons_en text not null,
  model text not null,
  price_fen bigint,
  url text,
  operator text,
  goods text,
  times integer not null default 0,
  rank real not null default 0,
  rank_version integer not null default 0,
  state text not null default 'open' check (state in ('open', 'judged', 'closed')),
  verdict text check (verdict in ('infringing', 'licensed', 'own', 'not-similar', 'unsure')),
  verdict_reason text,
  judged_by_name text,
  judged_at timestamptz,
  closed_reason text,
  party_id uuid,
  town_code text,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  primary key (district, id),
  foreign key (district, mark_id) references trademark_watch.protected_mark (district, id),
  check ((state = 'judged') = (verdict is not null) or state = 'closed')
);
comment on table trademark_watch.hit is 'What looks like a protected mark in a list: one per mark, subject and goods, however often it comes';
create unique index hit_group on trademark_watch.hit (district, group_key);
create index hit_inbox on trademark_watch.hit (district, state, rank desc, id);
create index hit_mark on trademark_watch.hit (district, mark_id);
create index hit_subject on trademark_watch.hit (district, subject_key);
select platform.guard_by_district('trademark_watch.hit');

create table trademark_watch.hit_row (
  district text not null,
  hit_id uuid not null,
  kind text not null,
  record_key text not null,
  sha256 text not null,
  size bigint not null,
  cells jsonb not null,
  captured_on date,
  kept_at timestamptz not null,
  primary key (district, hit_id, record_key, sha256),
  foreign key (district, hit_id) references trademark_watch.hit (district, id) on delete cascade
);
comment on table trademark_watch.hit_row is 'The rows behind a hit as they were, each a file of the store by its hash; a row that comes again unchanged is not counted again';
select platform.guard_by_district('trademark_watch.hit_row');

create table trademark_watch.hit_file (
  district text not null,
  id uuid not null,
  hit_id uuid not null,
  part text not null check (part in ('picture', 'page', 'other')),
  file_name text not null,
  media_type text not null,
  sha256 text not null,
  size bigint not null,
  kept_at timestamptz not null,
  kept_by_name text not null,
  primary key (district, id),
  foreign key (district, hit_id) references trademark_watch.hit (district, id) on delete cascade
);
comment on table trademark_watch.hit_file is 'Pictures and pages kept as evidence of a hit, by their hash at intake';
create unique index hit_file_once on trademark_watch.hit_file (district, hit_id, sha256);
select platform.guard_by_district('trademark_watch.hit_file');

create table trademark_watch.hit_judgement (
  district text not null,
  id uuid not null,
  hit_id uuid not null,
  verdict text not null,
  reason text not null,
  features jsonb not null,
  by_name text not null,
  at timestamptz not null,
  primary key (district, id),
  foreign key (district, hit_id) references trademark_watch.hit (district, id) on delete cascade
);
comment on table trademark_watch.hit_judgement is 'What people said of hits, in order, with what the ranking saw then: what it learns from';
create index hit_judgement_hit on trademark_watch.hit_judgement (district, hit_id, at);
select platform.guard_by_district('trademark_watch.hit_judgement');

create table trademark_watch.ranking (
  district text not null,
  version integer not null,
  weights jsonb not null,
  learned_from integer not null,
  made_at timestamptz not null,
  primary key (district, version)
);
comment on table trademark_watch.ranking is 'Versions of the ranking of hits; never changed, so that an old order can be explained';
select platform.guard_by_district('trademark_watch.ranking');

create table trademark_watch.hit_action (
  district text not null,
  id uuid not null,
  hit_id uuid not null,
  kind text not null check (kind in ('notice', 'case', 'complaint', 'aid', 'cross-region', 'owner')),
  state text not null check (state in ('ordered', 'done', 'refused')),
  target_id text,
  number text,
  href text,
  note text,
  ordered_by_name text not null,
  ordered_at timestamptz not null,
  primary key (district, id),
  foreign key (district, hit_id) references trademark_watch.hit (district, id) on delete cascade
);
comment on table trademark_watch.hit_action is 'What was made of a hit and what it became; one of each kind';
create unique index hit_action_once on trademark_watch.hit_action (district, hit_id, kind);
select platform.guard_by_district('trademark_watch.hit_action');

create table trademark_watch.shop (
  district text not null,
  subject_key text not null,
  platform text,
  name text not null,
  proposed_party uuid,
  score real,
  reasons jsonb not null default '[]',
  state text not null check (state in ('proposed', 'linked', 'outside', 'unknown')),
  party_id uuid,
  outside_place text,
  decided_by_name text,
  decided_at timestamptz,
  primary key (district, subject_key)
);
comment on table trademark_watch.shop is 'Which enterprise stands behind a shop: proposed by matching, decided by a person';
select platform.guard_by_district('trademark_watch.shop');

create table trademark_watch.platform_notice (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  platform text not null,
  shop text not null,
  subject_key text not null,
  mark_ids uuid[] not null,
  owner_name text not null,
  party_id uuid,
  urls text[] not null default '{}',
  demand text not null,
  facts text not null,
  notified_on date,
  forwarded_on date,
  measure_on date,
  measure text,
  statement_on date,
  statement text,
  told_on date,
  outcome text check (outcome in ('removed', 'kept', 'restored', 'sued', 'withdrawn')),
  removed_links integer not null default 0,
  closed_on date,
  created_by_name text not null,
  primary key (district, id),
  unique (district, file_id),
  foreign key (district, file_id) references procedures.file (district, id)
);
comment on table trademark_watch.platform_notice is 'Notices to platforms by articles 42 to 45 of the e-commerce law; where one stands is the state of its file';
comment on column trademark_watch.platform_notice.told_on is 'Day the statement of not infringing reached the owner: the time to complain or sue runs from it';
select platform.guard_by_district('trademark_watch.platform_notice');

create table trademark_watch.notice_hit (
  district text not null,
  notice_id uuid not null,
  hit_id uuid not null,
  primary key (district, notice_id, hit_id),
  foreign key (district, notice_id) references trademark_watch.platform_notice (district, id) on delete cascade,
  foreign key (district, hit_id) references trademark_watch.hit (district, id) on delete cascade
);
comment on table trademark_watch.notice_hit is 'Hits a notice is about';
select platform.guard_by_district('trademark_watch.notice_hit');

create table trademark_watch.net_campaign (
  district text not null,
  id uuid not null,
  year smallint not null,
  name text not null,
  from_on date not null,
  to_on date not null,
  figures jsonb not null default '{}',
  typical text,
  entered_by_name text not null,
  primary key (district, id)
);
comment on table trademark_watch.net_campaign is 'Yearly campaigns against infringement on line; figures no register knows are entered';
select platform.guard_by_district('trademark_watch.net_campaign');
