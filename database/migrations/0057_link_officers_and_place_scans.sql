create table organisation.officer_account (
  district text not null,
  officer_key text not null,
  user_id uuid not null,
  set_by_name text not null,
  set_at timestamptz not null,
  from_name boolean not null default false,
  primary key (district, officer_key),
  unique (district, user_id),
  foreign key (district, user_id) references platform.user_account (district, id) on delete cascade
);
comment on table organisation.officer_account is 'Which account signs in for which officer of the register; the officer by the key of his record, so that a list imported anew finds its people again';
comment on column organisation.officer_account.from_name is 'Taken over from the equal and unique name the two bore when links began to be kept, and not confirmed since';

-- Links kept so far by inspections, then those that held by an equal and unique name. The owner reads past the guards for this.
alter table organisation.officer no force row level security;
alter table inspections.officer_link no force row level security;
alter table platform.user_account no force row level security;
insert into organisation.officer_account (district, officer_key, user_id, set_by_name, set_at)
  select l.district, o.record_key, l.user_id, l.set_by, l.at
  from inspections.officer_link l
  join organisation.officer o on o.district = l.district and o.id = l.officer_id
  join platform.user_account u on u.district = l.district and u.id = l.user_id;
insert into organisation.officer_account (district, officer_key, user_id, set_by_name, set_at, from_name)
  select o.district, min(o.record_key), (array_agg(u.id))[1], '—', now(), true
  from organisation.officer o
  join platform.user_account u on u.district = o.district and u.display_name = o.name and u.status = 'active'
  group by o.district, o.name having count(*) = 1
  on conflict do nothing;
alter table organisation.officer force row level security;
alter table platform.user_account force row level security;
drop table inspections.officer_link;
select platform.guard_by_district('organisation.officer_account');

alter table case_papers.upload add column section text;
comment on column case_papers.upload.section is 'Place in the archive somebody gave it; null: at the end of the main volume';
