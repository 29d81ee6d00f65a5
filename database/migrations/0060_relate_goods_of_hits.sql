-- How the goods of a hit are related to those of the mark enters its rank.
alter table trademark_watch.hit add column goods_relation text check (goods_relation in
  ('same-group', 'similar-group', 'cross-search', 'same-class', 'related-class', 'other'));
comment on column trademark_watch.hit.goods_relation is 'Closest relation of the goods of the row to those of the registration; null where the row says nothing of its goods';
