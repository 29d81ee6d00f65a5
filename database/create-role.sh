#!/bin/sh
# Run once by the container of PostgreSQL when its volume is new: the program's own role, which is no superuser, so that
# row-level security binds it, and its database.
set -eu
psql --username=postgres --set=ON_ERROR_STOP=1 --set=password="$POSTGRES_PASSWORD" <<'SQL'
create role jince login password :'password';
create database jince owner jince;
SQL
