using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Reporting.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class DecisionRounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "decision_round",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    version_in_force = table.Column<int>(type: "integer", nullable: false),
                    adopted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    comments_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    views_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decisions_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_round", x => x.id);
                    table.CheckConstraint("ck_decision_round_versions", "version_number >= 1 and version_in_force between 0 and version_number");
                });

            migrationBuilder.CreateTable(
                name: "decision_round_body",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step_position = table.Column<int>(type: "integer", nullable: false),
                    body_id = table.Column<string>(type: "text", nullable: false),
                    step_title = table.Column<string>(type: "text", nullable: false),
                    required = table.Column<int>(type: "integer", nullable: false),
                    body_name = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    verdict = table.Column<string>(type: "text", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_round_body", x => new { x.round_id, x.step_position, x.body_id });
                    table.CheckConstraint("ck_decision_round_body_decided", "(outcome = '') = (decided_on is null)");
                    table.ForeignKey(
                        name: "fk_decision_round_body_decision_round_round_id",
                        column: x => x.round_id,
                        principalTable: "decision_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "decision_round_follow_up",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    owner_body_id = table.Column<string>(type: "text", nullable: false),
                    owner_name = table.Column<string>(type: "text", nullable: false),
                    asked_by_municipality_id = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    dropped = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_round_follow_up", x => new { x.round_id, x.number });
                    table.ForeignKey(
                        name: "fk_decision_round_follow_up_decision_round_round_id",
                        column: x => x.round_id,
                        principalTable: "decision_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "decision_round_view",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    body_id = table.Column<string>(type: "text", nullable: false),
                    body_name = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_round_view", x => new { x.round_id, x.number });
                    table.ForeignKey(
                        name: "fk_decision_round_view_decision_round_round_id",
                        column: x => x.round_id,
                        principalTable: "decision_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "decision_round_remark",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    view_number = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    weighing = table.Column<string>(type: "text", nullable: false),
                    follow_up_number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_round_remark", x => new { x.round_id, x.view_number, x.number });
                    table.ForeignKey(
                        name: "fk_decision_round_remark_decision_round_view_round_id_view_num~",
                        columns: x => new { x.round_id, x.view_number },
                        principalTable: "decision_round_view",
                        principalColumns: new[] { "round_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_decision_round_occurred_at",
                table: "decision_round",
                column: "occurred_at");

            migrationBuilder.CreateIndex(
                name: "ix_decision_round_body_municipality_id",
                table: "decision_round_body",
                column: "municipality_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "decision_round_body");

            migrationBuilder.DropTable(
                name: "decision_round_follow_up");

            migrationBuilder.DropTable(
                name: "decision_round_remark");

            migrationBuilder.DropTable(
                name: "decision_round_view");

            migrationBuilder.DropTable(
                name: "decision_round");
        }
    }
}
