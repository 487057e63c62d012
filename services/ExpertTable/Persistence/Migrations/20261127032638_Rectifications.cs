using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Rectifications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_rectification",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry = table.Column<long>(type: "bigint", nullable: false),
                    applicant = table.Column<string>(type: "text", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    extended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_rectification", x => x.id);
                    table.CheckConstraint("ck_case_rectification_decided", "(decided_on is null) = (state = 'Open')");
                    table.CheckConstraint("ck_case_rectification_due", "due_on > received_on and (extended_on is null or extended_on >= received_on)");
                    table.CheckConstraint("ck_case_rectification_entry", "entry >= 0");
                    table.ForeignKey(
                        name: "fk_case_rectification_case_file_case_id",
                        column: x => x.case_id,
                        principalTable: "case_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_rectification_case_id",
                table: "case_rectification",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_rectification_due_on_id",
                table: "case_rectification",
                columns: new[] { "due_on", "id" },
                filter: "decided_on is null");

            migrationBuilder.Sql("""
                insert into term_setting (id, term, value, starts_on, ground, source_title, source_place, recorded_by, recorded_at)
                select ('014aa1b0-2800-7e00-9c0d-5ca1e10000' || lpad(to_hex(number), 2, '0'))::uuid, term, value, date '2018-05-25', ground, 'Algemene verordening gegevensbescherming', 'art. 12, derde lid', '', now()
                from (values
                    (19, 'RectificationMonths', 1, 'Op een verzoek om rectificatie wordt binnen een maand beslist'),
                    (20, 'RectificationExtensionMonths', 2, 'Die termijn wordt zo nodig één keer met twee maanden verlengd')) start (number, term, value, ground);

                -- What was decided stays as it was decided; a request stays, as a count, when the file is destroyed.
                create trigger decided_stays before update on case_rectification
                    for each row when (old.decided_on is not null) execute function refuse_change();
                create trigger append_only before delete on case_rectification
                    for each row execute function refuse_change();
                create trigger never_emptied before truncate on case_rectification
                    for each statement execute function refuse_change();

                -- Whatever the state of the case; of several requests the first due.
                create or replace view running_clock_of_case as
                    with file as (
                        select id, state, lead, guide_id, waiting_since, sitting_date, dutch_day(state_since) as since,
                               dutch_day(state_since + stopped_in_state) as counted, clock_stopped_at is not null as is_stopped
                        from case_file where destroyed_at is null and state not in ('Closed', 'Returned')
                    ), clock as (
                        select file.id as case_id, step.kind, file.since,
                               case when file.state = 'Scheduled' then greatest(coalesce(file.sitting_date, file.since), file.counted) else file.counted end
                                   + term_on(step.term, file.since) as due_on, file.is_stopped
                        from file join (values
                            ('Registered', 'Triage', 'TriageDays'), ('Accepted', 'Agenda', 'AgendaDays'), ('Scheduled', 'Advice', 'AdviceDays'),
                            ('Advised', 'Decision', 'DecisionDays'), ('Decided', 'Start', 'StartDays'), ('InExecution', 'Outcome', 'OutcomeDays'),
                            ('Stuck', 'WayOut', 'StuckDays'), ('Escalated', 'EscalationAnswer', 'EscalationDays'),
                            ('InEvaluation', 'Evaluation', 'EvaluationDays')) step (state, kind, term) on step.state = file.state
                        union all
                        select id, 'Guide', dutch_day(waiting_since), dutch_day(waiting_since) + term_on('GuideDays', dutch_day(waiting_since)), false
                        from file where waiting_since is not null
                        union all
                        select id, 'Lead', since, since + term_on('LeadDays', since), false from file where lead is null
                        union all
                        select asked.case_id, 'Rectification', min(asked.received_on), min(asked.due_on), false
                        from case_rectification asked join case_file on case_file.id = asked.case_id and case_file.destroyed_at is null
                        where asked.decided_on is null group by asked.case_id
                    )
                    select case_id, kind, since, due_on, due_on - term_on('ReminderDays', since) as remind_on, is_stopped from clock;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Rows only stay while the table does: what was set of these terms goes with them.
            migrationBuilder.Sql("""
                create or replace view running_clock_of_case as
                    with file as (
                        select id, state, lead, guide_id, waiting_since, sitting_date, dutch_day(state_since) as since,
                               dutch_day(state_since + stopped_in_state) as counted, clock_stopped_at is not null as is_stopped
                        from case_file where destroyed_at is null and state not in ('Closed', 'Returned')
                    ), clock as (
                        select file.id as case_id, step.kind, file.since,
                               case when file.state = 'Scheduled' then greatest(coalesce(file.sitting_date, file.since), file.counted) else file.counted end
                                   + term_on(step.term, file.since) as due_on, file.is_stopped
                        from file join (values
                            ('Registered', 'Triage', 'TriageDays'), ('Accepted', 'Agenda', 'AgendaDays'), ('Scheduled', 'Advice', 'AdviceDays'),
                            ('Advised', 'Decision', 'DecisionDays'), ('Decided', 'Start', 'StartDays'), ('InExecution', 'Outcome', 'OutcomeDays'),
                            ('Stuck', 'WayOut', 'StuckDays'), ('Escalated', 'EscalationAnswer', 'EscalationDays'),
                            ('InEvaluation', 'Evaluation', 'EvaluationDays')) step (state, kind, term) on step.state = file.state
                        union all
                        select id, 'Guide', dutch_day(waiting_since), dutch_day(waiting_since) + term_on('GuideDays', dutch_day(waiting_since)), false
                        from file where waiting_since is not null
                        union all
                        select id, 'Lead', since, since + term_on('LeadDays', since), false from file where lead is null
                    )
                    select case_id, kind, since, due_on, due_on - term_on('ReminderDays', since) as remind_on, is_stopped from clock;

                alter table term_setting disable trigger user;
                delete from term_setting where term in ('RectificationMonths', 'RectificationExtensionMonths');
                alter table term_setting enable trigger user;
                """);

            migrationBuilder.DropTable(
                name: "case_rectification");
        }
    }
}
