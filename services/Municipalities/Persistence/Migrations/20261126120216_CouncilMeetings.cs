using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CouncilMeetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "council_meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    programme = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reply_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    cancel_reason = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_meeting", x => x.id);
                    table.CheckConstraint("ck_council_meeting_cancelled", "(state = 'Cancelled') = (cancel_reason <> '')");
                    table.CheckConstraint("ck_council_meeting_day", "state = 'Held' or day = planned_on");
                    table.CheckConstraint("ck_council_meeting_reply_due", "reply_due_on <= planned_on");
                    table.ForeignKey(
                        name: "fk_council_meeting_decision_round_round_id",
                        column: x => x.round_id,
                        principalTable: "decision_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_council_meeting_region_region_id",
                        column: x => x.region_id,
                        principalTable: "region",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "council_invitation",
                columns: table => new
                {
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    council_meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    present = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_invitation", x => new { x.council_meeting_id, x.municipality_id });
                    table.CheckConstraint("ck_council_invitation_present", "present between 0 and 100");
                    table.ForeignKey(
                        name: "fk_council_invitation_council_meeting_council_meeting_id",
                        column: x => x.council_meeting_id,
                        principalTable: "council_meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_council_invitation_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "council_question",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_question", x => x.id);
                    table.CheckConstraint("ck_council_question_answered", "answered_on >= asked_on");
                    table.CheckConstraint("ck_council_question_due", "due_on >= asked_on");
                    table.CheckConstraint("ck_council_question_text", "text <> ''");
                    table.ForeignKey(
                        name: "fk_council_question_council_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "council_meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_council_question_region_region_id",
                        column: x => x.region_id,
                        principalTable: "region",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "council_reply",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    council_meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_reply", x => new { x.council_meeting_id, x.number });
                    table.CheckConstraint("ck_council_reply_people", "people between 0 and 100");
                    table.ForeignKey(
                        name: "fk_council_reply_council_invitation_council_meeting_id_municip~",
                        columns: x => new { x.council_meeting_id, x.municipality_id },
                        principalTable: "council_invitation",
                        principalColumns: new[] { "council_meeting_id", "municipality_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_council_reply_council_meeting_council_meeting_id",
                        column: x => x.council_meeting_id,
                        principalTable: "council_meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "question_answer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    correction_reason = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_question_answer", x => x.id);
                    table.CheckConstraint("ck_question_answer_text", "text <> ''");
                    table.CheckConstraint("ck_question_answer_version", "version > 0 and (version = 1) = (correction_reason = '')");
                    table.ForeignKey(
                        name: "fk_question_answer_council_question_question_id",
                        column: x => x.question_id,
                        principalTable: "council_question",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "question_asker",
                columns: table => new
                {
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    question_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_question_asker", x => new { x.question_id, x.municipality_id });
                    table.ForeignKey(
                        name: "fk_question_asker_council_question_question_id",
                        column: x => x.question_id,
                        principalTable: "council_question",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_question_asker_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_council_invitation_municipality_id",
                table: "council_invitation",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_council_meeting_day_id",
                table: "council_meeting",
                columns: new[] { "day", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_council_meeting_region_id_day_id",
                table: "council_meeting",
                columns: new[] { "region_id", "day", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_council_meeting_round_id",
                table: "council_meeting",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_council_question_due_on_id",
                table: "council_question",
                columns: new[] { "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_council_question_meeting_id_due_on_id",
                table: "council_question",
                columns: new[] { "meeting_id", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_council_question_region_id_due_on_id",
                table: "council_question",
                columns: new[] { "region_id", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_council_reply_council_meeting_id_municipality_id",
                table: "council_reply",
                columns: new[] { "council_meeting_id", "municipality_id" });

            migrationBuilder.CreateIndex(
                name: "ix_question_answer_question_id_version",
                table: "question_answer",
                columns: new[] { "question_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_question_asker_municipality_id",
                table: "question_asker",
                column: "municipality_id");

            migrationBuilder.RowsStay("council_reply");
            migrationBuilder.RowsStay("question_asker");
            migrationBuilder.RowsStay("question_answer");
            migrationBuilder.Sql("""
                -- What a meeting of the councils that was held or cancelled was, stays; replies may come in afterwards.
                create trigger council_meeting_stays before update or delete on council_meeting for each row execute function refuse_change_after_meeting();

                create function refuse_change_of_invitation() returns trigger language plpgsql as $$
                begin
                    if tg_op = 'DELETE' or to_jsonb(new) - 'present' <> to_jsonb(old) - 'present' or old.present <> 0 then
                        raise exception 'An invitation stays as it was sent; who came is recorded once.' using errcode = 'restrict_violation', table = tg_table_name;
                    end if;
                    return new;
                end $$;
                create trigger council_invitation_stays before update or delete on council_invitation for each row execute function refuse_change_of_invitation();

                -- Nobody came to a meeting that was not held. Looked at when all of a change is written.
                create function refuse_presence_without_meeting() returns trigger language plpgsql as $$
                begin
                    if new.present > 0 and not exists (select from council_meeting m where m.id = new.council_meeting_id and m.state = 'Held') then
                        raise exception 'Nobody can have come to a meeting that was not held.'
                            using errcode = 'check_violation', constraint = 'ck_council_invitation_held', table = tg_table_name;
                    end if;
                    return null;
                end $$;
                create constraint trigger council_invitation_held after insert or update on council_invitation deferrable initially deferred
                    for each row execute function refuse_presence_without_meeting();

                create view timeline_of_meeting as
                select m.id, 'meetings/' || m.id as name, 'Meeting' as kind, b.region_id, municipalities_of_region(b.region_id, m.day) as municipality_ids, b.name as subject,
                    b.name || case m.state when 'Held' then ': vergadering gehouden' when 'Cancelled' then ': vergadering vervallen' else ': vergadering gepland' end
                        || case when m.quorum = 'NotMet' then ' zonder quorum' else '' end as title,
                    concat_ws(E'\n', nullif(m.cancel_reason, ''),
                        (select string_agg(i.number || '. ' || i.title, E'\n' order by i.number) from agenda_item i where i.meeting_id = m.id)) as text,
                    m.day as happened_on, 'Day' as precision, '' as origin
                from meeting m join body b on b.id = m.body_id;
                create constraint trigger meeting_is_told after insert or update on meeting deferrable initially deferred
                    for each row execute function keep_timeline('meetings/%s', 'id');

                create view timeline_of_item_decision as
                select d.id, 'meetings/' || d.meeting_id || '/decisions/' || d.item_number || '-' || d.version as name, 'Decision' as kind, b.region_id,
                    municipalities_of_region(b.region_id, d.decided_on) as municipality_ids, d.title as subject,
                    b.name || ': ' || d.title || case d.outcome when 'Agreed' then ', akkoord' when 'AgreedWithChanges' then ', akkoord met wijzigingen'
                        when 'Rejected' then ', afgewezen' when 'Deferred' then ', aangehouden' else ', ter kennis genomen' end
                        || case when d.takes_effect then '' else ' (zonder gevolg)' end || case when d.version > 1 then ', verbeterd' else '' end as title,
                    concat_ws(E'\n', d.literal_text, nullif(d.correction_reason, '')) as text, d.decided_on as happened_on, 'Day' as precision, '' as origin
                from item_decision d join body b on b.id = d.body_id;
                create constraint trigger item_decision_is_told after insert on item_decision deferrable initially deferred
                    for each row execute function keep_timeline('decisions/%s', 'id');

                create view timeline_of_council_meeting as
                select m.id, 'councilMeetings/' || m.id as name, 'Meeting' as kind, m.region_id,
                    (select array_agg(i.municipality_id order by i.rank) from council_invitation i where i.council_meeting_id = m.id) as municipality_ids, m.subject,
                    'Regionale bijeenkomst van de raden' || case m.state when 'Held' then ' gehouden' when 'Cancelled' then ' vervallen' else ' gepland' end as title,
                    concat_ws(E'\n', nullif(m.programme, ''), nullif(m.cancel_reason, ''),
                        (select 'Aanwezig: ' || string_agg(g.name || ' (' || i.present || ')', ', ' order by i.rank)
                         from council_invitation i join municipality g on g.id = i.municipality_id where i.council_meeting_id = m.id and i.present > 0)) as text,
                    m.day as happened_on, 'Day' as precision, '' as origin
                from council_meeting m;
                create constraint trigger council_meeting_is_told after insert or update on council_meeting deferrable initially deferred
                    for each row execute function keep_timeline('councilMeetings/%s', 'id');

                create view timeline_of_council_question as
                select q.id, 'questions/' || q.id as name, 'Question' as kind, q.region_id,
                    (select array_agg(a.municipality_id order by a.asked_on, a.municipality_id) from question_asker a where a.question_id = q.id) as municipality_ids, q.subject,
                    q.subject || case when q.answered_on is null then ': vraag' else ': vraag beantwoord' end as title,
                    concat_ws(E'\n', q.text, (select w.text from question_answer w where w.question_id = q.id order by w.version desc limit 1)) as text,
                    coalesce(q.answered_on, q.asked_on) as happened_on, 'Day' as precision, '' as origin
                from council_question q;
                create constraint trigger council_question_is_told after insert or update on council_question deferrable initially deferred
                    for each row execute function keep_timeline('questions/%s', 'id');

                -- The meetings that were there before.
                select rebuild_timeline();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop trigger meeting_is_told on meeting;
                drop trigger item_decision_is_told on item_decision;
                drop view timeline_of_meeting, timeline_of_item_decision, timeline_of_council_meeting, timeline_of_council_question;
                """);

            migrationBuilder.DropTable(
                name: "council_reply");

            migrationBuilder.DropTable(
                name: "question_answer");

            migrationBuilder.DropTable(
                name: "question_asker");

            migrationBuilder.DropTable(
                name: "council_invitation");

            migrationBuilder.DropTable(
                name: "council_question");

            migrationBuilder.DropTable(
                name: "council_meeting");

            migrationBuilder.Sql("""
                drop function refuse_change_of_invitation();
                drop function refuse_presence_without_meeting();
                select rebuild_timeline();
                """);
        }
    }
}
