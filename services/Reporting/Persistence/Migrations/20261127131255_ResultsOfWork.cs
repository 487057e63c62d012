using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Reporting.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ResultsOfWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "agreement_id",
                table: "work_item",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "contract_id",
                table: "work_item",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "contract_line_id",
                table: "work_item",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "indicator_code",
                table: "work_item",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "obligation_number",
                table: "work_item",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "remark_number",
                table: "work_item",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "round_id",
                table: "work_item",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "view_number",
                table: "work_item",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "ix_work_item_round_id",
                table: "work_item",
                column: "round_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_work_item_round_id",
                table: "work_item");

            migrationBuilder.DropColumn(
                name: "agreement_id",
                table: "work_item");

            migrationBuilder.DropColumn(
                name: "contract_id",
                table: "work_item");

            migrationBuilder.DropColumn(
                name: "contract_line_id",
                table: "work_item");

            migrationBuilder.DropColumn(
                name: "indicator_code",
                table: "work_item");

            migrationBuilder.DropColumn(
                name: "obligation_number",
                table: "work_item");

            migrationBuilder.DropColumn(
                name: "remark_number",
                table: "work_item");

            migrationBuilder.DropColumn(
                name: "round_id",
                table: "work_item");

            migrationBuilder.DropColumn(
                name: "view_number",
                table: "work_item");
        }
    }
}
