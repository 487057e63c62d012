using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Planning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "law",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    aliases = table.Column<List<string>>(type: "text[]", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_region_region_id",
                        column: x => x.region_id,
                        principalTable: "region",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "law_date",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    law_code = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    precision = table.Column<string>(type: "text", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_date", x => new { x.law_code, x.number });
                    table.CheckConstraint("ck_law_date_precision", "(day is null) = (precision = 'Unknown')");
                    table.ForeignKey(
                        name: "fk_law_date_law_law_code",
                        column: x => x.law_code,
                        principalTable: "law",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "milestone",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    depends_on = table.Column<List<string>>(type: "text[]", nullable: false),
                    gate_round_id = table.Column<Guid>(type: "uuid", nullable: true),
                    law_code = table.Column<string>(type: "text", nullable: true),
                    law_status = table.Column<string>(type: "text", nullable: true),
                    months_after_law = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_milestone", x => new { x.plan_id, x.number });
                    table.CheckConstraint("ck_milestone_law", "(law_code is null) = (law_status is null) and (law_code is null) = (months_after_law is null)");
                    table.ForeignKey(
                        name: "fk_milestone_decision_round_gate_round_id",
                        column: x => x.gate_round_id,
                        principalTable: "decision_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_milestone_law_law_code",
                        column: x => x.law_code,
                        principalTable: "law",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_milestone_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_baseline",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    set_by = table.Column<string>(type: "text", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_baseline", x => new { x.plan_id, x.number });
                    table.ForeignKey(
                        name: "fk_plan_baseline_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "milestone_date",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    milestone_number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    law_code = table.Column<string>(type: "text", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    precision = table.Column<string>(type: "text", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_milestone_date", x => new { x.plan_id, x.milestone_number, x.number });
                    table.CheckConstraint("ck_milestone_date_precision", "(day is null) = (precision = 'Unknown')");
                    table.CheckConstraint("ck_milestone_date_reached", "kind <> 'Reached' or precision = 'Day'");
                    table.ForeignKey(
                        name: "fk_milestone_date_milestone_plan_id_milestone_number",
                        columns: x => new { x.plan_id, x.milestone_number },
                        principalTable: "milestone",
                        principalColumns: new[] { "plan_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_baseline_date",
                columns: table => new
                {
                    milestone_number = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    baseline_number = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    precision = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_baseline_date", x => new { x.plan_id, x.baseline_number, x.milestone_number });
                    table.CheckConstraint("ck_plan_baseline_date_precision", "(day is null) = (precision = 'Unknown')");
                    table.ForeignKey(
                        name: "fk_plan_baseline_date_plan_baseline_plan_id_baseline_number",
                        columns: x => new { x.plan_id, x.baseline_number },
                        principalTable: "plan_baseline",
                        principalColumns: new[] { "plan_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_milestone_gate_round_id",
                table: "milestone",
                column: "gate_round_id");

            migrationBuilder.CreateIndex(
                name: "ix_milestone_law_code",
                table: "milestone",
                column: "law_code");

            migrationBuilder.CreateIndex(
                name: "ix_milestone_plan_id_code",
                table: "milestone",
                columns: new[] { "plan_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_milestone_date_reached_once",
                table: "milestone_date",
                columns: new[] { "plan_id", "milestone_number" },
                unique: true,
                filter: "kind = 'Reached'");

            migrationBuilder.CreateIndex(
                name: "ix_plan_region_id_title",
                table: "plan",
                columns: new[] { "region_id", "title" },
                unique: true);

            migrationBuilder.Sql("""
                alter table plan_baseline_date add constraint fk_plan_baseline_date_milestone foreign key (plan_id, milestone_number) references milestone (plan_id, number);

                create trigger milestone_never_changes before update or delete or truncate on milestone for each statement execute function refuse_change();
                create trigger milestone_date_never_changes before update or delete or truncate on milestone_date for each statement execute function refuse_change();
                create trigger plan_baseline_never_changes before update or delete or truncate on plan_baseline for each statement execute function refuse_change();
                create trigger plan_baseline_date_never_changes before update or delete or truncate on plan_baseline_date for each statement execute function refuse_change();
                create trigger law_date_never_changes before update or delete or truncate on law_date for each statement execute function refuse_change();

                -- What was reached stays reached: after it only claims are added.
                create function refuse_date_after_reached() returns trigger language plpgsql as $$
                begin
                    if new.kind <> 'Claim' and exists (
                        select from milestone_date d where d.plan_id = new.plan_id and d.milestone_number = new.milestone_number and d.kind = 'Reached') then
                        raise exception 'A milestone that was reached moves no more.' using errcode = 'check_violation', constraint = 'ck_milestone_date_after_reached', table = tg_table_name;
                    end if;
                    return new;
                end $$;
                create trigger milestone_date_after_reached before insert on milestone_date for each row execute function refuse_date_after_reached();

                create function vague_day(day date, exactness text) returns text language sql immutable as $$
                    select case exactness
                        when 'Month' then to_char(day, 'MM-YYYY') when 'Quarter' then to_char(day, '"kwartaal "Q" van "YYYY') when 'Year' then to_char(day, 'YYYY')
                        when 'By' then 'uiterlijk ' || to_char(day, 'DD-MM-YYYY') when 'From' then 'vanaf ' || to_char(day, 'DD-MM-YYYY')
                        when 'Season' then 'seizoen vanaf ' || to_char(day, 'DD-MM-YYYY') when 'Unknown' then 'niet bekend' else to_char(day, 'DD-MM-YYYY') end;
                $$;

                create view timeline_of_milestone_date as
                select d.plan_id, d.milestone_number, d.number, 'plans/' || d.plan_id || '/milestones/' || d.milestone_number || '/dates/' || d.number as name,
                    'Planning' as kind, p.region_id, municipalities_of_region(p.region_id, x.happened_on) as municipality_ids, p.title as subject,
                    m.title || case when d.kind = 'Reached' then ': bereikt op ' when d.kind = 'Claim' then ': een bron noemt ' when d.number = 1 then ': gepland ' else ': bijgesteld, nu ' end
                        || vague_day(d.day, d.precision) as title,
                    d.reason as text, x.happened_on, 'Day' as precision, concat_ws(', ', d.source_title, nullif(d.source_place, '')) as origin
                from milestone_date d join plan p on p.id = d.plan_id join milestone m on m.plan_id = d.plan_id and m.number = d.milestone_number
                cross join lateral (select case when d.kind = 'Reached' then d.day else (d.recorded_at at time zone 'Europe/Amsterdam')::date end as happened_on) x;
                create constraint trigger milestone_date_is_told after insert on milestone_date deferrable initially deferred
                    for each row execute function keep_timeline('plans/%s/milestones/%s/dates/%s', 'plan_id', 'milestone_number', 'number');

                create view timeline_of_law_date as
                select d.law_code, d.number, 'laws/' || d.law_code || '/dates/' || d.number as name, 'Planning' as kind, null::text as region_id,
                    array[]::text[] as municipality_ids, l.title as subject,
                    case d.status when 'Consultation' then 'Consultatie' when 'Introduced' then 'Ingediend' when 'AdoptedByHouse' then 'Aangenomen door de Tweede Kamer'
                        when 'AdoptedBySenate' then 'Aangenomen door de Eerste Kamer' when 'Published' then 'Gepubliceerd' else 'In werking' end
                        || ': ' || vague_day(d.day, d.precision) as title,
                    array_to_string(l.aliases, ', ') as text, (d.recorded_at at time zone 'Europe/Amsterdam')::date as happened_on, 'Day' as precision,
                    concat_ws(', ', d.source_title, nullif(d.source_place, '')) as origin
                from law_date d join law l on l.code = d.law_code;
                create constraint trigger law_date_is_told after insert on law_date deferrable initially deferred
                    for each row execute function keep_timeline('laws/%s/dates/%s', 'law_code', 'number');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop view timeline_of_milestone_date, timeline_of_law_date;
                """);

            migrationBuilder.DropTable(
                name: "law_date");

            migrationBuilder.DropTable(
                name: "milestone_date");

            migrationBuilder.DropTable(
                name: "plan_baseline_date");

            migrationBuilder.DropTable(
                name: "milestone");

            migrationBuilder.DropTable(
                name: "plan_baseline");

            migrationBuilder.DropTable(
                name: "law");

            migrationBuilder.DropTable(
                name: "plan");

            migrationBuilder.Sql("""
                drop function vague_day;
                drop function refuse_date_after_reached();
                select rebuild_timeline();
                """);
        }
    }
}
