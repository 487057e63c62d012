using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class EventsStay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_message_sent",
                table: "outbox_message");

            migrationBuilder.AddColumn<bool>(
                name: "is_event",
                table: "outbox_message",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // An event carries the version of its aggregate, a command does not.
            migrationBuilder.Sql("update outbox_message set is_event = true where body::jsonb ? 'aggregateVersion'");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_sent",
                table: "outbox_message",
                column: "sent_at",
                filter: "sent_at is not null and not is_event");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_message_sent",
                table: "outbox_message");

            migrationBuilder.DropColumn(
                name: "is_event",
                table: "outbox_message");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_sent",
                table: "outbox_message",
                column: "sent_at",
                filter: "sent_at is not null");
        }
    }
}
