-- Pictures and pages that come beside a list, and the stamps under which everything kept of hits stands from its capture.
create table trademark_watch.enclosure (
  district text not null,
  import_id uuid not null,
  name text not null,
  base text not null,
  part text not null check (part in ('picture', 'page')),
  file_name text not null,
  media_type text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  kept_at timestamptz not null,
  primary key (district, import_id, name)
);
comment on table trademark_watch.enclosure is 'Pictures and pages that came beside a list and are named by its rows, by their hash at intake';
comment on column trademark_watch.enclosure.name is 'Path inside the archive, lower case; base is its last part';
create index enclosure_base on trademark_watch.enclosure (district, import_id, base);
select platform.guard_by_district('trademark_watch.enclosure');

create table trademark_watch.capture (
  district text not null,
  id uuid not null,
  root text not null check (root ~ '^[0-9a-f]{64}$'),
  leaves integer not null check (leaves > 0),
  sealed_at timestamptz not null,
  token bytea,
  stamped_at timestamptz,
  authority text,
  serial text,
  policy text,
  trusted boolean,
  primary key (district, id),
  check ((token is null) = (stamped_at is null))
);
comment on table trademark_watch.capture is 'Hashes kept in one go under one root (Merkle tree as in RFC 6962), stamped once by the time-stamp authority of the settings';
comment on column trademark_watch.capture.token is 'Token of RFC 3161 over the root; null: no authority is set, or it has not answered yet';
create index capture_waiting on trademark_watch.capture (district, sealed_at) where token is null;
select platform.guard_by_district('trademark_watch.capture');

create table trademark_watch.capture_leaf (
  district text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  kept_at timestamptz not null,
  capture_id uuid,
  path text[] not null default '{}',
  primary key (district, sha256),
  foreign key (district, capture_id) references trademark_watch.capture (district, id)
);
comment on table trademark_watch.capture_leaf is 'A row, picture or page by its hash, with its path to the root of the capture it was sealed in';
comment on column trademark_watch.capture_leaf.path is 'Hashes beside the way up, each with the side it stands on: L… or R…';
create index capture_leaf_open on trademark_watch.capture_leaf (district, kept_at) where capture_id is null;
select platform.guard_by_district('trademark_watch.capture_leaf');

alter table trademark_watch.hit drop constraint hit_field_check;
alter table trademark_watch.hit add constraint hit_field_check check (field in ('title', 'brand', 'name', 'picture'));
alter table trademark_watch.hit add column picture jsonb;
comment on column trademark_watch.hit.picture is 'Closest picture of the rows and how it is like the picture of the mark: hashes, level, score, regions, reasons, model';
