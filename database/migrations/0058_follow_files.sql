-- Which files were changed by which transaction: a reader that knows how far it has read takes in the few that changed since (docs/adr/0026).
create table procedures.file_change (
  district text not null,
  xid xid8 not null default pg_current_xact_id(),
  file_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (district, xid, file_id)
);
comment on table procedures.file_change is 'Files touched by each transaction: their row, clocks, handlers or log. Written by triggers, so that no writer can forget it; cleared after some days';
comment on column procedures.file_change.xid is 'The transaction: what is not older than the oldest one still open may have been unseen by an earlier reader';
select platform.guard_by_district('procedures.file_change');
create index file_change_age on procedures.file_change (district, at);

create function procedures.note_files() returns trigger language plpgsql as $$
begin
  insert into procedures.file_change (district, file_id) select district, id from changed on conflict do nothing;
  return null;
end
$$;
create function procedures.note_parts() returns trigger language plpgsql as $$
begin
  insert into procedures.file_change (district, file_id) select distinct district, file_id from changed on conflict do nothing;
  return null;
end
$$;

create trigger file_inserted after insert on procedures.file referencing new table as changed
  for each statement execute function procedures.note_files();
create trigger file_updated after update on procedures.file referencing new table as changed
  for each statement execute function procedures.note_files();
create trigger clock_inserted after insert on procedures.clock referencing new table as changed
  for each statement execute function procedures.note_parts();
create trigger clock_updated after update on procedures.clock referencing new table as changed
  for each statement execute function procedures.note_parts();
create trigger handler_inserted after insert on procedures.handler referencing new table as changed
  for each statement execute function procedures.note_parts();
create trigger handler_updated after update on procedures.handler referencing new table as changed
  for each statement execute function procedures.note_parts();
create trigger log_inserted after insert on procedures.action_log referencing new table as changed
  for each statement execute function procedures.note_parts();

create index file_closed on procedures.file (district, closed_at desc) where closed_at is not null;
