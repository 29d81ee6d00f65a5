create schema if not exists open_data;

create table open_data.version (
  district text not null,
  dataset text not null,
  no integer not null,
  as_of date not null,
  read_at timestamptz not null,
  position jsonb not null,
  rows integer not null,
  added integer not null,
  removed integer not null,
  changed integer not null,
  csv_sha256 text not null,
  csv_size bigint not null,
  json_sha256 text not null,
  json_size bigint not null,
  schema_sha256 text not null,
  schema_size bigint not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_by_name text,
  withdrawn_reason text,
  primary key (district, dataset, no),
  check (num_nonnulls(withdrawn_at, withdrawn_by_name, withdrawn_reason) in (0, 3))
);
comment on table open_data.version is 'Published versions of open data; their bytes lie in the file store by content and never change';
comment on column open_data.version.position is 'How far the history of the source was read, so that the same rows can be read again';

create table open_data.kept_row (
  district text not null,
  dataset text not null,
  key text not null,
  from_no integer not null,
  to_no integer,
  cells jsonb not null,
  primary key (district, dataset, key, from_no),
  foreign key (district, dataset, from_no) references open_data.version (district, dataset, no),
  check (to_no is null or to_no > from_no)
);
comment on table open_data.kept_row is 'Rows of the versions: each from the version that brought it until the one that changed or dropped it';
comment on column open_data.kept_row.to_no is 'The first version without this row as it is; null while it stands';
create index kept_row_standing on open_data.kept_row (district, dataset) where to_no is null;

create function open_data.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end
$$;
comment on function open_data.refuse_change() is 'For tables that are only ever appended to';

create function open_data.keep_version() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - array['withdrawn_at', 'withdrawn_by', 'withdrawn_by_name', 'withdrawn_reason']
     is distinct from to_jsonb(old) - array['withdrawn_at', 'withdrawn_by', 'withdrawn_by_name', 'withdrawn_reason'] then
    raise exception 'a published version never changes';
  end if;
  return new;
end
$$;
comment on function open_data.keep_version() is 'A version may be withdrawn and nothing else';
create trigger version_immutable before update on open_data.version for each row execute function open_data.keep_version();
create trigger version_kept before delete on open_data.version for each row execute function open_data.refuse_change();

-- What a corrected row was before, so that a published list can be read again as it stood.
alter table subsidies.public_change add column row_before jsonb;
comment on column subsidies.public_change.row_before is 'The row as it stood before this change; null for changes made before it was kept';

select platform.guard_by_district(name::regclass) from unnest(array['open_data.version', 'open_data.kept_row']) as name;
