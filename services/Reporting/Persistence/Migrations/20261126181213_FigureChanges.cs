using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Reporting.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FigureChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "figure_change",
                columns: table => new
                {
                    indicator = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<string>(type: "text", nullable: false),
                    changes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_figure_change", x => new { x.indicator, x.year });
                });

            migrationBuilder.CreateIndex(
                name: "ix_observation_area_id_value",
                table: "observation",
                columns: new[] { "area_id", "value" },
                filter: "value_numeric is null");

            // Counts in the transaction of the change itself, so that nobody sees new figures under an old count.
            migrationBuilder.Sql(
                """
                create function count_figure_changes() returns trigger language plpgsql as $$
                begin
                    insert into figure_change (indicator, year, changes)
                    select distinct indicator, left(period, 4), 1 from changed order by 1, 2
                    on conflict (indicator, year) do update set changes = figure_change.changes + 1;
                    return null;
                end $$;

                create trigger figure_added after insert on observation referencing new table as changed
                    for each statement execute function count_figure_changes();
                create trigger figure_changed after update on observation referencing new table as changed
                    for each statement execute function count_figure_changes();
                create trigger figure_removed after delete on observation referencing old table as changed
                    for each statement execute function count_figure_changes();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop trigger figure_added on observation;
                drop trigger figure_changed on observation;
                drop trigger figure_removed on observation;
                drop function count_figure_changes();
                """);

            migrationBuilder.DropTable(
                name: "figure_change");

            migrationBuilder.DropIndex(
                name: "ix_observation_area_id_value",
                table: "observation");
        }
    }
}
