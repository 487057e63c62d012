using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CommonThreads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "thread_analysis",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    established_by = table.Column<string>(type: "text", nullable: true),
                    established_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    check_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_thread_analysis", x => x.id);
                    table.CheckConstraint("ck_thread_analysis_checked", "(checked_on is null) = (state in ('Draft', 'Established')) and (checked_on is null or checked_on >= decided_on)");
                    table.CheckConstraint("ck_thread_analysis_established", "num_nulls(decided_on, decided_by, established_by, established_at, check_due_on) = case state when 'Draft' then 5 else 0 end and check_due_on > decided_on");
                    table.CheckConstraint("ck_thread_analysis_half_year", "extract(day from starts_on) = 1 and extract(month from starts_on) in (1, 7)");
                    table.CheckConstraint("ck_thread_analysis_half_year_over", "decided_on >= starts_on + interval '6 months'");
                });

            migrationBuilder.CreateTable(
                name: "thread_check",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    analysis_id = table.Column<Guid>(type: "uuid", nullable: false),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    explanation = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_thread_check", x => new { x.analysis_id, x.number });
                    table.ForeignKey(
                        name: "fk_thread_check_thread_analysis_analysis_id",
                        column: x => x.analysis_id,
                        principalTable: "thread_analysis",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "thread_draft",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    analysis_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    outcomes = table.Column<int>(type: "integer", nullable: false),
                    consultations = table.Column<int>(type: "integer", nullable: false),
                    drawn_by = table.Column<string>(type: "text", nullable: false),
                    drawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_thread_draft", x => new { x.analysis_id, x.number });
                    table.CheckConstraint("ck_thread_draft_counts", "number > 0 and outcomes >= 0 and consultations >= 0");
                    table.ForeignKey(
                        name: "fk_thread_draft_thread_analysis_analysis_id",
                        column: x => x.analysis_id,
                        principalTable: "thread_analysis",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "thread_measure",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    analysis_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_thread_measure", x => new { x.analysis_id, x.number });
                    table.ForeignKey(
                        name: "fk_thread_measure_thread_analysis_analysis_id",
                        column: x => x.analysis_id,
                        principalTable: "thread_analysis",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "thread_count",
                columns: table => new
                {
                    bottleneck = table.Column<string>(type: "text", nullable: false),
                    analysis_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    outcomes = table.Column<int>(type: "integer", nullable: false),
                    consultations = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_thread_count", x => new { x.analysis_id, x.number, x.bottleneck });
                    table.CheckConstraint("ck_thread_count_counts", "outcomes >= 0 and consultations >= 0");
                    table.ForeignKey(
                        name: "fk_thread_count_thread_draft_analysis_id_number",
                        columns: x => new { x.analysis_id, x.number },
                        principalTable: "thread_draft",
                        principalColumns: new[] { "analysis_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_thread_analysis_check_due_on",
                table: "thread_analysis",
                column: "check_due_on",
                filter: "checked_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_thread_analysis_starts_on",
                table: "thread_analysis",
                column: "starts_on",
                unique: true);

            foreach (var table in new[] { "thread_draft", "thread_count", "thread_measure", "thread_check" })
                migrationBuilder.RowsStay(table);

            migrationBuilder.Sql("""
                insert into term_setting (id, term, value, starts_on, ground, source_title, source_place, recorded_by, recorded_at)
                values ('014aa1b0-2800-7e00-9c0d-5ca1e100001a', 'ThreadCheckMonths', 12, date '2015-01-01', 'Een besluit bij de rode draden wordt na een jaar nagekeken', 'Ontwerpkeuze van Regio', '', '', now());

                create trigger append_only before delete on thread_analysis
                    for each row execute function refuse_change();
                create trigger never_emptied before truncate on thread_analysis
                    for each statement execute function refuse_change();
                create trigger what_is_established_stays before update on thread_analysis
                    for each row when (old.state <> 'Draft'
                        and to_jsonb(new) - 'state' - 'checked_on' - 'version' <> to_jsonb(old) - 'state' - 'checked_on' - 'version' or new.state = 'Draft' and old.state <> 'Draft')
                    execute function refuse_change();

                create function refuse_draft_of_final() returns trigger language plpgsql as $$
                begin
                    if exists (select 1 from thread_analysis where id = new.analysis_id and state <> 'Draft') then
                        raise exception 'What is established has no further drafts.' using errcode = 'restrict_violation', table = tg_table_name;
                    end if;
                    return new;
                end $$;
                create trigger only_before_it_is_final before insert on thread_draft
                    for each row execute function refuse_draft_of_final();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Rows only stay while the table does: what was set of this term goes with it.
            migrationBuilder.Sql("""
                alter table term_setting disable trigger user;
                delete from term_setting where term = 'ThreadCheckMonths';
                alter table term_setting enable trigger user;
                """);

            migrationBuilder.DropTable(
                name: "thread_check");

            migrationBuilder.DropTable(
                name: "thread_count");

            migrationBuilder.DropTable(
                name: "thread_measure");

            migrationBuilder.DropTable(
                name: "thread_draft");

            migrationBuilder.DropTable(
                name: "thread_analysis");

            migrationBuilder.Sql("drop function refuse_draft_of_final()");
        }
    }
}
