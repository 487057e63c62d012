using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class SpendingCeilings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ceiling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    always_paid_clause = table.Column<string>(type: "text", nullable: false),
                    view_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    amount_cents = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    counted_cents = table.Column<long>(type: "bigint", nullable: false),
                    always_paid_cents = table.Column<long>(type: "bigint", nullable: false),
                    view = table.Column<string>(type: "text", nullable: false),
                    warned_on = table.Column<DateOnly>(type: "date", nullable: true),
                    warned_cents = table.Column<long>(type: "bigint", nullable: true),
                    warned_amount_cents = table.Column<long>(type: "bigint", nullable: true),
                    meeting_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    met_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    meeting_days = table.Column<int>(type: "integer", nullable: false),
                    view_days = table.Column<int>(type: "integer", nullable: false),
                    warning_percent = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ceiling", x => x.id);
                    table.CheckConstraint("ck_ceiling_amount", "amount_cents > 0");
                    table.CheckConstraint("ck_ceiling_clocks", "warning_percent between 1 and 100 and view_days > 0 and meeting_days > 0");
                    table.CheckConstraint("ck_ceiling_warning", "num_nulls(warned_on, warned_cents, warned_amount_cents, meeting_due_on) in (0, 4)");
                    table.ForeignKey(
                        name: "fk_ceiling_contract_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contract",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ceiling_provider_provider_id",
                        column: x => x.provider_id,
                        principalTable: "provider",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "client_stop",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    product_id = table.Column<string>(type: "text", nullable: true),
                    location = table.Column<string>(type: "text", nullable: false),
                    declarer = table.Column<string>(type: "text", nullable: false),
                    announced_on = table.Column<DateOnly>(type: "date", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    notice_days = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client_stop", x => x.id);
                    table.ForeignKey(
                        name: "fk_client_stop_product_product_id",
                        column: x => x.product_id,
                        principalTable: "product",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_client_stop_provider_provider_id",
                        column: x => x.provider_id,
                        principalTable: "provider",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spend",
                columns: table => new
                {
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    product_id = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    always_paid = table.Column<bool>(type: "boolean", nullable: false),
                    cents = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spend", x => new { x.contract_id, x.product_id, x.municipality_id, x.month, x.always_paid });
                    table.CheckConstraint("ck_spend_month", "extract(day from month) = 1");
                    table.ForeignKey(
                        name: "fk_spend_contract_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contract",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_spend_product_product_id",
                        column: x => x.product_id,
                        principalTable: "product",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ceiling_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount_cents = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ceiling_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ceiling_decision", x => x.id);
                    table.CheckConstraint("ck_ceiling_decision", "amount_cents > 0 and reason <> ''");
                    table.ForeignKey(
                        name: "fk_ceiling_decision_ceiling_ceiling_id",
                        column: x => x.ceiling_id,
                        principalTable: "ceiling",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ceiling_contract_id_id",
                table: "ceiling",
                columns: new[] { "contract_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ceiling_provider_id",
                table: "ceiling",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_ceiling_state_id",
                table: "ceiling",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ceiling_decision_ceiling_id",
                table: "ceiling_decision",
                column: "ceiling_id");

            migrationBuilder.CreateIndex(
                name: "ix_client_stop_product_id",
                table: "client_stop",
                column: "product_id");

            migrationBuilder.CreateIndex(
                name: "ix_client_stop_provider_id",
                table: "client_stop",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_spend_product_id",
                table: "spend",
                column: "product_id");

            migrationBuilder.Sql("""
                alter table ceiling add constraint ck_ceiling_validity check (not isempty(validity) and not upper_inf(validity));
                alter table client_stop add constraint ck_client_stop_validity check (not isempty(validity));
                -- A contract has at most one ceiling on a day, whoever writes it; one that is closed makes room.
                alter table ceiling add constraint ex_ceiling_one_per_day
                    exclude using gist (contract_id with =, validity with &&) where (state <> 'Closed');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ceiling_decision");

            migrationBuilder.DropTable(
                name: "client_stop");

            migrationBuilder.DropTable(
                name: "spend");

            migrationBuilder.DropTable(
                name: "ceiling");
        }
    }
}
