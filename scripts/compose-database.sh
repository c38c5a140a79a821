#!/bin/bash
# Run once by the image of PostgreSQL, on an empty volume: makes the database and the role that owns it, which is no
# superuser. The password comes from a file and is on no command line.
set -euo pipefail

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
\set password `cat /run/secrets/db_password`
create role eventsec login password :'password';
create database eventsec owner eventsec encoding 'UTF8' template template0;
revoke all on database eventsec from public;
SQL
