using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Procedures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "procedure_id",
                table: "contract",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "procedure",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    buyer_id = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    standstill_days = table.Column<int>(type: "integer", nullable: false),
                    lead_region = table.Column<string>(type: "text", nullable: false),
                    cost_share_basis_points = table.Column<int>(type: "integer", nullable: false),
                    report_back_days = table.Column<int>(type: "integer", nullable: false),
                    mandated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reported_back_on = table.Column<DateOnly>(type: "date", nullable: true),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    questions_until = table.Column<DateOnly>(type: "date", nullable: true),
                    bids_until = table.Column<DateOnly>(type: "date", nullable: true),
                    intended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    standstill_until = table.Column<DateOnly>(type: "date", nullable: true),
                    awarded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedure", x => x.id);
                    table.CheckConstraint("ck_procedure_shared", "(kind = 'ThreeNorth') = (lead_region <> '') and cost_share_basis_points between 0 and 10000");
                    table.CheckConstraint("ck_procedure_standstill", "state not in ('Awarded', 'Concluded') or standstill_until is null or awarded_on > standstill_until");
                    table.CheckConstraint("ck_procedure_steps", "(kind not in ('MarketConsultation', 'OpenHouse') or intended_on is null) and (kind <> 'MarketConsultation' or awarded_on is null)");
                });

            migrationBuilder.CreateTable(
                name: "bid",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_number = table.Column<string>(type: "text", nullable: false),
                    tariff_cents = table.Column<long>(type: "bigint", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    motivation = table.Column<string>(type: "text", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: false),
                    wins = table.Column<bool>(type: "boolean", nullable: false),
                    procedure_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bid", x => x.id);
                    table.CheckConstraint("ck_bid_score", "score between 0 and 10000 and tariff_cents > 0");
                    table.CheckConstraint("ck_bid_wins", "not wins or state = 'Assessed'");
                    table.ForeignKey(
                        name: "fk_bid_procedure_procedure_id",
                        column: x => x.procedure_id,
                        principalTable: "procedure",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_bid_provider_provider_id",
                        column: x => x.provider_id,
                        principalTable: "provider",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "procedure_criterion",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    procedure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    weight = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedure_criterion", x => new { x.procedure_id, x.name });
                    table.CheckConstraint("ck_procedure_criterion", "weight between 1 and 100");
                    table.ForeignKey(
                        name: "fk_procedure_criterion_procedure_procedure_id",
                        column: x => x.procedure_id,
                        principalTable: "procedure",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "procedure_lot",
                columns: table => new
                {
                    number = table.Column<string>(type: "text", nullable: false),
                    procedure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    product_id = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    most_winners = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedure_lot", x => new { x.procedure_id, x.number });
                    table.CheckConstraint("ck_procedure_lot", "most_winners > 0");
                    table.ForeignKey(
                        name: "fk_procedure_lot_procedure_procedure_id",
                        column: x => x.procedure_id,
                        principalTable: "procedure",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_procedure_lot_product_product_id",
                        column: x => x.product_id,
                        principalTable: "product",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "procedure_question",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    procedure_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedure_question", x => x.id);
                    table.ForeignKey(
                        name: "fk_procedure_question_procedure_procedure_id",
                        column: x => x.procedure_id,
                        principalTable: "procedure",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bid_score",
                columns: table => new
                {
                    criterion = table.Column<string>(type: "text", nullable: false),
                    bid_id = table.Column<Guid>(type: "uuid", nullable: false),
                    points = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bid_score", x => new { x.bid_id, x.criterion });
                    table.CheckConstraint("ck_bid_score_points", "points between 0 and 100");
                    table.ForeignKey(
                        name: "fk_bid_score_bid_bid_id",
                        column: x => x.bid_id,
                        principalTable: "bid",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contract_procedure_id_provider_id",
                table: "contract",
                columns: new[] { "procedure_id", "provider_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bid_procedure_id_lot_number_provider_id",
                table: "bid",
                columns: new[] { "procedure_id", "lot_number", "provider_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bid_provider_id",
                table: "bid",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_procedure_state_id",
                table: "procedure",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_procedure_lot_product_id",
                table: "procedure_lot",
                column: "product_id");

            migrationBuilder.CreateIndex(
                name: "ix_procedure_question_procedure_id",
                table: "procedure_question",
                column: "procedure_id");

            migrationBuilder.AddForeignKey(
                name: "fk_contract_procedure_procedure_id",
                table: "contract",
                column: "procedure_id",
                principalTable: "procedure",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql("""
                alter table bid add constraint fk_bid_procedure_lot foreign key (procedure_id, lot_number) references procedure_lot (procedure_id, number);

                -- Youth care is not awarded on price alone, whoever writes it. Looked at when the transaction ends, since criteria
                -- are written one by one.
                create function refuse_price_alone() returns trigger language plpgsql as $$
                declare
                    judged uuid := case when tg_op = 'DELETE' then old.procedure_id else new.procedure_id end;
                begin
                    if exists (select from procedure_criterion c where c.procedure_id = judged)
                        and not exists (select from procedure_criterion c where c.procedure_id = judged and c.kind = 'Quality') then
                        raise exception using errcode = 'check_violation', table = 'procedure_criterion', constraint = 'ck_procedure_price_alone',
                            message = 'Youth care is not awarded on price alone.';
                    end if;
                    return null;
                end $$;
                create constraint trigger procedure_not_on_price_alone after insert or update or delete on procedure_criterion
                    deferrable initially deferred for each row execute function refuse_price_alone();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop trigger procedure_not_on_price_alone on procedure_criterion; drop function refuse_price_alone;");

            migrationBuilder.DropForeignKey(
                name: "fk_contract_procedure_procedure_id",
                table: "contract");

            migrationBuilder.DropTable(
                name: "bid_score");

            migrationBuilder.DropTable(
                name: "bid");

            migrationBuilder.DropTable(
                name: "procedure_criterion");

            migrationBuilder.DropTable(
                name: "procedure_lot");

            migrationBuilder.DropTable(
                name: "procedure_question");

            migrationBuilder.DropTable(
                name: "procedure");

            migrationBuilder.DropIndex(
                name: "ix_contract_procedure_id_provider_id",
                table: "contract");

            migrationBuilder.DropColumn(
                name: "procedure_id",
                table: "contract");
        }
    }
}
