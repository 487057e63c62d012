using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CareClaims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "care_claim",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    provider_agb_code = table.Column<string>(type: "text", nullable: false),
                    number_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    claimed_cents = table.Column<long>(type: "bigint", nullable: false),
                    granted_cents = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_claim", x => x.id);
                    table.CheckConstraint("ck_care_claim_month", "extract(day from month) = 1");
                    table.ForeignKey(
                        name: "fk_care_claim_care_message_id",
                        column: x => x.id,
                        principalTable: "care_message",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "care_claim_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_agb_code = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    reference_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    volume = table.Column<long>(type: "bigint", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    tariff_cents = table.Column<long>(type: "bigint", nullable: true),
                    cents = table.Column<long>(type: "bigint", nullable: false),
                    credits_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: true),
                    product_id = table.Column<string>(type: "text", nullable: true),
                    is_open = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_claim_line", x => x.id);
                    table.CheckConstraint("ck_care_claim_line_contract", "(contract_id is null) = (product_id is null)");
                    table.CheckConstraint("ck_care_claim_line_period", "ends_on >= starts_on and date_trunc('month', starts_on) = date_trunc('month', ends_on)");
                    table.CheckConstraint("ck_care_claim_line_sign", "case when credits_id is null then cents >= 0 and volume >= 0 else cents <= 0 and volume <= 0 and not is_open end");
                    table.ForeignKey(
                        name: "fk_care_claim_line_care_assignment_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "care_assignment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_claim_line_care_claim_claim_id",
                        column: x => x.claim_id,
                        principalTable: "care_claim",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_claim_line_care_claim_line_credits_id",
                        column: x => x.credits_id,
                        principalTable: "care_claim_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_claim_line_contract_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contract",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_care_claim_number_hash",
                table: "care_claim",
                column: "number_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_care_claim_provider_agb_code_municipality_id_month",
                table: "care_claim",
                columns: new[] { "provider_agb_code", "municipality_id", "month" });

            migrationBuilder.CreateIndex(
                name: "ix_care_claim_line_assignment_id",
                table: "care_claim_line",
                column: "assignment_id");

            migrationBuilder.CreateIndex(
                name: "ix_care_claim_line_claim_id",
                table: "care_claim_line",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "ix_care_claim_line_contract_id_product_id_municipality_id_star~",
                table: "care_claim_line",
                columns: new[] { "contract_id", "product_id", "municipality_id", "starts_on" });

            migrationBuilder.CreateIndex(
                name: "ix_care_claim_line_credits_id",
                table: "care_claim_line",
                column: "credits_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_care_claim_line_one_open",
                table: "care_claim_line",
                columns: new[] { "assignment_id", "category", "code", "starts_on", "ends_on" },
                unique: true,
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_care_claim_line_reference_hash",
                table: "care_claim_line",
                column: "reference_hash",
                unique: true);

            // Lines are stored some at a time, before the claim that they add up to; the message is there at the end of the same transaction.
            migrationBuilder.Sql("alter table care_claim_line alter constraint fk_care_claim_line_care_claim_claim_id deferrable initially deferred");
            migrationBuilder.RowsStay("care_claim");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "care_claim_line");

            migrationBuilder.DropTable(
                name: "care_claim");
        }
    }
}
