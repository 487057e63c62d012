using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Regio.Reporting.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Computing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "indicator_target",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    area_id = table.Column<string>(type: "text", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    higher_is_better = table.Column<bool>(type: "boolean", nullable: false),
                    green = table.Column<decimal>(type: "numeric", nullable: false),
                    amber = table.Column<decimal>(type: "numeric", nullable: false),
                    goal = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_target", x => x.id);
                    table.CheckConstraint("ck_indicator_target_bounds", "case when higher_is_better then green >= amber else green <= amber end");
                });

            migrationBuilder.CreateTable(
                name: "series_break",
                columns: table => new
                {
                    indicator = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_series_break", x => new { x.indicator, x.day });
                });

            migrationBuilder.Sql(
                """
                alter table indicator_target add constraint ex_indicator_target_one_per_day
                    exclude using gist (indicator with =, area_id with =, validity with &&);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "indicator_target");

            migrationBuilder.DropTable(
                name: "series_break");
        }
    }
}
