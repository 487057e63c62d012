using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ContractLinesByDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_contract_line_product_id_buyer_id_provider_id",
                table: "contract_line");

            migrationBuilder.CreateIndex(
                name: "ix_contract_line_product_id",
                table: "contract_line",
                column: "product_id");

            migrationBuilder.Sql(
                """
                create index ix_contract_line_active_days on contract_line
                    (product_id, buyer_id, provider_id, lower(active), coalesce(upper(active), 'infinity')) where active is not null
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop index ix_contract_line_active_days");

            migrationBuilder.DropIndex(
                name: "ix_contract_line_product_id",
                table: "contract_line");

            migrationBuilder.CreateIndex(
                name: "ix_contract_line_product_id_buyer_id_provider_id",
                table: "contract_line",
                columns: new[] { "product_id", "buyer_id", "provider_id" },
                filter: "active is not null");
        }
    }
}
