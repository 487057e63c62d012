using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Reporting.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class TrajectorySums : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_trajectory_municipality_id_started_on",
                table: "trajectory");

            migrationBuilder.CreateTable(
                name: "trajectory_change",
                columns: table => new
                {
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    changes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trajectory_change", x => new { x.year, x.municipality_id });
                });

            migrationBuilder.CreateTable(
                name: "trajectory_count",
                columns: table => new
                {
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    changes = table.Column<long>(type: "bigint", nullable: false),
                    figures = table.Column<string>(type: "jsonb", nullable: false),
                    youths_begin = table.Column<byte[]>(type: "bytea", nullable: false),
                    youths_end = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trajectory_count", x => new { x.year, x.municipality_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_trajectory_municipality_id_started_on",
                table: "trajectory",
                columns: new[] { "municipality_id", "started_on" })
                .Annotation("Npgsql:IndexInclude", new[] { "ended_on", "level", "with_stay", "client_pseudonym", "amount_cents" });

            // Counts in the transaction of the change itself, so that nobody sees new trajectories under an old count. An open
            // trajectory counts in each year to come; no year is asked before it has begun, in whatever time zone.
            migrationBuilder.Sql(
                """
                create function count_trajectory_changes() returns trigger language plpgsql as $$
                begin
                    insert into trajectory_change (year, municipality_id, changes)
                    select distinct touched.year, changed.municipality_id, 1
                    from changed, generate_series(
                        extract(year from changed.started_on)::int,
                        least(extract(year from coalesce(changed.ended_on, 'infinity')), extract(year from current_date) + 1)::int) touched (year)
                    order by 1, 2
                    on conflict (year, municipality_id) do update set changes = trajectory_change.changes + 1;
                    return null;
                end $$;

                create trigger trajectory_added after insert on trajectory referencing new table as changed
                    for each statement execute function count_trajectory_changes();
                create trigger trajectory_changed after update on trajectory referencing new table as changed
                    for each statement execute function count_trajectory_changes();
                create trigger trajectory_changed_from after update on trajectory referencing old table as changed
                    for each statement execute function count_trajectory_changes();
                create trigger trajectory_removed after delete on trajectory referencing old table as changed
                    for each statement execute function count_trajectory_changes();

                create function count_trajectories(
                    asked text, first_day date, until_day date, long_months int, expensive bigint,
                    out figures jsonb, out youths_begin bytea, out youths_end bytea)
                language sql stable as $$
                    with t as materialized (
                        select level, with_stay, client_pseudonym, amount_cents, started_on < first_day as at_begin,
                            started_on >= first_day as is_in, coalesce(ended_on < until_day, false) as is_out,
                            (ended_on is null or ended_on >= until_day) as at_end,
                            least(coalesce(ended_on + 1, until_day), until_day) >= started_on + make_interval(months => long_months) as is_long,
                            amount_cents >= expensive as is_expensive
                        from trajectory
                        where municipality_id = asked and started_on < until_day and (ended_on is null or ended_on >= first_day)),
                    rows as (
                        select level, with_stay as stay, count(*) filter (where at_begin) as begin, count(*) filter (where is_in) as "in",
                            count(*) filter (where is_out) as "out", count(*) filter (where at_end) as "end",
                            count(distinct client_pseudonym) filter (where at_begin) as "youthsBegin",
                            count(distinct client_pseudonym) filter (where at_end) as "youthsEnd",
                            count(*) filter (where is_long) as long, count(*) filter (where is_expensive) as expensive,
                            count(*) filter (where is_long and is_expensive) as "both", count(distinct client_pseudonym) as youths,
                            sum(amount_cents)::bigint as cents
                        from t group by level, with_stay)
                    select
                        coalesce((select jsonb_agg(to_jsonb(rows) order by level, stay) from rows), '[]'),
                        coalesce((select string_agg(uuid_send(client_pseudonym), '') from (select distinct client_pseudonym from t where at_begin) youths), ''),
                        coalesce((select string_agg(uuid_send(client_pseudonym), '') from (select distinct client_pseudonym from t where at_end) youths), '')
                $$;

                insert into trajectory_change (year, municipality_id, changes)
                select distinct touched.year, municipality_id, 1
                from trajectory, generate_series(
                    extract(year from started_on)::int,
                    least(extract(year from coalesce(ended_on, 'infinity')), extract(year from current_date) + 1)::int) touched (year);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop trigger trajectory_added on trajectory;
                drop trigger trajectory_changed on trajectory;
                drop trigger trajectory_changed_from on trajectory;
                drop trigger trajectory_removed on trajectory;
                drop function count_trajectory_changes();
                drop function count_trajectories(text, date, date, int, bigint);
                """);

            migrationBuilder.DropTable(
                name: "trajectory_change");

            migrationBuilder.DropTable(
                name: "trajectory_count");

            migrationBuilder.DropIndex(
                name: "ix_trajectory_municipality_id_started_on",
                table: "trajectory");

            migrationBuilder.CreateIndex(
                name: "ix_trajectory_municipality_id_started_on",
                table: "trajectory",
                columns: new[] { "municipality_id", "started_on" });
        }
    }
}
