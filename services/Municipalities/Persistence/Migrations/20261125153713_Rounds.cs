using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Rounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "decision_round",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    steering_body_id = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: true),
                    asks_public_comment = table.Column<bool>(type: "boolean", nullable: false),
                    views_of = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    asks_views = table.Column<bool>(type: "boolean", nullable: false),
                    comments_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    views_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decisions_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version_in_force = table.Column<int>(type: "integer", nullable: true),
                    adopted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_round", x => x.id);
                    table.CheckConstraint("ck_decision_round_adopted", "(version_in_force is null) = (adopted_on is null) and (state <> 'Adopted' or version_in_force = version_number)");
                    table.CheckConstraint("ck_decision_round_subject", "char_length(subject) between 1 and 200");
                    table.CheckConstraint("ck_decision_round_version_number", "version_number >= 1 and coalesce(version_in_force, 1) between 1 and version_number");
                    table.ForeignKey(
                        name: "fk_decision_round_region_region_id",
                        column: x => x.region_id,
                        principalTable: "region",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "region_role",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    start_precision = table.Column<string>(type: "text", nullable: false),
                    end_precision = table.Column<string>(type: "text", nullable: true),
                    remark = table.Column<string>(type: "text", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_region_role", x => x.id);
                    table.CheckConstraint("ck_region_role_end", "upper_inf(validity) = (end_precision is null)");
                    table.ForeignKey(
                        name: "fk_region_role_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_region_role_region_region_id",
                        column: x => x.region_id,
                        principalTable: "region",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_body",
                columns: table => new
                {
                    body_id = table.Column<string>(type: "text", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: true),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_body", x => new { x.round_id, x.body_id });
                    table.ForeignKey(
                        name: "fk_round_body_decision_round_round_id",
                        column: x => x.round_id,
                        principalTable: "decision_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_round_body_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_decision",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_id = table.Column<string>(type: "text", nullable: false),
                    step_code = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    literal_text = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    version_number = table.Column<int>(type: "integer", nullable: true),
                    refusal_ground = table.Column<string>(type: "text", nullable: true),
                    deferred_until = table.Column<DateOnly>(type: "date", nullable: true),
                    blocked_step = table.Column<string>(type: "text", nullable: false),
                    without_mandate = table.Column<string>(type: "text", nullable: false),
                    flags = table.Column<List<string>>(type: "text[]", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    counts = table.Column<bool>(type: "boolean", nullable: false),
                    ruling = table.Column<string>(type: "text", nullable: true),
                    ruling_reason = table.Column<string>(type: "text", nullable: false),
                    ruled_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_decision", x => new { x.round_id, x.number });
                    table.CheckConstraint("ck_round_decision_counts", "not counts or (flags = '{}' and version_number is not null)");
                    table.CheckConstraint("ck_round_decision_ruling", "(ruling is null) = (ruled_on is null) and (ruling is null or ruling_reason <> '')");
                    table.CheckConstraint("ck_round_decision_text", "literal_text <> ''");
                    table.ForeignKey(
                        name: "fk_round_decision_decision_round_round_id",
                        column: x => x.round_id,
                        principalTable: "decision_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_duty",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    kind = table.Column<string>(type: "text", nullable: false),
                    body_id = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    body_name = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: true),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: true),
                    if_refused = table.Column<string>(type: "text", nullable: true),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_duty", x => x.id);
                    table.ForeignKey(
                        name: "fk_round_duty_decision_round_round_id",
                        column: x => x.round_id,
                        principalTable: "decision_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "round_follow_up",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    owner_body_id = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    source_number = table.Column<int>(type: "integer", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    done_note = table.Column<string>(type: "text", nullable: false),
                    dropped = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_follow_up", x => new { x.round_id, x.number });
                    table.CheckConstraint("ck_round_follow_up_done", "(done_on is null) = (done_note = '')");
                    table.ForeignKey(
                        name: "fk_round_follow_up_decision_round_round_id",
                        column: x => x.round_id,
                        principalTable: "decision_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_step",
                columns: table => new
                {
                    position = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    body_kinds = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    required = table.Column<int>(type: "integer", nullable: false),
                    conditions_count = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_step", x => new { x.round_id, x.position });
                    table.CheckConstraint("ck_round_step_required", "required >= 1");
                    table.ForeignKey(
                        name: "fk_round_step_decision_round_round_id",
                        column: x => x.round_id,
                        principalTable: "decision_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "round_text",
                columns: table => new
                {
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    definitive = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_text", x => new { x.round_id, x.version_number, x.definitive, x.revision });
                    table.CheckConstraint("ck_round_text_content_hash", "content_hash ~ '^[0-9a-f]{64}$'");
                    table.ForeignKey(
                        name: "fk_round_text_decision_round_round_id",
                        column: x => x.round_id,
                        principalTable: "decision_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_view",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    body_id = table.Column<string>(type: "text", nullable: true),
                    party = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    flags = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_view", x => new { x.round_id, x.number });
                    table.CheckConstraint("ck_round_view_received", "(state in ('Outstanding', 'Silent')) or received_on is not null");
                    table.ForeignKey(
                        name: "fk_round_view_decision_round_round_id",
                        column: x => x.round_id,
                        principalTable: "decision_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_remark",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    view_number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    weighing = table.Column<string>(type: "text", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: false),
                    follow_up_number = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_remark", x => new { x.round_id, x.view_number, x.number });
                    table.CheckConstraint("ck_round_remark_carried", "(weighing is not distinct from 'CarriedIntoImplementation') = (follow_up_number is not null)");
                    table.ForeignKey(
                        name: "fk_round_remark_round_view_round_id_view_number",
                        columns: x => new { x.round_id, x.view_number },
                        principalTable: "round_view",
                        principalColumns: new[] { "round_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_decision_round_reference",
                table: "decision_round",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decision_round_region_id_id",
                table: "decision_round",
                columns: new[] { "region_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_round_state_id",
                table: "decision_round",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_region_role_municipality_id",
                table: "region_role",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_region_role_region_id",
                table: "region_role",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_round_body_municipality_id",
                table: "round_body",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_round_duty_due_on_id",
                table: "round_duty",
                columns: new[] { "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_round_duty_municipality_id_due_on_id",
                table: "round_duty",
                columns: new[] { "municipality_id", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_round_duty_region_id_due_on_id",
                table: "round_duty",
                columns: new[] { "region_id", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_round_duty_round_id_kind_body_id_code",
                table: "round_duty",
                columns: new[] { "round_id", "kind", "body_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_round_step_round_id_code",
                table: "round_step",
                columns: new[] { "round_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_round_text_round_id_content_hash_definitive",
                table: "round_text",
                columns: new[] { "round_id", "content_hash", "definitive" },
                unique: true);

            migrationBuilder.Sql("""
                -- A decision stays as it was taken; only what the region makes of it moves.
                create function refuse_decision_change() returns trigger language plpgsql as $$
                declare
                    free text[] := array['counts', 'ruling', 'ruling_reason', 'ruled_on'];
                begin
                    if tg_op = 'UPDATE' and (to_jsonb(new) - free) = (to_jsonb(old) - free) then
                        return new;
                    end if;
                    raise exception 'Decisions never change; a reversal is another decision.'
                        using errcode = 'restrict_violation', table = tg_table_name;
                end $$;
                create trigger round_decision_never_changes before update or delete on round_decision
                    for each row execute function refuse_decision_change();
                create trigger round_decision_stays before truncate on round_decision
                    for each statement execute function refuse_change();
                create trigger round_text_never_changes before update or delete or truncate on round_text
                    for each statement execute function refuse_change();

                create function refuse_adoption_below_threshold() returns trigger language plpgsql as $$
                declare
                    adopted uuid;
                begin
                    if tg_table_name = 'decision_round' then
                        adopted := new.id;
                    else
                        adopted := new.round_id;
                    end if;
                    if exists (
                        select from decision_round r join round_step s on s.round_id = r.id
                        where r.id = adopted and r.state = 'Adopted' and s.required > (
                            select count(distinct d.body_id) from round_decision d
                            where d.round_id = r.id and d.step_code = s.code and d.version_number = r.version_number and d.counts)) then
                        raise exception 'Round % is adopted below the threshold of a step.', adopted
                            using errcode = 'check_violation', constraint = 'ck_decision_round_threshold', table = 'decision_round';
                    end if;
                    return null;
                end $$;

                -- Checked at commit, since a round and its decisions change together.
                create constraint trigger ck_decision_round_threshold after insert or update on decision_round
                    deferrable initially deferred for each row execute function refuse_adoption_below_threshold();
                create constraint trigger ck_round_decision_threshold after insert or update on round_decision
                    deferrable initially deferred for each row execute function refuse_adoption_below_threshold();

                -- Whoever watches a round hears that it changed.
                create function notify_round_changed() returns trigger language plpgsql as $$
                begin
                    perform pg_notify('round_changed', new.id::text);
                    return null;
                end $$;
                create trigger decision_round_notifies after insert or update on decision_round
                    for each row execute function notify_round_changed();

                alter table region_role add constraint ex_region_role_one_municipality
                    exclude using gist (region_id with =, kind with =, validity with &&);
                alter table region_role add constraint ck_region_role_validity check (not isempty(validity));

                create trigger region_role_notifies after insert or update or delete or truncate on region_role
                    for each statement execute function notify_register_changed();
                create trigger claim_notifies after insert or update or delete or truncate on claim
                    for each statement execute function notify_register_changed();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "region_role");

            migrationBuilder.DropTable(
                name: "round_body");

            migrationBuilder.DropTable(
                name: "round_decision");

            migrationBuilder.DropTable(
                name: "round_duty");

            migrationBuilder.DropTable(
                name: "round_follow_up");

            migrationBuilder.DropTable(
                name: "round_remark");

            migrationBuilder.DropTable(
                name: "round_step");

            migrationBuilder.DropTable(
                name: "round_text");

            migrationBuilder.DropTable(
                name: "round_view");

            migrationBuilder.DropTable(
                name: "decision_round");

            migrationBuilder.Sql("""
                drop trigger claim_notifies on claim;
                drop function refuse_decision_change;
                drop function refuse_adoption_below_threshold;
                drop function notify_round_changed;
                """);
        }
    }
}
