using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CareDeliveriesAndStops : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_care_stop_delivery_id",
                table: "care_stop",
                column: "delivery_id");

            migrationBuilder.CreateIndex(
                name: "ix_care_delivery_assignment_id",
                table: "care_delivery",
                column: "assignment_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_care_stop_delivery_id",
                table: "care_stop");

            migrationBuilder.DropIndex(
                name: "ix_care_delivery_assignment_id",
                table: "care_delivery");
        }
    }
}
