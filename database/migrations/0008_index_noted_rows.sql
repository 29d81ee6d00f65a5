-- Counting and summing up look only at rows that are not simply new, so a large clean file costs them nothing.
drop index imports.import_row_status;
create index import_row_noted on imports.import_row (district, import_id, status, row_no)
  where status <> 'accepted' or effect is distinct from 'new';
create index import_row_issues on imports.import_row (district, import_id, row_no) where issues is not null;
