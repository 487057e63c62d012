using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CareRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "care_request",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    provider_agb_code = table.Column<string>(type: "text", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    category = table.Column<string>(type: "text", nullable: true),
                    wanted_from = table.Column<DateOnly>(type: "date", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    investigated_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    rejection_reason = table.Column<string>(type: "text", nullable: true),
                    responsible_municipality_id = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_request", x => x.id);
                    table.CheckConstraint("ck_care_request_answered", "(answered_by is not null) = (state in ('Granted', 'Rejected'))");
                    table.CheckConstraint("ck_care_request_due", "(due_on is not null) = (state in ('Open', 'Investigated'))");
                    table.CheckConstraint("ck_care_request_investigated", "case state when 'Open' then investigated_by is null when 'Investigated' then investigated_by is not null else true end");
                    table.CheckConstraint("ck_care_request_kind", "kind in (315, 317) and (category is null or kind = 315)");
                    table.CheckConstraint("ck_care_request_rejected", "(rejection_reason is not null) = (state = 'Rejected') and (responsible_municipality_id is not null) = coalesce(rejection_reason = '8', false)");
                    table.ForeignKey(
                        name: "fk_care_request_care_client_client_id",
                        column: x => x.client_id,
                        principalTable: "care_client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_request_care_message_answered_by",
                        column: x => x.answered_by,
                        principalTable: "care_message",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_request_care_message_investigated_by",
                        column: x => x.investigated_by,
                        principalTable: "care_message",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_request_care_message_message_id",
                        column: x => x.message_id,
                        principalTable: "care_message",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_care_request_answered_by",
                table: "care_request",
                column: "answered_by");

            migrationBuilder.CreateIndex(
                name: "ix_care_request_client_id_provider_agb_code_municipality_id",
                table: "care_request",
                columns: new[] { "client_id", "provider_agb_code", "municipality_id" });

            migrationBuilder.CreateIndex(
                name: "ix_care_request_due_on_id",
                table: "care_request",
                columns: new[] { "due_on", "id" },
                filter: "due_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_care_request_investigated_by",
                table: "care_request",
                column: "investigated_by");

            migrationBuilder.CreateIndex(
                name: "ix_care_request_message_id",
                table: "care_request",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_care_request_reference_hash",
                table: "care_request",
                column: "reference_hash",
                unique: true);

            // Products of one message wait together; another message waits for the answers to them.
            migrationBuilder.Sql(
                """
                alter table care_request add constraint ex_care_request_one_open
                    exclude using gist (client_id with =, provider_agb_code with =, municipality_id with =, message_id with <>) where (due_on is not null)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "care_request");
        }
    }
}
