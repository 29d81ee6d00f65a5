-- Pictures of registered marks, for the search by picture.
create schema trademark_search;

create table trademark_search.mark_picture (
  district text not null,
  country text not null,
  registration_no text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  file_name text not null,
  vienna text[] not null default '{}',
  added_by uuid,
  added_by_name text not null,
  added_at timestamptz not null,
  primary key (district, country, registration_no)
);
comment on table trademark_search.mark_picture is 'Picture of a registered mark, one for all its classes: the points of what was uploaded, written anew as PNG';
comment on column trademark_search.mark_picture.sha256 is 'Name of the PNG in the file store';
comment on column trademark_search.mark_picture.vienna is 'Vienna classification where it was given: 05.03.11';
select platform.guard_by_district('trademark_search.mark_picture');
