using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Meetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_id = table.Column<string>(type: "text", nullable: false),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    present_seats = table.Column<List<int>>(type: "integer[]", nullable: false),
                    quorum = table.Column<string>(type: "text", nullable: true),
                    required_seats = table.Column<int>(type: "integer", nullable: false),
                    counted_seats = table.Column<int>(type: "integer", nullable: false),
                    cancel_reason = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting", x => x.id);
                    table.CheckConstraint("ck_meeting_cancelled", "(state = 'Cancelled') = (cancel_reason <> '')");
                    table.CheckConstraint("ck_meeting_held", "(state = 'Held') = (quorum is not null) and (state = 'Held' or day = planned_on)");
                    table.CheckConstraint("ck_meeting_present", "state = 'Held' or cardinality(present_seats) = 0");
                    table.CheckConstraint("ck_meeting_quorum", "(quorum is distinct from 'Met' or counted_seats >= required_seats) and (quorum is distinct from 'NotMet' or counted_seats < required_seats)");
                    table.ForeignKey(
                        name: "fk_meeting_body_body_id",
                        column: x => x.body_id,
                        principalTable: "body",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agenda_item",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    annotation = table.Column<string>(type: "text", nullable: false),
                    proposed_decision = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_item", x => new { x.meeting_id, x.number });
                    table.CheckConstraint("ck_agenda_item_number", "number > 0");
                    table.ForeignKey(
                        name: "fk_agenda_item_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_id = table.Column<string>(type: "text", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    item_number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    literal_text = table.Column<string>(type: "text", nullable: false),
                    correction_reason = table.Column<string>(type: "text", nullable: false),
                    takes_effect = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_decision", x => x.id);
                    table.CheckConstraint("ck_item_decision_text", "literal_text <> ''");
                    table.CheckConstraint("ck_item_decision_version", "version > 0 and (version = 1) = (correction_reason = '')");
                    table.ForeignKey(
                        name: "fk_item_decision_agenda_item_meeting_id_item_number",
                        columns: x => new { x.meeting_id, x.item_number },
                        principalTable: "agenda_item",
                        principalColumns: new[] { "meeting_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_item_decision_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_item_decision_body_id_id",
                table: "item_decision",
                columns: new[] { "body_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_item_decision_meeting_id_item_number_version",
                table: "item_decision",
                columns: new[] { "meeting_id", "item_number", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meeting_body_id_day_id",
                table: "meeting",
                columns: new[] { "body_id", "day", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_day_id",
                table: "meeting",
                columns: new[] { "day", "id" });

            migrationBuilder.Sql("""
                -- What a meeting that was held or cancelled was, stays; only its version goes on, with the decisions below it.
                create function refuse_change_after_meeting() returns trigger language plpgsql as $$
                begin
                    if tg_op = 'DELETE' or (old.state <> 'Planned' and to_jsonb(new) - 'version' <> to_jsonb(old) - 'version') then
                        raise exception 'A meeting that was held or cancelled stays as it is.' using errcode = 'restrict_violation', table = tg_table_name;
                    end if;
                    return new;
                end $$;
                create trigger meeting_stays before update or delete on meeting for each row execute function refuse_change_after_meeting();

                create function refuse_late_agenda() returns trigger language plpgsql as $$
                begin
                    if tg_op = 'DELETE' or not exists (select from meeting where id = new.meeting_id and state = 'Planned') then
                        raise exception 'The agenda of a meeting that was held or cancelled stays as it is.'
                            using errcode = 'check_violation', constraint = 'ck_agenda_item_planned', table = tg_table_name;
                    end if;
                    return new;
                end $$;
                create trigger agenda_item_stays before insert or update or delete on agenda_item
                    for each row execute function refuse_late_agenda();

                create function refuse_decision_without_meeting() returns trigger language plpgsql as $$
                begin
                    if not exists (
                        select from meeting m
                        where m.id = new.meeting_id and m.body_id = new.body_id and m.state = 'Held' and m.day = new.decided_on
                            and new.takes_effect = (m.quorum <> 'NotMet')) then
                        raise exception 'A meeting decides when it is held, and without quorum to no effect.'
                            using errcode = 'check_violation', constraint = 'ck_item_decision_meeting', table = tg_table_name;
                    end if;
                    return new;
                end $$;
                create trigger item_decision_of_meeting before insert on item_decision
                    for each row execute function refuse_decision_without_meeting();
                create trigger item_decision_never_changes before update or delete or truncate on item_decision
                    for each statement execute function refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "item_decision");

            migrationBuilder.DropTable(
                name: "agenda_item");

            migrationBuilder.DropTable(
                name: "meeting");

            migrationBuilder.Sql("""
                drop function refuse_decision_without_meeting();
                drop function refuse_late_agenda();
                drop function refuse_change_after_meeting();
                """);
        }
    }
}
