using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FilesInSealedEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "round",
                table: "case_transition",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<TimeSpan>(
                name: "stopped",
                table: "case_transition",
                type: "interval",
                nullable: false,
                defaultValue: new TimeSpan(0, 0, 0, 0, 0));

            migrationBuilder.AddColumn<int>(
                name: "analyses",
                table: "case_file",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "clock_stop",
                table: "case_file",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "clock_stopped_at",
                table: "case_file",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "entries",
                table: "case_file",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "evaluated",
                table: "case_file",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "last_outcome",
                table: "case_file",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "lead",
                table: "case_file",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "round",
                table: "case_file",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "state_since",
                table: "case_file",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<TimeSpan>(
                name: "stopped_in_state",
                table: "case_file",
                type: "interval",
                nullable: false,
                defaultValue: new TimeSpan(0, 0, 0, 0, 0));

            migrationBuilder.AddColumn<string>(
                name: "triage_waiver",
                table: "case_file",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "case_entry",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    written_by = table.Column<string>(type: "text", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    key_id = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_entry", x => new { x.case_id, x.number });
                    table.ForeignKey(
                        name: "fk_case_entry_case_file_case_id",
                        column: x => x.case_id,
                        principalTable: "case_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_sibling",
                columns: table => new
                {
                    pseudonym = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_sibling", x => new { x.case_id, x.pseudonym });
                    table.ForeignKey(
                        name: "fk_case_sibling_case_file_case_id",
                        column: x => x.case_id,
                        principalTable: "case_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql("""
                -- What was written in clear becomes entries of the file without a key; the service seals those when it starts.
                insert into case_entry (case_id, number, version, round, written_by, written_at, key_id, sealed)
                select case_id, row_number() over (partition by case_id order by written_at, rank, part), row_number() over (partition by case_id order by written_at, rank, part),
                    1, written_by, written_at, '', convert_to(content::text, 'UTF8')
                from (
                    select f.id as case_id, 0 as rank, 0 as part, f.registered_at as written_at, t.changed_by as written_by,
                        json_build_object('$type', 'question_asked', 'question', f.question) as content
                    from case_file f join case_transition t on t.case_id = f.id and t.version = 1
                    union all
                    select r.case_id, 1, 0, t.changed_at, t.changed_by, json_build_object('$type', 'sent_back', 'receiver', r.receiver, 'nextStep', r.next_step)
                    from case_return r join case_transition t on t.case_id = r.case_id and t.state = 'Returned'
                    union all
                    select case_id, 2, version, recorded_at, author, json_build_object('$type', 'analysis_recorded', 'number', version, 'text', text)
                    from case_analysis
                    union all
                    select case_id, 3, 0, given_at, given_by, json_build_object('$type', 'advice_given', 'text', text, 'options', json_build_array(), 'dissent', dissent)
                    from case_advice
                    union all
                    select case_id, 4, 0, decided_at, decided_by,
                        json_build_object('$type', 'decided', 'followsAdvice', follows_advice, 'reason', reason, 'decider', 'municipality')
                    from case_decision) as written;
                update case_file f set
                    entries = (select count(*) from case_entry e where e.case_id = f.id),
                    analyses = (select count(*) from case_analysis a where a.case_id = f.id),
                    state_since = (select max(changed_at) from case_transition t where t.case_id = f.id);

                create trigger append_only before update or delete or truncate on case_sibling
                    for each statement execute function refuse_change();
                create function refuse_change_but_of_seal() returns trigger language plpgsql as $$
                begin
                    if tg_op = 'UPDATE' and to_jsonb(new) - 'key_id' - 'sealed' = to_jsonb(old) - 'key_id' - 'sealed' and new.key_id <> old.key_id then
                        return new;
                    end if;
                    raise exception '% only grows', tg_table_name using errcode = 'restrict_violation';
                end $$;
                create trigger append_only before update or delete on case_entry
                    for each row execute function refuse_change_but_of_seal();
                create trigger never_emptied before truncate on case_entry
                    for each statement execute function refuse_change();
                """);

            migrationBuilder.DropTable(
                name: "case_advice");

            migrationBuilder.DropTable(
                name: "case_analysis");

            migrationBuilder.DropTable(
                name: "case_decision");

            migrationBuilder.DropTable(
                name: "case_return");

            migrationBuilder.DropColumn(
                name: "question",
                table: "case_file");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_file_clock_stop",
                table: "case_file",
                sql: "(clock_stop is null) = (clock_stopped_at is null)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_file_no_lead_when_closed",
                table: "case_file",
                sql: "lead is null or state not in ('Closed', 'Returned')");

            migrationBuilder.CreateIndex(
                name: "ix_case_entry_key_id",
                table: "case_entry",
                column: "key_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_entry");

            migrationBuilder.DropTable(
                name: "case_sibling");

            migrationBuilder.DropCheckConstraint(
                name: "ck_case_file_clock_stop",
                table: "case_file");

            migrationBuilder.DropCheckConstraint(
                name: "ck_case_file_no_lead_when_closed",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "round",
                table: "case_transition");

            migrationBuilder.DropColumn(
                name: "stopped",
                table: "case_transition");

            migrationBuilder.DropColumn(
                name: "analyses",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "clock_stop",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "clock_stopped_at",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "entries",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "evaluated",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "last_outcome",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "lead",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "round",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "state_since",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "stopped_in_state",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "triage_waiver",
                table: "case_file");

            migrationBuilder.AddColumn<string>(
                name: "question",
                table: "case_file",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "case_advice",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dissent = table.Column<string>(type: "text", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    given_by = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_advice", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_case_advice_case_file_case_id",
                        column: x => x.case_id,
                        principalTable: "case_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_analysis",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_analysis", x => new { x.case_id, x.version });
                    table.ForeignKey(
                        name: "fk_case_analysis_case_file_case_id",
                        column: x => x.case_id,
                        principalTable: "case_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_decision",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: false),
                    follows_advice = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_decision", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_case_decision_case_file_case_id",
                        column: x => x.case_id,
                        principalTable: "case_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_return",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    next_step = table.Column<string>(type: "text", nullable: false),
                    receiver = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_return", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_case_return_case_file_case_id",
                        column: x => x.case_id,
                        principalTable: "case_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql("""
                drop function refuse_change_but_of_seal;
                alter table case_file alter column question drop default;
                create trigger append_only before update or delete or truncate on case_analysis
                    for each statement execute function refuse_change();
                create trigger append_only before update or delete or truncate on case_advice
                    for each statement execute function refuse_change();
                create trigger append_only before update or delete or truncate on case_decision
                    for each statement execute function refuse_change();
                create trigger append_only before update or delete or truncate on case_return
                    for each statement execute function refuse_change();
                """);
        }
    }
}
