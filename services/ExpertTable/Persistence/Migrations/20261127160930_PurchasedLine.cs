using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PurchasedLine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "contract_line_id",
                table: "case_purchase",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_purchase_line",
                table: "case_purchase",
                sql: "contract_line_id is null or state = 'Granted'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_case_purchase_line",
                table: "case_purchase");

            migrationBuilder.DropColumn(
                name: "contract_line_id",
                table: "case_purchase");
        }
    }
}
