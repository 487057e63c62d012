using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Reporting.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "report_edition",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    municipality_ids = table.Column<string[]>(type: "text[]", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    done_count = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    drafted_by = table.Column<string>(type: "text", nullable: false),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    checked_by = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_edition", x => x.id);
                    table.CheckConstraint("ck_report_edition_checked", "(state in ('Checked', 'Published')) = (checked_at is not null) and checked_by <> drafted_by");
                    table.CheckConstraint("ck_report_edition_done", "done_count between 0 and cardinality(municipality_ids) and (state = 'Drafting') = (done_count < cardinality(municipality_ids))");
                    table.CheckConstraint("ck_report_edition_published", "(state = 'Published') = (published_at is not null)");
                });

            migrationBuilder.CreateTable(
                name: "council_report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    html_hash = table.Column<string>(type: "text", nullable: false),
                    pdf_hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_report", x => x.id);
                    table.CheckConstraint("ck_council_report_hashes", "content_hash ~ '^[0-9a-f]{64}$' and html_hash ~ '^[0-9a-f]{64}$' and pdf_hash ~ '^[0-9a-f]{64}$'");
                    table.ForeignKey(
                        name: "fk_council_report_report_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "report_edition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_figure",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    area_id = table.Column<string>(type: "text", nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    breakdown = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_figure", x => new { x.report_id, x.indicator, x.area_id, x.period, x.breakdown });
                    table.ForeignKey(
                        name: "fk_report_figure_council_report_report_id",
                        column: x => x.report_id,
                        principalTable: "council_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_report_figure_observation_indicator_area_id_period_breakdow~",
                        columns: x => new { x.indicator, x.area_id, x.period, x.breakdown, x.version },
                        principalTable: "observation",
                        principalColumns: new[] { "indicator", "area_id", "period", "breakdown", "version" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_council_report_edition_id_municipality_id",
                table: "council_report",
                columns: new[] { "edition_id", "municipality_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_report_edition_state_drafted_at",
                table: "report_edition",
                columns: new[] { "state", "drafted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_report_figure_indicator_area_id_period_breakdown_version",
                table: "report_figure",
                columns: new[] { "indicator", "area_id", "period", "breakdown", "version" });

            migrationBuilder.Sql(
                """
                -- What a report says, and what an edition is once it is published, stays as it was, whoever is connected.
                create function refuse_change() returns trigger language plpgsql as $$
                begin
                    raise exception '% only grows', tg_table_name using errcode = 'restrict_violation';
                end $$;
                create trigger append_only before update or delete or truncate on council_report
                    for each statement execute function refuse_change();
                create trigger append_only before update or delete or truncate on report_figure
                    for each statement execute function refuse_change();
                create function refuse_published_change() returns trigger language plpgsql as $$
                begin
                    raise exception 'edition % is published', old.id using errcode = 'restrict_violation';
                end $$;
                create trigger published_stays before update or delete on report_edition
                    for each row when (old.state = 'Published') execute function refuse_published_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "report_figure");

            migrationBuilder.DropTable(
                name: "council_report");

            migrationBuilder.DropTable(
                name: "report_edition");

            migrationBuilder.Sql("drop function refuse_change; drop function refuse_published_change;");
        }
    }
}
