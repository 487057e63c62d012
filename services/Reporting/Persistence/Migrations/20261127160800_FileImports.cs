using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Reporting.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FileImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "file_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    header = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    received_bytes = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    report = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_by = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_import", x => x.id);
                    table.CheckConstraint("ck_file_import_done", "(state = 'Done') = (report <> '')");
                    table.CheckConstraint("ck_file_import_ended", "(state in ('Done', 'Failed')) = (ended_at is not null)");
                    table.CheckConstraint("ck_file_import_failed", "(state = 'Failed') = (reason <> '')");
                    table.CheckConstraint("ck_file_import_hash", "content_hash ~ '^[0-9a-f]{64}$'");
                    table.CheckConstraint("ck_file_import_received", "size > 0 and received_bytes between 0 and size");
                    table.CheckConstraint("ck_file_import_whole", "state = 'Failed' or (state = 'Receiving') = (received_bytes < size)");
                });

            migrationBuilder.CreateTable(
                name: "file_import_piece",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    offset = table.Column<long>(type: "bigint", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_import_piece", x => new { x.import_id, x.offset });
                    table.CheckConstraint("ck_file_import_piece_bytes", "\"offset\" >= 0 and length(body) > 0");
                    table.ForeignKey(
                        name: "fk_file_import_piece_file_import_import_id",
                        column: x => x.import_id,
                        principalTable: "file_import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "file_import_progress",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    row_count = table.Column<long>(type: "bigint", nullable: false),
                    refused_count = table.Column<long>(type: "bigint", nullable: false),
                    storing = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_import_progress", x => x.import_id);
                    table.CheckConstraint("ck_file_import_progress_counts", "attempts > 0 and row_count >= 0 and refused_count >= 0");
                    table.ForeignKey(
                        name: "fk_file_import_progress_file_import_import_id",
                        column: x => x.import_id,
                        principalTable: "file_import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_file_import_started_at_id",
                table: "file_import",
                columns: new[] { "started_at", "id" },
                filter: "state in ('Receiving', 'Loading')");

            // Pieces are kept for as long as it takes to read them in: to press and unpress them takes more than to write them.
            migrationBuilder.Sql("alter table file_import_piece alter column body set storage external;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "file_import_piece");

            migrationBuilder.DropTable(
                name: "file_import_progress");

            migrationBuilder.DropTable(
                name: "file_import");
        }
    }
}
