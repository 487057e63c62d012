using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Reporting.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Trajectories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "trajectory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_pseudonym = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    with_stay = table.Column<bool>(type: "boolean", nullable: true),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    amount_cents = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trajectory", x => x.id);
                    table.CheckConstraint("ck_trajectory_days", "(started_on is not null or ended_on is null) and ended_on >= started_on");
                });

            migrationBuilder.CreateIndex(
                name: "ix_trajectory_municipality_id_started_on",
                table: "trajectory",
                columns: new[] { "municipality_id", "started_on" });

            migrationBuilder.CreateIndex(
                name: "ix_trajectory_occurred_at",
                table: "trajectory",
                column: "occurred_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "trajectory");
        }
    }
}
