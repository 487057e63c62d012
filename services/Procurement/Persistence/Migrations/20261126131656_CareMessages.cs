using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CareMessages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "care_answer_number");

            migrationBuilder.CreateTable(
                name: "care_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    stored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_file", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "care_file_piece",
                columns: table => new
                {
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    key_id = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_file_piece", x => new { x.file_id, x.number });
                    table.CheckConstraint("ck_care_file_piece_sealed", "key_id <> '' and number >= 0");
                    table.ForeignKey(
                        name: "fk_care_file_piece_care_file_file_id",
                        column: x => x.file_id,
                        principalTable: "care_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "care_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    deliverer = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: true),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    provider_agb_code = table.Column<string>(type: "text", nullable: false),
                    number_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    key_id = table.Column<string>(type: "text", nullable: false),
                    sealed_number = table.Column<byte[]>(type: "bytea", nullable: true),
                    message_date = table.Column<DateOnly>(type: "date", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    size_bytes = table.Column<long>(type: "bigint", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    finding_count = table.Column<int>(type: "integer", nullable: false),
                    answer_file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer_kind = table.Column<int>(type: "integer", nullable: true),
                    answer_due_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_message", x => x.id);
                    table.CheckConstraint("ck_care_message_answer", "(answer_file_id is null) = (answer_kind is null) and (answer_kind is null or outcome = 'Refused') and (answer_due_on is null or outcome = 'Taken')");
                    table.CheckConstraint("ck_care_message_findings", "finding_count >= 0 and (finding_count > 0 or outcome = 'Taken')");
                    table.CheckConstraint("ck_care_message_kind", "kind is not null or outcome = 'Unreadable'");
                    table.CheckConstraint("ck_care_message_number", "(sealed_number is null) = (key_id = '') and (number_hash is not null or outcome = 'Unreadable')");
                    table.CheckConstraint("ck_care_message_parties", "(municipality_id = '') = (provider_agb_code = '') and (municipality_id <> '' or outcome = 'Unreadable')");
                    table.ForeignKey(
                        name: "fk_care_message_care_file_answer_file_id",
                        column: x => x.answer_file_id,
                        principalTable: "care_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_message_care_file_id",
                        column: x => x.id,
                        principalTable: "care_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "care_finding",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    is_error = table.Column<bool>(type: "boolean", nullable: false),
                    return_code = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    column = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_finding", x => new { x.message_id, x.number });
                    table.CheckConstraint("ck_care_finding_level", "level between 1 and 4 and number > 0");
                    table.ForeignKey(
                        name: "fk_care_finding_care_message_message_id",
                        column: x => x.message_id,
                        principalTable: "care_message",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_care_message_answer_file_id",
                table: "care_message",
                column: "answer_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_care_message_file_hash_deliverer",
                table: "care_message",
                columns: new[] { "file_hash", "deliverer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_care_message_municipality_id_id",
                table: "care_message",
                columns: new[] { "municipality_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_care_message_number_hash",
                table: "care_message",
                column: "number_hash",
                unique: true,
                filter: "outcome = 'Taken'");

            migrationBuilder.CreateIndex(
                name: "ix_care_message_provider_agb_code_id",
                table: "care_message",
                columns: new[] { "provider_agb_code", "id" });

            migrationBuilder.RowsStay("care_message");
            migrationBuilder.RowsStay("care_finding");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "care_file_piece");

            migrationBuilder.DropTable(
                name: "care_finding");

            migrationBuilder.DropTable(
                name: "care_message");

            migrationBuilder.DropTable(
                name: "care_file");

            migrationBuilder.DropSequence(
                name: "care_answer_number");
        }
    }
}
