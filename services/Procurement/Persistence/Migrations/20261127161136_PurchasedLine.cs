using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PurchasedLine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "contract_line_id",
                table: "purchase_request",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_purchase_request_contract_line_id",
                table: "purchase_request",
                column: "contract_line_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_purchase_request_line",
                table: "purchase_request",
                sql: "contract_line_id is null or state = 'Granted'");

            migrationBuilder.AddForeignKey(
                name: "fk_purchase_request_contract_line_contract_line_id",
                table: "purchase_request",
                column: "contract_line_id",
                principalTable: "contract_line",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_purchase_request_contract_line_contract_line_id",
                table: "purchase_request");

            migrationBuilder.DropIndex(
                name: "ix_purchase_request_contract_line_id",
                table: "purchase_request");

            migrationBuilder.DropCheckConstraint(
                name: "ck_purchase_request_line",
                table: "purchase_request");

            migrationBuilder.DropColumn(
                name: "contract_line_id",
                table: "purchase_request");
        }
    }
}
