using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.Reporting.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class SavingsScenarios : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "savings_scenario",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    area_id = table.Column<string>(type: "text", nullable: false),
                    measure = table.Column<string>(type: "text", nullable: false),
                    assumption = table.Column<string>(type: "text", nullable: false),
                    first_year = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_savings_scenario", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "savings_scenario_year",
                columns: table => new
                {
                    scenario_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    change = table.Column<decimal>(type: "numeric", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_savings_scenario_year", x => new { x.scenario_id, x.year });
                    table.CheckConstraint("ck_savings_scenario_year_change", "change <> 0");
                    table.ForeignKey(
                        name: "fk_savings_scenario_year_savings_scenario_scenario_id",
                        column: x => x.scenario_id,
                        principalTable: "savings_scenario",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_savings_scenario_area_id",
                table: "savings_scenario",
                column: "area_id");

            // An assumption that could be changed when the outcome is known would be none.
            migrationBuilder.RowsStay("savings_scenario");
            migrationBuilder.RowsStay("savings_scenario_year");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "savings_scenario_year");

            migrationBuilder.DropTable(
                name: "savings_scenario");

            // As it was before these tables.
            migrationBuilder.Sql(
                """
                create or replace function refuse_change() returns trigger language plpgsql as $$
                begin
                    raise exception '% only grows', tg_table_name using errcode = 'restrict_violation';
                end $$;
                """);
        }
    }
}
