-- The directory of protected marks.
create schema trademark_watch;

create table trademark_watch.protected_mark (
  district text not null,
  id uuid not null,
  file_id uuid,
  origin text not null check (origin in ('own', 'alliance')),
  origin_name text,
  record_key text not null,
  registration_no text not null,
  name text not null,
  classes smallint[] not null default '{}',
  holder_name text not null,
  party_id uuid,
  town_code text,
  goods text,
  criteria text[] not null default '{}',
  proof jsonb not null default '[]',
  reason text not null,
  way text not null check (way in ('rule', 'hand', 'list')),
  contact_name text,
  contact_phone text,
  region text,
  state text not null check (state in ('nominated', 'listed', 'refused', 'withdrawn', 'removed')),
  listed_on date,
  until_on date,
  ended_on date,
  ended_reason text,
  sensitivity text not null default 'usual' check (sensitivity in ('strict', 'usual', 'wide')),
  watch_classes smallint[] not null default '{}',
  paused boolean not null default false,
  nominated_by_name text not null,
  nominated_on date not null,
  primary key (district, id),
  foreign key (district, file_id) references procedures.file (district, id),
  check ((origin = 'alliance') = (origin_name is not null)),
  check (origin = 'alliance' or file_id is not null)
);
comment on table trademark_watch.protected_mark is 'Protected marks: own ones with a file of the kernel, those of allied districts as their lists give them';
comment on column trademark_watch.protected_mark.record_key is 'Registration number for own marks; origin and number for those of a list';
comment on column trademark_watch.protected_mark.proof is 'Facts a nomination by rule rested on, as they were on that day';
comment on column trademark_watch.protected_mark.watch_classes is 'Nice classes the watch looks at; empty: all';
create unique index protected_mark_standing on trademark_watch.protected_mark (district, record_key) where state in ('nominated', 'listed');
create index protected_mark_party on trademark_watch.protected_mark (district, party_id) where party_id is not null;
select platform.guard_by_district('trademark_watch.protected_mark');

create table trademark_watch.authorised_user (
  district text not null,
  id uuid not null,
  mark_id uuid not null,
  kind text not null check (kind in ('licensee', 'own-shop', 'licensed-shop')),
  name text not null,
  name_key text not null,
  uscc text,
  platform text,
  url text,
  from_on date,
  until_on date,
  entered_by_name text not null,
  entered_at timestamptz not null,
  primary key (district, id),
  foreign key (district, mark_id) references trademark_watch.protected_mark (district, id) on delete cascade
);
comment on table trademark_watch.authorised_user is 'Who may use a protected mark, and the shops that sell its goods: the watch leaves them out';
create index authorised_user_mark on trademark_watch.authorised_user (district, mark_id);
select platform.guard_by_district('trademark_watch.authorised_user');

create table trademark_watch.identification_point (
  district text not null,
  id uuid not null,
  mark_id uuid not null,
  position smallint not null,
  part text not null,
  genuine text not null,
  fake text,
  picture_sha256 text,
  picture_type text,
  entered_by_name text not null,
  entered_at timestamptz not null,
  primary key (district, id),
  foreign key (district, mark_id) references trademark_watch.protected_mark (district, id) on delete cascade
);
comment on table trademark_watch.identification_point is 'How genuine goods are told from false ones; for enforcement alone';
create index identification_point_mark on trademark_watch.identification_point (district, mark_id, position);
select platform.guard_by_district('trademark_watch.identification_point');

create table trademark_watch.directory_revision (
  district text primary key,
  revision bigint not null
);
comment on table trademark_watch.directory_revision is 'Counts changes of what is watched, so that an index and a page in the cache know that they are old';
select platform.guard_by_district('trademark_watch.directory_revision');
