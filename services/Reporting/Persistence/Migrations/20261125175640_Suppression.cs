using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Regio.Reporting.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Suppression : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "counted_by",
                table: "indicator",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "suppression_policy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    audience = table.Column<string>(type: "text", nullable: false),
                    threshold = table.Column<int>(type: "integer", nullable: false),
                    money_percent = table.Column<int>(type: "integer", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suppression_policy", x => x.id);
                    table.CheckConstraint("ck_suppression_policy_money", "money_percent between 0 and 100");
                    table.CheckConstraint("ck_suppression_policy_public", "audience <> 'Public' or threshold >= 3");
                    table.CheckConstraint("ck_suppression_policy_threshold", "threshold between 0 and 100");
                });

            migrationBuilder.Sql(
                """
                alter table suppression_policy add constraint ex_suppression_policy_one_per_day
                    exclude using gist (audience with =, validity with &&);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "suppression_policy");

            migrationBuilder.DropColumn(
                name: "counted_by",
                table: "indicator");
        }
    }
}
