using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Reporting.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ContractsAndCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "contract",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: true),
                    provider_name = table.Column<string>(type: "text", nullable: false),
                    signed_version = table.Column<long>(type: "bigint", nullable: true),
                    terminated_version = table.Column<long>(type: "bigint", nullable: true),
                    end_date = table.Column<DateOnly>(type: "date", nullable: true),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract", x => x.id);
                    table.CheckConstraint("ck_contract_told", "(signed_version is null) = (provider_id is null) and (terminated_version is null) = (end_date is null)");
                });

            migrationBuilder.CreateTable(
                name: "expert_case",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expert_case", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "expert_case_step",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expert_case_step", x => new { x.case_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "contract_line",
                columns: table => new
                {
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    product_id = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    buyer_id = table.Column<string>(type: "text", nullable: false),
                    tariff_cents = table.Column<long>(type: "bigint", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    scale_exception = table.Column<string>(type: "text", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_line", x => new { x.contract_id, x.line_id });
                    table.ForeignKey(
                        name: "fk_contract_line_contract_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contract",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contract_occurred_at",
                table: "contract",
                column: "occurred_at");

            migrationBuilder.CreateIndex(
                name: "ix_contract_line_buyer_id_valid_from",
                table: "contract_line",
                columns: new[] { "buyer_id", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "ix_expert_case_municipality_id_state",
                table: "expert_case",
                columns: new[] { "municipality_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_expert_case_occurred_at",
                table: "expert_case",
                column: "occurred_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contract_line");

            migrationBuilder.DropTable(
                name: "expert_case");

            migrationBuilder.DropTable(
                name: "expert_case_step");

            migrationBuilder.DropTable(
                name: "contract");
        }
    }
}
