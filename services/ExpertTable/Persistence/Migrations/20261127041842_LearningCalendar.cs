using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class LearningCalendar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "learning_meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    participants = table.Column<int>(type: "integer", nullable: false),
                    organisations = table.Column<int>(type: "integer", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_learning_meeting", x => x.id);
                    table.CheckConstraint("ck_learning_meeting_held", "(participants > 0) = (minutes > 0) and organisations between least(participants, 1) and participants");
                });

            migrationBuilder.CreateIndex(
                name: "ix_learning_meeting_day_id",
                table: "learning_meeting",
                columns: new[] { "day", "id" });

            migrationBuilder.Sql("""
                insert into term_setting (id, term, value, starts_on, ground, source_title, source_place, recorded_by, recorded_at)
                select ('014aa1b0-2800-7e00-9c0d-5ca1e10000' || lpad(to_hex(number), 2, '0'))::uuid, term, value, date '2015-01-01', ground, 'Ontwerpkeuze van Regio', '', '', now()
                from (values
                    (24, 'CareBrokerCases', 20, 'Een zorgmakelaar heeft twintig lopende casussen'),
                    (25, 'ChairCaseMinutes', 120, 'Een casus vraagt per kwartaal twee uur van een voorzitter')) start (number, term, value, ground);

                create trigger append_only before delete on learning_meeting
                    for each row execute function refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Rows only stay while the table does: what was set of these terms goes with them.
            migrationBuilder.Sql("""
                alter table term_setting disable trigger user;
                delete from term_setting where term in ('CareBrokerCases', 'ChairCaseMinutes');
                alter table term_setting enable trigger user;
                """);

            migrationBuilder.DropTable(
                name: "learning_meeting");
        }
    }
}
