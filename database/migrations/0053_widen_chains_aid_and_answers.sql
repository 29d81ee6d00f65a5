alter table coordination.matter_item drop constraint matter_item_ref_kind_check;
alter table coordination.matter_item add constraint matter_item_ref_kind_check
  check (ref_kind in ('case', 'hand-over', 'complaint', 'aid', 'cross-region', 'evidence'));
alter table coordination.matter_item add column ref_file_id uuid;
alter table coordination.matter_item add constraint matter_item_ref_file check ((coalesce(ref_kind, '') = 'evidence') = (ref_file_id is not null));
comment on column coordination.matter_item.ref_id is 'Case or hand-over; for complaint, aid and cross-region the file of its procedure; for evidence the item';
comment on column coordination.matter_item.ref_file_id is 'File in which an item of evidence is read; null for every other reference';
comment on table coordination.matter_item is 'One step of a matter: entered, or pointing at a record of the system that tells its own steps to who may read it';

alter table assistance.request add column source_key text, add column source_href text;
create unique index request_source on assistance.request (district, source_key) where source_key is not null;
comment on column assistance.request.source_key is 'What ordered it, as module:id (a hit of the watch): told twice, it is one request; null where it was entered or filed';
alter table assistance.cross_region add column source_key text, add column source_href text;
create unique index cross_region_source on assistance.cross_region (district, source_key) where source_key is not null;
comment on column assistance.cross_region.source_key is 'What ordered it, as module:id; null where it was entered';

alter table inspections.correction add column answers jsonb not null default '[]';
comment on column inspections.correction.answers is 'What the business answered to the order: [{text, on, by, fileName, evidenceId}], the proof kept as evidence of the check';
