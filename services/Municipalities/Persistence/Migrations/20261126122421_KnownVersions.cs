using Microsoft.EntityFrameworkCore.Migrations;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class KnownVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                create table kept_version (
                    table_name text not null,
                    id text not null,
                    version bigint not null check (version > 0),
                    recorded_at timestamptz not null,
                    kept jsonb not null,
                    parts jsonb not null,
                    constraint pk_kept_version primary key (table_name, id, version)
                );

                -- Keeps a row as its transaction leaves it, with its parts. Arguments: the column of the parts that names the row, and their
                -- tables. It runs at commit, while the row is still locked, so that a later version always has a later moment.
                create function keep_version() returns trigger language plpgsql as $$
                declare
                    part text;
                    found jsonb;
                    parts jsonb := '{}';
                begin
                    foreach part in array tg_argv[1:] loop
                        execute format('select coalesce(jsonb_agg(to_jsonb(p)), ''[]'') from %I p where p.%I = $1.id', part, tg_argv[0]) into found using new;
                        parts := parts || jsonb_build_object(part, found);
                    end loop;
                    insert into kept_version (table_name, id, version, recorded_at, kept, parts)
                    values (tg_table_name, new.id::text, new.version, clock_timestamp(), to_jsonb(new), parts) on conflict do nothing;
                    return null;
                end $$;

                -- What was known at a moment: the last version of each row of a table.
                create function known_at(of_table text, moment timestamptz) returns table (id text, kept jsonb, parts jsonb) language sql stable as $$
                    select distinct on (v.id) v.id, v.kept, v.parts from kept_version v
                    where v.table_name = of_table and v.recorded_at <= moment order by v.id, v.version desc;
                $$;

                create constraint trigger agreement_is_kept after insert or update on agreement deferrable initially deferred
                    for each row execute function keep_version('agreement_id', 'agreement_addendum', 'agreement_obligation');
                create constraint trigger body_is_kept after insert or update on body deferrable initially deferred
                    for each row execute function keep_version('body_id', 'body_seat', 'seat_holder', 'body_quorum');

                -- What was there before versions were kept is known from now on: when each part of it was recorded, nobody noted.
                update agreement set version = version;
                update body set version = version;
                set constraints agreement_is_kept, body_is_kept immediate;
                set constraints agreement_is_kept, body_is_kept deferred;
                """);
            migrationBuilder.RowsStay("kept_version");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
            drop trigger agreement_is_kept on agreement;
            drop trigger body_is_kept on body;
            drop function known_at;
            drop function keep_version;
            drop table kept_version;
            """);
    }
}
