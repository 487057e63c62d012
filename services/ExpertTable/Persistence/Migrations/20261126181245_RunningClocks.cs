using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RunningClocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "term_setting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false),
                    term = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<int>(type: "integer", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_term_setting", x => x.id);
                    table.CheckConstraint("ck_term_setting", "value between 0 and 366 and ground <> ''");
                });

            migrationBuilder.CreateIndex(
                name: "ix_term_setting_term_starts_on",
                table: "term_setting",
                columns: new[] { "term", "starts_on" },
                unique: true);

            migrationBuilder.RowsStay("term_setting");
            migrationBuilder.Sql("""
                -- No law sets a clock for a case: these are where the table begins.
                insert into term_setting (id, term, value, starts_on, ground, source_title, source_place, recorded_by, recorded_at)
                select ('014aa1b0-2800-7e00-9c0d-5ca1e10000' || lpad(to_hex(number), 2, '0'))::uuid, term, value, date '2015-01-01', ground, 'Ontwerpkeuze van Regio', '', '', now()
                from (values
                    (1, 'TriageDays', 7, 'Triage binnen een week na de aanmelding'),
                    (2, 'AgendaDays', 28, 'Verklarende analyse en agendering binnen vier weken na de triage'),
                    (3, 'AdviceDays', 7, 'Advies binnen een week na de zitting'),
                    (4, 'DecisionDays', 14, 'Besluit binnen twee weken na het advies'),
                    (5, 'StartDays', 14, 'Start van de hulp binnen twee weken na het besluit'),
                    (6, 'OutcomeDays', 182, 'Na een half jaar uitvoering wordt bekeken wat de hulp opleverde'),
                    (7, 'StuckDays', 14, 'Een vastgelopen casus gaat binnen twee weken verder of wordt opgeschaald'),
                    (8, 'EscalationDays', 42, 'Antwoord van de bredere tafel binnen zes weken'),
                    (9, 'EvaluationDays', 42, 'Evaluatie en afsluiting binnen zes weken na de uitkomst'),
                    (10, 'GuideDays', 14, 'Een procesbegeleider binnen twee weken'),
                    (11, 'LeadDays', 1, 'Een casus heeft binnen een dag een regiehouder'),
                    (12, 'ReminderDays', 3, 'Herinnering drie dagen voor de laatste dag'),
                    (13, 'WorklistDays', 28, 'De werklijst kijkt vier weken vooruit')) start (number, term, value, ground);

                -- The value of a term on a day, as the rules take it.
                create function term_on(asked text, day date) returns integer language sql stable as $$
                    select value from term_setting where term = asked
                    order by starts_on <= day desc, case when starts_on <= day then starts_on end desc nulls last, starts_on limit 1
                $$;
                create function dutch_day(moment timestamptz) returns date language sql immutable as $$
                    select (moment at time zone 'Europe/Amsterdam')::date
                $$;

                -- Each clock from what the case stores, with the terms of the day on which it began. The time in which the
                -- clock of the case stood still moves the last day; while it stands still, nothing is overdue.
                create view running_clock_of_case as
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
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop view running_clock_of_case; drop function term_on; drop function dutch_day;");
            migrationBuilder.DropTable(
                name: "term_setting");

            // As it was before this table.
            migrationBuilder.Sql("""
                create or replace function refuse_change() returns trigger language plpgsql as $$
                begin
                    raise exception '% only grows', tg_table_name using errcode = 'restrict_violation';
                end $$;
                """);
        }
    }
}
