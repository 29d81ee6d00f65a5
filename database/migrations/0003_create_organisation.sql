create schema organisation;

create table organisation.body (
  district text not null,
  id text not null,
  parent_id text,
  name text not null,
  kind text not null,
  place_kind text not null,
  place_code text not null,
  position integer not null default 0,
  primary key (district, id),
  foreign key (district, parent_id) references organisation.body (district, id)
);
comment on table organisation.body is 'Bodies that carry out or support the plan: bureau, sections, zone committees, towns, partner departments';

create table organisation.post (
  district text not null,
  id text not null,
  body_id text not null,
  title text not null,
  established integer not null,
  position integer not null default 0,
  primary key (district, id),
  foreign key (district, body_id) references organisation.body (district, id)
);
comment on table organisation.post is 'Established posts; filled ones are counted from officers';

create table organisation.officer (
  district text not null,
  id uuid not null,
  record_key text not null,
  name text not null,
  body_id text,
  body_name text,
  post text,
  region text,
  level text,
  certificate_no text,
  certificate_kind text,
  certificate_from date,
  certificate_to date,
  phone text,
  primary key (district, id),
  unique (district, record_key)
);
comment on table organisation.officer is 'Officers with enforcement or management certificates; personal data';
create index officer_body on organisation.officer (district, body_id);
alter table organisation.officer enable row level security;
alter table organisation.officer force row level security;
create policy officer_district on organisation.officer using (district = platform.current_district());
