using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class InnovationsAndStaleSupply : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "innovation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    need = table.Column<string>(type: "text", nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    stage_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    procurement_viewed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    procurement_view = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_innovation", x => x.id);
                    table.CheckConstraint("ck_innovation_due", "(stage in ('Idea', 'Pilot')) = (due_on is not null) and stage_on >= proposed_on");
                    table.CheckConstraint("ck_innovation_text", "title <> '' and need <> ''");
                    table.CheckConstraint("ck_innovation_view", "(procurement_viewed_on is null) = (procurement_view = '') and procurement_viewed_on >= proposed_on");
                    table.CheckConstraint("ck_innovation_view_first", "stage not in ('Pilot', 'Bought') or procurement_viewed_on is not null");
                });

            migrationBuilder.CreateTable(
                name: "stale_report",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stale_on = table.Column<DateOnly>(type: "date", nullable: false),
                    noticed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stale_report", x => x.report_id);
                    table.ForeignKey(
                        name: "fk_stale_report_supply_report_report_id",
                        column: x => x.report_id,
                        principalTable: "supply_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "innovation_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    innovation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_innovation_decision", x => x.id);
                    table.CheckConstraint("ck_innovation_decision", "number > 0 and stage <> 'Idea' and reason <> '' and (stage = 'Pilot') = (due_on is not null) and (stage <> 'Bought' or result <> '')");
                    table.ForeignKey(
                        name: "fk_innovation_decision_innovation_innovation_id",
                        column: x => x.innovation_id,
                        principalTable: "innovation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_innovation_owner_id_id",
                table: "innovation",
                columns: new[] { "owner_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_innovation_decision_innovation_id_number",
                table: "innovation_decision",
                columns: new[] { "innovation_id", "number" },
                unique: true);

            migrationBuilder.RowsStay("innovation_decision");
            migrationBuilder.RowsStay("stale_report");

            migrationBuilder.Sql("""
                create view running_clock_of_innovation as
                    select 'InnovationDecision' as kind, id as subject_id, owner_id || ': ' || title as subject, null::uuid as provider_id,
                           case when owner_id ~ '^GM[0-9]{4}$' then owner_id end as municipality_id, due_on, stage_on as since, null::date as until, 'regiomanager' as owner
                    from innovation where stage in ('Idea', 'Pilot');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop view running_clock_of_innovation;");

            migrationBuilder.DropTable(
                name: "innovation_decision");

            migrationBuilder.DropTable(
                name: "stale_report");

            migrationBuilder.DropTable(
                name: "innovation");
        }
    }
}
