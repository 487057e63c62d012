using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Reporting.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class StoredReportFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "set_aside_count",
                table: "report_edition",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "council_report_file",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_report_file", x => new { x.report_id, x.kind });
                    table.CheckConstraint("ck_council_report_file_hash", "hash = encode(sha256(bytes), 'hex')");
                    table.ForeignKey(
                        name: "fk_council_report_file_council_report_report_id",
                        column: x => x.report_id,
                        principalTable: "council_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "set_aside_report",
                columns: table => new
                {
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    set_aside_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_set_aside_report", x => new { x.edition_id, x.municipality_id });
                    table.ForeignKey(
                        name: "fk_set_aside_report_report_edition_edition_id",
                        column: x => x.edition_id,
                        principalTable: "report_edition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_report_edition_set_aside",
                table: "report_edition",
                sql: "set_aside_count between 0 and done_count");

            migrationBuilder.AddCheckConstraint(
                name: "ck_council_report_content",
                table: "council_report",
                sql: "content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')");

            migrationBuilder.Sql(
                """
                create trigger append_only before update or delete or truncate on council_report_file
                    for each statement execute function refuse_change();
                create trigger append_only before update or delete or truncate on set_aside_report
                    for each statement execute function refuse_change();
                -- A report is published as the files that were made with it, so none may be without them.
                create function require_report_files() returns trigger language plpgsql as $$
                begin
                    if (select count(*) from council_report_file where report_id = new.id) < 3 then
                        raise exception 'report % has not all its files', new.id using errcode = 'check_violation';
                    end if;
                    return null;
                end $$;
                create constraint trigger has_files after insert on council_report
                    deferrable initially deferred for each row execute function require_report_files();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop trigger has_files on council_report; drop function require_report_files();");

            migrationBuilder.DropTable(
                name: "council_report_file");

            migrationBuilder.DropTable(
                name: "set_aside_report");

            migrationBuilder.DropCheckConstraint(
                name: "ck_report_edition_set_aside",
                table: "report_edition");

            migrationBuilder.DropCheckConstraint(
                name: "ck_council_report_content",
                table: "council_report");

            migrationBuilder.DropColumn(
                name: "set_aside_count",
                table: "report_edition");
        }
    }
}
