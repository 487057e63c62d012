using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CareVolumes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "care_volume",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_agb_code = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    volume = table.Column<long>(type: "bigint", nullable: false),
                    cents = table.Column<long>(type: "bigint", nullable: false),
                    clients = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_volume", x => x.id);
                    table.CheckConstraint("ck_care_volume_month", "extract(day from month) = 1");
                    table.CheckConstraint("ck_care_volume_sums", "volume >= 0 and cents >= 0 and clients >= 0 and (clients > 0 or (volume = 0 and cents = 0)) and version > 0");
                });

            migrationBuilder.CreateIndex(
                name: "ix_care_claim_line_month",
                table: "care_claim_line",
                columns: new[] { "provider_agb_code", "municipality_id", "starts_on" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_care_volume_once",
                table: "care_volume",
                columns: new[] { "provider_agb_code", "municipality_id", "month", "category", "code", "unit" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "care_volume");

            migrationBuilder.DropIndex(
                name: "ix_care_claim_line_month",
                table: "care_claim_line");
        }
    }
}
