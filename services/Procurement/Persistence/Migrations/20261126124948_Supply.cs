using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Supply : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "supply_report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    product_id = table.Column<string>(type: "text", nullable: false),
                    measured_on = table.Column<DateOnly>(type: "date", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: true),
                    free_places = table.Column<int>(type: "integer", nullable: true),
                    waiting_clients = table.Column<int>(type: "integer", nullable: false),
                    waiting_days = table.Column<int>(type: "integer", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supply_report", x => x.id);
                    table.CheckConstraint("ck_supply_report_counts", "coalesce(places, 0) >= 0 and coalesce(free_places, 0) >= 0 and waiting_clients >= 0 and coalesce(waiting_days, 0) >= 0");
                    table.CheckConstraint("ck_supply_report_free", "free_places is null or (places is not null and free_places <= places)");
                    table.ForeignKey(
                        name: "fk_supply_report_product_product_id",
                        column: x => x.product_id,
                        principalTable: "product",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_supply_report_provider_provider_id",
                        column: x => x.provider_id,
                        principalTable: "provider",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_supply_report_product_id",
                table: "supply_report",
                column: "product_id");

            migrationBuilder.CreateIndex(
                name: "ix_supply_report_provider_id_product_id_measured_on_id",
                table: "supply_report",
                columns: new[] { "provider_id", "product_id", "measured_on", "id" },
                descending: new[] { false, false, true, true });

            migrationBuilder.RowsStay("supply_report");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "supply_report");

            migrationBuilder.Sql("drop function refuse_change;");
        }
    }
}
