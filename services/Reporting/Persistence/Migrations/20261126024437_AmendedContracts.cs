using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Reporting.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AmendedContracts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_contract_told",
                table: "contract");

            migrationBuilder.AddColumn<long>(
                name: "lines_version",
                table: "contract",
                type: "bigint",
                nullable: true);

            // The lines that are there were told by the signature. When that was, and the period, no row says: a rebuild fills them.
            migrationBuilder.Sql("update contract set lines_version = signed_version");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "signed_at",
                table: "contract",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "valid_from",
                table: "contract",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "valid_until",
                table: "contract",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ceiling_step",
                columns: table => new
                {
                    ceiling_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    amount_cents = table.Column<long>(type: "bigint", nullable: false),
                    counted_cents = table.Column<long>(type: "bigint", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    meeting_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ceiling_step", x => new { x.ceiling_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "client_stop",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    product_id = table.Column<string>(type: "text", nullable: true),
                    is_partial = table.Column<bool>(type: "boolean", nullable: false),
                    declarer = table.Column<string>(type: "text", nullable: false),
                    announced_late = table.Column<bool>(type: "boolean", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client_stop", x => x.id);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_contract_told",
                table: "contract",
                sql: "(signed_version is null) = (provider_id is null) and (signed_version is not null or signed_at is null) and (terminated_version is null) = (end_date is null) and (lines_version is not null or valid_from is null) and (valid_from is not null or valid_until is null)");

            migrationBuilder.CreateIndex(
                name: "ix_ceiling_step_occurred_at",
                table: "ceiling_step",
                column: "occurred_at");

            migrationBuilder.CreateIndex(
                name: "ix_client_stop_occurred_at",
                table: "client_stop",
                column: "occurred_at");

            migrationBuilder.CreateIndex(
                name: "ix_client_stop_provider_id_valid_from",
                table: "client_stop",
                columns: new[] { "provider_id", "valid_from" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ceiling_step");

            migrationBuilder.DropTable(
                name: "client_stop");

            migrationBuilder.DropCheckConstraint(
                name: "ck_contract_told",
                table: "contract");

            migrationBuilder.DropColumn(
                name: "lines_version",
                table: "contract");

            migrationBuilder.DropColumn(
                name: "signed_at",
                table: "contract");

            migrationBuilder.DropColumn(
                name: "valid_from",
                table: "contract");

            migrationBuilder.DropColumn(
                name: "valid_until",
                table: "contract");

            migrationBuilder.AddCheckConstraint(
                name: "ck_contract_told",
                table: "contract",
                sql: "(signed_version is null) = (provider_id is null) and (terminated_version is null) = (end_date is null)");
        }
    }
}
