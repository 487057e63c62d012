using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class UncontractedClaims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_care_claim_line_uncontracted",
                table: "care_claim_line",
                columns: new[] { "provider_agb_code", "municipality_id", "starts_on" },
                filter: "is_open and contract_id is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_care_claim_line_uncontracted",
                table: "care_claim_line");
        }
    }
}
