using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RegionMoves : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "continues_id",
                table: "contract_line",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "region_move",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_buyers = table.Column<List<string>>(type: "text[]", nullable: false),
                    to_buyer = table.Column<string>(type: "text", nullable: false),
                    moves_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    executed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancel_reason = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_region_move", x => x.id);
                    table.CheckConstraint("ck_region_move_buyers", "cardinality(from_buyers) between 1 and 5 and to_buyer <> all(from_buyers)");
                    table.CheckConstraint("ck_region_move_cancelled", "(state = 'Cancelled') = (cancel_reason <> '')");
                    table.CheckConstraint("ck_region_move_executed", "(state = 'Executed') = (executed_at is not null)");
                });

            migrationBuilder.CreateTable(
                name: "region_move_date",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    moves_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    move_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_region_move_date", x => x.id);
                    table.ForeignKey(
                        name: "fk_region_move_date_region_move_move_id",
                        column: x => x.move_id,
                        principalTable: "region_move",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "region_move_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    product_id = table.Column<string>(type: "text", nullable: false),
                    lot = table.Column<string>(type: "text", nullable: false),
                    location = table.Column<string>(type: "text", nullable: false),
                    choice = table.Column<string>(type: "text", nullable: false),
                    keep_buyer_id = table.Column<string>(type: "text", nullable: false),
                    tariff_cents = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    move_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_region_move_decision", x => x.id);
                    table.CheckConstraint("ck_region_move_decision", "(choice = 'ByMunicipality') = (keep_buyer_id = '') and (choice = 'AgreedTariff') = (tariff_cents is not null) and reason <> ''");
                    table.ForeignKey(
                        name: "fk_region_move_decision_provider_provider_id",
                        column: x => x.provider_id,
                        principalTable: "provider",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_region_move_decision_region_move_move_id",
                        column: x => x.move_id,
                        principalTable: "region_move",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "region_move_outcome",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    move_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    effect = table.Column<string>(type: "text", nullable: false),
                    successor_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_region_move_outcome", x => x.id);
                    table.ForeignKey(
                        name: "fk_region_move_outcome_contract_line_line_id",
                        column: x => x.line_id,
                        principalTable: "contract_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_region_move_outcome_contract_line_successor_id",
                        column: x => x.successor_id,
                        principalTable: "contract_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_region_move_outcome_region_move_move_id",
                        column: x => x.move_id,
                        principalTable: "region_move",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contract_line_continues_id",
                table: "contract_line",
                column: "continues_id");

            migrationBuilder.CreateIndex(
                name: "ix_region_move_date_move_id_number",
                table: "region_move_date",
                columns: new[] { "move_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_region_move_decision_move_id_number",
                table: "region_move_decision",
                columns: new[] { "move_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_region_move_decision_provider_id",
                table: "region_move_decision",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_region_move_outcome_line_id",
                table: "region_move_outcome",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_region_move_outcome_move_id_line_id_successor_id",
                table: "region_move_outcome",
                columns: new[] { "move_id", "line_id", "successor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_region_move_outcome_successor_id",
                table: "region_move_outcome",
                column: "successor_id");

            migrationBuilder.AddForeignKey(
                name: "fk_contract_line_contract_line_continues_id",
                table: "contract_line",
                column: "continues_id",
                principalTable: "contract_line",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.RowsStay("region_move_decision");
            migrationBuilder.RowsStay("region_move_date");
            migrationBuilder.RowsStay("region_move_outcome");

            migrationBuilder.Sql("""
                -- A region that went over into an organisation buys nothing from that day on, whoever writes. Looked at when the
                -- transaction ends, and with the plans of the region held: a move that is being carried out is waited for.
                create function refuse_moved_buyer() returns trigger language plpgsql as $$
                begin
                    perform 1 from region_move m where new.buyer_id = any(m.from_buyers) for share;
                    if exists (
                        select from contract_line l
                        join region_move m on l.buyer_id = any(m.from_buyers) and m.state = 'Executed' and l.active && daterange(m.moves_on, null)
                        where l.id = new.id)
                    then
                        raise exception using errcode = 'check_violation', table = 'contract_line', constraint = 'ck_contract_line_buyer_moved',
                            message = 'The region of the line went over into another organisation.';
                    end if;
                    return null;
                end $$;
                create constraint trigger contract_line_buyer_moved after insert or update of active on contract_line
                    deferrable initially deferred for each row when (new.active is not null) execute function refuse_moved_buyer();

                create view running_clock_of_region_move as
                    select 'RegionMove' as kind, id as subject_id, array_to_string(from_buyers, ', ') || ' → ' || to_buyer as subject, null::uuid as provider_id,
                           null::text as municipality_id, moves_on - 1 as due_on, dutch_day(created_at) as since, null::date as until, 'contract-manager' as owner
                    from region_move where state = 'Planned';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop view running_clock_of_region_move;
                drop trigger contract_line_buyer_moved on contract_line;
                drop function refuse_moved_buyer;
                """);

            migrationBuilder.DropForeignKey(
                name: "fk_contract_line_contract_line_continues_id",
                table: "contract_line");

            migrationBuilder.DropTable(
                name: "region_move_date");

            migrationBuilder.DropTable(
                name: "region_move_decision");

            migrationBuilder.DropTable(
                name: "region_move_outcome");

            migrationBuilder.DropTable(
                name: "region_move");

            migrationBuilder.DropIndex(
                name: "ix_contract_line_continues_id",
                table: "contract_line");

            migrationBuilder.DropColumn(
                name: "continues_id",
                table: "contract_line");
        }
    }
}
