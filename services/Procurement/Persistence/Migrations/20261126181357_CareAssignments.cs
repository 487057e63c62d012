using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CareAssignments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_care_message_answer",
                table: "care_message");

            migrationBuilder.CreateTable(
                name: "care_client",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_client", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "care_assignment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    provider_agb_code = table.Column<string>(type: "text", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    start_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    stop_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    budget_cents = table.Column<long>(type: "bigint", nullable: true),
                    category = table.Column<string>(type: "text", nullable: true),
                    change_reason = table.Column<string>(type: "text", nullable: true),
                    code = table.Column<string>(type: "text", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    frequency = table.Column<string>(type: "text", nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: true),
                    volume = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_assignment", x => x.id);
                    table.CheckConstraint("ck_care_assignment_days", "ends_on is null or ends_on >= starts_on");
                    table.CheckConstraint("ck_care_assignment_limit", "volume is null or budget_cents is null");
                    table.CheckConstraint("ck_care_assignment_size", "(volume is null) = (unit is null) and (volume is null) = (frequency is null)");
                    table.ForeignKey(
                        name: "fk_care_assignment_care_client_client_id",
                        column: x => x.client_id,
                        principalTable: "care_client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "care_assignment_version",
                columns: table => new
                {
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    budget_cents = table.Column<long>(type: "bigint", nullable: true),
                    category = table.Column<string>(type: "text", nullable: true),
                    change_reason = table.Column<string>(type: "text", nullable: true),
                    code = table.Column<string>(type: "text", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    frequency = table.Column<string>(type: "text", nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: true),
                    volume = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_assignment_version", x => new { x.assignment_id, x.message_id });
                    table.ForeignKey(
                        name: "fk_care_assignment_version_care_assignment_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "care_assignment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_assignment_version_care_message_message_id",
                        column: x => x.message_id,
                        principalTable: "care_message",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "care_delivery",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    began_on = table.Column<DateOnly>(type: "date", nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    removed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    is_running = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_delivery", x => x.id);
                    table.CheckConstraint("ck_care_delivery_running", "not is_running or removed_by is null");
                    table.ForeignKey(
                        name: "fk_care_delivery_care_assignment_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "care_assignment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_delivery_care_message_removed_by",
                        column: x => x.removed_by,
                        principalTable: "care_message",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_delivery_care_message_started_by",
                        column: x => x.started_by,
                        principalTable: "care_message",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "care_stop",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    delivery_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: false),
                    stopped_by = table.Column<Guid>(type: "uuid", nullable: false),
                    removed_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_stop", x => x.id);
                    table.ForeignKey(
                        name: "fk_care_stop_care_delivery_delivery_id",
                        column: x => x.delivery_id,
                        principalTable: "care_delivery",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_stop_care_message_removed_by",
                        column: x => x.removed_by,
                        principalTable: "care_message",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_stop_care_message_stopped_by",
                        column: x => x.stopped_by,
                        principalTable: "care_message",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_care_message_answer",
                table: "care_message",
                sql: "(answer_file_id is null) = (answer_kind is null) and (answer_kind is null or outcome <> 'Unreadable') and (answer_due_on is null or outcome = 'Taken')");

            migrationBuilder.CreateIndex(
                name: "ix_care_assignment_client_id_provider_agb_code_municipality_id",
                table: "care_assignment",
                columns: new[] { "client_id", "provider_agb_code", "municipality_id" });

            migrationBuilder.CreateIndex(
                name: "ix_care_assignment_municipality_id_number",
                table: "care_assignment",
                columns: new[] { "municipality_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_care_assignment_start_due_on",
                table: "care_assignment",
                column: "start_due_on",
                filter: "start_due_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_care_assignment_stop_due_on",
                table: "care_assignment",
                column: "stop_due_on",
                filter: "stop_due_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_care_assignment_version_message_id",
                table: "care_assignment_version",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_care_client_number_hash",
                table: "care_client",
                column: "number_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_care_delivery_one_running",
                table: "care_delivery",
                column: "assignment_id",
                unique: true,
                filter: "is_running");

            migrationBuilder.CreateIndex(
                name: "ix_care_delivery_one_start",
                table: "care_delivery",
                columns: new[] { "assignment_id", "began_on" },
                unique: true,
                filter: "removed_by is null");

            migrationBuilder.CreateIndex(
                name: "ix_care_delivery_removed_by",
                table: "care_delivery",
                column: "removed_by");

            migrationBuilder.CreateIndex(
                name: "ix_care_delivery_started_by",
                table: "care_delivery",
                column: "started_by");

            migrationBuilder.CreateIndex(
                name: "ix_care_stop_one_end",
                table: "care_stop",
                column: "delivery_id",
                unique: true,
                filter: "removed_by is null and reason <> '20'");

            migrationBuilder.CreateIndex(
                name: "ix_care_stop_one_pause",
                table: "care_stop",
                column: "delivery_id",
                unique: true,
                filter: "removed_by is null and reason = '20'");

            migrationBuilder.CreateIndex(
                name: "ix_care_stop_removed_by",
                table: "care_stop",
                column: "removed_by");

            migrationBuilder.CreateIndex(
                name: "ix_care_stop_stopped_by",
                table: "care_stop",
                column: "stopped_by");

            migrationBuilder.RowsStay("care_assignment_version");
            migrationBuilder.RowsStay("care_client");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "care_assignment_version");

            migrationBuilder.DropTable(
                name: "care_stop");

            migrationBuilder.DropTable(
                name: "care_delivery");

            migrationBuilder.DropTable(
                name: "care_assignment");

            migrationBuilder.DropTable(
                name: "care_client");

            migrationBuilder.DropCheckConstraint(
                name: "ck_care_message_answer",
                table: "care_message");

            migrationBuilder.AddCheckConstraint(
                name: "ck_care_message_answer",
                table: "care_message",
                sql: "(answer_file_id is null) = (answer_kind is null) and (answer_kind is null or outcome = 'Refused') and (answer_due_on is null or outcome = 'Taken')");
        }
    }
}
