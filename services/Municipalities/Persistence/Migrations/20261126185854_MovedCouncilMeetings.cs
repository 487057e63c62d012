using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class MovedCouncilMeetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "council_meeting_move",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    council_meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    planned_before = table.Column<DateOnly>(type: "date", nullable: false),
                    reply_due_before = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    moved_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_meeting_move", x => new { x.council_meeting_id, x.number });
                    table.CheckConstraint("ck_council_meeting_move_reason", "reason <> '' and reply_due_before <= planned_before");
                    table.ForeignKey(
                        name: "fk_council_meeting_move_council_meeting_council_meeting_id",
                        column: x => x.council_meeting_id,
                        principalTable: "council_meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitation_sending",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    council_meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    recipient = table.Column<string>(type: "text", nullable: false),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_sending", x => new { x.council_meeting_id, x.number });
                    table.CheckConstraint("ck_invitation_sending_recipient", "recipient <> '' and sequence >= 0");
                    table.ForeignKey(
                        name: "fk_invitation_sending_council_invitation_council_meeting_id_mu~",
                        columns: x => new { x.council_meeting_id, x.municipality_id },
                        principalTable: "council_invitation",
                        principalColumns: new[] { "council_meeting_id", "municipality_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invitation_sending_council_meeting_council_meeting_id",
                        column: x => x.council_meeting_id,
                        principalTable: "council_meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_invitation_sending_council_meeting_id_municipality_id",
                table: "invitation_sending",
                columns: new[] { "council_meeting_id", "municipality_id" });

            migrationBuilder.RowsStay("council_meeting_move");
            migrationBuilder.RowsStay("invitation_sending");
            migrationBuilder.Sql("""
                create or replace view timeline_of_council_meeting as
                select m.id, 'councilMeetings/' || m.id as name, 'Meeting' as kind, m.region_id,
                    (select array_agg(i.municipality_id order by i.rank) from council_invitation i where i.council_meeting_id = m.id) as municipality_ids, m.subject,
                    'Regionale bijeenkomst van de raden' || case m.state when 'Held' then ' gehouden' when 'Cancelled' then ' vervallen' else ' gepland' end as title,
                    concat_ws(E'\n', nullif(m.programme, ''), nullif(m.cancel_reason, ''),
                        (select string_agg('Verplaatst van ' || to_char(v.planned_before, 'DD-MM-YYYY') || ': ' || v.reason, E'\n' order by v.number)
                         from council_meeting_move v where v.council_meeting_id = m.id),
                        (select 'Aanwezig: ' || string_agg(g.name || ' (' || i.present || ')', ', ' order by i.rank)
                         from council_invitation i join municipality g on g.id = i.municipality_id where i.council_meeting_id = m.id and i.present > 0)) as text,
                    m.day as happened_on, 'Day' as precision, '' as origin
                from council_meeting m;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                create or replace view timeline_of_council_meeting as
                select m.id, 'councilMeetings/' || m.id as name, 'Meeting' as kind, m.region_id,
                    (select array_agg(i.municipality_id order by i.rank) from council_invitation i where i.council_meeting_id = m.id) as municipality_ids, m.subject,
                    'Regionale bijeenkomst van de raden' || case m.state when 'Held' then ' gehouden' when 'Cancelled' then ' vervallen' else ' gepland' end as title,
                    concat_ws(E'\n', nullif(m.programme, ''), nullif(m.cancel_reason, ''),
                        (select 'Aanwezig: ' || string_agg(g.name || ' (' || i.present || ')', ', ' order by i.rank)
                         from council_invitation i join municipality g on g.id = i.municipality_id where i.council_meeting_id = m.id and i.present > 0)) as text,
                    m.day as happened_on, 'Day' as precision, '' as origin
                from council_meeting m;
                """);
            migrationBuilder.DropTable(
                name: "council_meeting_move");

            migrationBuilder.DropTable(
                name: "invitation_sending");
        }
    }
}
