using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ResultsOfWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "result_agreement_id",
                table: "work_item",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "result_contract_id",
                table: "work_item",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "result_contract_line_id",
                table: "work_item",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "result_indicator_code",
                table: "work_item",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "result_obligation_number",
                table: "work_item",
                type: "integer",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_work_item_result",
                table: "work_item",
                sql: "(result_contract_id is null) = (result_contract_line_id is null) and (result_agreement_id is null) = (result_obligation_number is null) and num_nonnulls(result_contract_id, result_agreement_id) <= 1");

            // An obligation that an item led to is there; lines of contracts and indicators are of other services.
            migrationBuilder.Sql("""
                alter table work_item add constraint fk_work_item_obligation
                    foreign key (result_agreement_id, result_obligation_number) references agreement_obligation (agreement_id, number);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("alter table work_item drop constraint fk_work_item_obligation;");

            migrationBuilder.DropCheckConstraint(
                name: "ck_work_item_result",
                table: "work_item");

            migrationBuilder.DropColumn(
                name: "result_agreement_id",
                table: "work_item");

            migrationBuilder.DropColumn(
                name: "result_contract_id",
                table: "work_item");

            migrationBuilder.DropColumn(
                name: "result_contract_line_id",
                table: "work_item");

            migrationBuilder.DropColumn(
                name: "result_indicator_code",
                table: "work_item");

            migrationBuilder.DropColumn(
                name: "result_obligation_number",
                table: "work_item");
        }
    }
}
