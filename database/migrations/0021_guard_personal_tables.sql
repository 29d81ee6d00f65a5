-- Every connection of the server carries its district (docs/adr/0019): what row-level security compares with.
create or replace function platform.current_district() returns text language sql stable parallel safe as $$
  select current_setting('jince.district', true)
$$;
comment on function platform.current_district() is 'District of the connection or of the running transaction, for row-level security';

create function platform.guard_by_district(guarded regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy of_district on %s using (district = platform.current_district())', guarded);
end
$$;
comment on function platform.guard_by_district(regclass) is 'For migrations: shows and takes rows of a table for the own district alone, from its owner, too. COPY cannot write into such a table';

-- Who signs in and what they did; what people noted of alerts.
select platform.guard_by_district(name::regclass) from unnest(array[
  'platform.user_account', 'platform.sign_in_guard', 'platform.password_history', 'platform.user_role', 'platform.session',
  'platform.audit_entry', 'alerts.mark'
]) as name;

-- Visits, files, money, applicants and banks: every table these schemas have by now.
select platform.guard_by_district(c.oid::regclass)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname in ('cultivation', 'procedures', 'funds', 'policies', 'subsidies', 'programs') and c.relkind in ('r', 'p');

-- Officers have been guarded from the first day; one name of the policy everywhere.
alter policy officer_district on organisation.officer rename to of_district;
