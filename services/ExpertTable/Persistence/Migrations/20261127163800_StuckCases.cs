using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class StuckCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_thread_draft_counts",
                table: "thread_draft");

            migrationBuilder.DropCheckConstraint(
                name: "ck_thread_count_counts",
                table: "thread_count");

            // Drafts from before counted no case that got stuck.
            migrationBuilder.AddColumn<int>(
                name: "stuck",
                table: "thread_draft",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "stuck",
                table: "thread_count",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddCheckConstraint(
                name: "ck_thread_draft_counts",
                table: "thread_draft",
                sql: "number > 0 and outcomes >= 0 and consultations >= 0 and stuck >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_thread_count_counts",
                table: "thread_count",
                sql: "outcomes >= 0 and consultations >= 0 and stuck >= 0");

            // By type and moment of publication: who counts a half-year reads its events and not all of them.
            migrationBuilder.Sql("create index ix_outbox_message_event on outbox_message (split_part(message_type, ',', 1), created_at) where is_event;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop index ix_outbox_message_event;");

            migrationBuilder.DropCheckConstraint(
                name: "ck_thread_draft_counts",
                table: "thread_draft");

            migrationBuilder.DropCheckConstraint(
                name: "ck_thread_count_counts",
                table: "thread_count");

            migrationBuilder.DropColumn(
                name: "stuck",
                table: "thread_draft");

            migrationBuilder.DropColumn(
                name: "stuck",
                table: "thread_count");

            migrationBuilder.AddCheckConstraint(
                name: "ck_thread_draft_counts",
                table: "thread_draft",
                sql: "number > 0 and outcomes >= 0 and consultations >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_thread_count_counts",
                table: "thread_count",
                sql: "outcomes >= 0 and consultations >= 0");
        }
    }
}
