using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class InspectionGaps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "inspection_gap",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: false),
                    wanted = table.Column<string>(type: "text", nullable: false),
                    plan_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    last_step_on = table.Column<DateOnly>(type: "date", nullable: false),
                    proof_count = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspection_gap", x => x.id);
                    table.CheckConstraint("ck_inspection_gap_days", "plan_due_on > reported_on and last_step_on >= reported_on");
                    table.CheckConstraint("ck_inspection_gap_plan", "case state when 'Open' then due_on is null when 'Accepted' then true else due_on is not null end");
                    table.CheckConstraint("ck_inspection_gap_proof", "proof_count >= 0 and (state <> 'Solved' or proof_count > 0)");
                });

            migrationBuilder.CreateTable(
                name: "gap_judgement",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    gap_id = table.Column<Guid>(type: "uuid", nullable: false),
                    judged_on = table.Column<DateOnly>(type: "date", nullable: false),
                    accepted = table.Column<bool>(type: "boolean", nullable: false),
                    explanation = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gap_judgement", x => new { x.gap_id, x.number });
                    table.CheckConstraint("ck_gap_judgement_number", "number > 0");
                    table.ForeignKey(
                        name: "fk_gap_judgement_inspection_gap_gap_id",
                        column: x => x.gap_id,
                        principalTable: "inspection_gap",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gap_plan",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    gap_id = table.Column<Guid>(type: "uuid", nullable: false),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gap_plan", x => new { x.gap_id, x.number });
                    table.CheckConstraint("ck_gap_plan_due", "number > 0 and due_on >= planned_on");
                    table.ForeignKey(
                        name: "fk_gap_plan_inspection_gap_gap_id",
                        column: x => x.gap_id,
                        principalTable: "inspection_gap",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gap_proof",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    gap_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    document_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gap_proof", x => new { x.gap_id, x.sha256 });
                    table.CheckConstraint("ck_gap_proof_sha256", "sha256 ~ '^[0-9a-f]{64}$'");
                    table.ForeignKey(
                        name: "fk_gap_proof_inspection_gap_gap_id",
                        column: x => x.gap_id,
                        principalTable: "inspection_gap",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_inspection_gap_reported_on_id",
                table: "inspection_gap",
                columns: new[] { "reported_on", "id" });

            foreach (var table in new[] { "gap_plan", "gap_proof", "gap_judgement" })
                migrationBuilder.RowsStay(table);

            migrationBuilder.Sql("""
                insert into term_setting (id, term, value, starts_on, ground, source_title, source_place, recorded_by, recorded_at)
                values ('014aa1b0-2800-7e00-9c0d-5ca1e100001b', 'GapPlanMonths', 3, date '2015-01-01', 'De regio maakt binnen drie maanden een plan dat leidt tot een toereikend hulpaanbod',
                    'Regiorapport Vervolgtoezicht kwetsbare kinderen onvoldoende beschermd, juli 2021', '', '', now());

                create trigger append_only before delete on inspection_gap
                    for each row execute function refuse_change();
                create trigger never_emptied before truncate on inspection_gap
                    for each statement execute function refuse_change();
                create trigger what_was_reported_stays before update on inspection_gap
                    for each row when (row(new.id, new.subject, new.source_title, new.source_place, new.reported_on, new.wanted, new.plan_due_on)
                        is distinct from row(old.id, old.subject, old.source_title, old.source_place, old.reported_on, old.wanted, old.plan_due_on)
                        or new.last_step_on < old.last_step_on or new.proof_count < old.proof_count)
                    execute function refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Rows only stay while the table does: what was set of this term goes with it.
            migrationBuilder.Sql("""
                alter table term_setting disable trigger user;
                delete from term_setting where term = 'GapPlanMonths';
                alter table term_setting enable trigger user;
                """);

            migrationBuilder.DropTable(
                name: "gap_judgement");

            migrationBuilder.DropTable(
                name: "gap_plan");

            migrationBuilder.DropTable(
                name: "gap_proof");

            migrationBuilder.DropTable(
                name: "inspection_gap");
        }
    }
}
