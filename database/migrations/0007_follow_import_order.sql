alter table imports.import add column undo_seq bigint, add column compared_seq bigint;
comment on column imports.import.undo_seq is 'Place of the undoing in the same order as commit_seq';
comment on column imports.import.compared_seq is 'Last commit or undo of the district that the effects of the rows have seen; later ones make them stale';

-- Remembered by sheet and position now: headers alone cannot tell two columns, or two sheets, of one name apart.
delete from imports.remembered_mapping;
alter table imports.remembered_mapping rename column columns to sheets;
comment on column imports.remembered_mapping.sheets is 'Per sheet: name, normalised headers, whether it is included, field of each column by position';
