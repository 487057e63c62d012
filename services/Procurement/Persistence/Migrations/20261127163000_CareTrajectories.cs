using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CareTrajectories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "care_trajectory",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    cents = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    level = table.Column<int>(type: "integer", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    with_stay = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_trajectory", x => x.id);
                    table.CheckConstraint("ck_care_trajectory_days", "(started_on is not null or ended_on is null) and ended_on >= started_on");
                    table.CheckConstraint("ck_care_trajectory_sums", "cents >= 0 and level between 0 and 8 and version > 0");
                    table.ForeignKey(
                        name: "fk_care_trajectory_care_assignment_id",
                        column: x => x.id,
                        principalTable: "care_assignment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "care_trajectory");
        }
    }
}
