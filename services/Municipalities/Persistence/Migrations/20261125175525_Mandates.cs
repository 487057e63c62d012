using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Mandates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "mandate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    mandated = table.Column<string>(type: "text", nullable: false),
                    topics = table.Column<List<string>>(type: "text[]", nullable: false),
                    limit_cents = table.Column<long>(type: "bigint", nullable: false),
                    sub_mandate_allowed = table.Column<bool>(type: "boolean", nullable: false),
                    needs_employer_consent = table.Column<bool>(type: "boolean", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mandate", x => x.id);
                    table.CheckConstraint("ck_mandate_limit", "limit_cents >= 0");
                    table.CheckConstraint("ck_mandate_topics", "cardinality(topics) > 0");
                    table.ForeignKey(
                        name: "fk_mandate_mandate_parent_id",
                        column: x => x.parent_id,
                        principalTable: "mandate",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mandate_region_region_id",
                        column: x => x.region_id,
                        principalTable: "region",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mandated_act",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    mandated = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    amount_cents = table.Column<long>(type: "bigint", nullable: false),
                    performed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ratify_by = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mandated_act", x => x.id);
                    table.CheckConstraint("ck_mandated_act_amount", "amount_cents >= 0");
                    table.CheckConstraint("ck_mandated_act_ratify_by", "(state = 'Authorised') = (ratify_by is null)");
                });

            migrationBuilder.CreateTable(
                name: "mandate_consent",
                columns: table => new
                {
                    party = table.Column<string>(type: "text", nullable: false),
                    consented_on = table.Column<DateOnly>(type: "date", nullable: false),
                    mandate_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mandate_consent", x => new { x.mandate_id, x.party, x.consented_on });
                    table.ForeignKey(
                        name: "fk_mandate_consent_mandate_mandate_id",
                        column: x => x.mandate_id,
                        principalTable: "mandate",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mandate_grant",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    mandate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    body_id = table.Column<string>(type: "text", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mandate_grant", x => new { x.mandate_id, x.number });
                    table.CheckConstraint("ck_mandate_grant_validity", "not isempty(validity)");
                    table.ForeignKey(
                        name: "fk_mandate_grant_mandate_mandate_id",
                        column: x => x.mandate_id,
                        principalTable: "mandate",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mandate_grant_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mandated_act_authority",
                columns: table => new
                {
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    mandated_act_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    mandate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ratified = table.Column<bool>(type: "boolean", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mandated_act_authority", x => new { x.mandated_act_id, x.municipality_id });
                    table.CheckConstraint("ck_mandated_act_authority_asked", "reason <> 'Covered' or (ratified is null and mandate_id is not null)");
                    table.CheckConstraint("ck_mandated_act_authority_decided", "(ratified is null) = (decided_on is null)");
                    table.ForeignKey(
                        name: "fk_mandated_act_authority_mandate_mandate_id",
                        column: x => x.mandate_id,
                        principalTable: "mandate",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mandated_act_authority_mandated_act_mandated_act_id",
                        column: x => x.mandated_act_id,
                        principalTable: "mandated_act",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mandated_act_authority_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_mandate_mandated",
                table: "mandate",
                column: "mandated");

            migrationBuilder.CreateIndex(
                name: "ix_mandate_parent_id",
                table: "mandate",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_mandate_region_id_id",
                table: "mandate",
                columns: new[] { "region_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mandate_grant_municipality_id",
                table: "mandate_grant",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_mandated_act_state_id",
                table: "mandated_act",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mandated_act_authority_mandate_id",
                table: "mandated_act_authority",
                column: "mandate_id");

            migrationBuilder.CreateIndex(
                name: "ix_mandated_act_authority_municipality_id",
                table: "mandated_act_authority",
                column: "municipality_id");

            migrationBuilder.Sql("""
                -- What still holds of a grant ends with its withdrawal; a municipality grants a mandate once at a time.
                alter table mandate_grant add constraint ex_mandate_grant_one_at_a_time
                    exclude using gist (mandate_id with =, municipality_id with =, (validity * daterange(null, withdrawn_on)) with &&);

                -- A fact stays as it was recorded but for the columns named in the trigger.
                create function refuse_other_change() returns trigger language plpgsql as $$
                begin
                    if tg_op = 'UPDATE' and (to_jsonb(new) - tg_argv) = (to_jsonb(old) - tg_argv) then
                        return new;
                    end if;
                    raise exception 'Of a row of % only % may change.', tg_table_name, tg_argv
                        using errcode = 'restrict_violation', table = tg_table_name;
                end $$;
                create trigger mandate_grant_never_changes before update or delete on mandate_grant
                    for each row execute function refuse_other_change('withdrawn_on');
                create trigger mandated_act_never_changes before update or delete on mandated_act
                    for each row execute function refuse_other_change('state', 'version');
                create trigger mandated_act_authority_never_changes before update or delete on mandated_act_authority
                    for each row execute function refuse_other_change('ratified', 'decided_on');

                create function refuse_act_without_ground() returns trigger language plpgsql as $$
                declare
                    act uuid;
                begin
                    if tg_table_name = 'mandated_act' then
                        act := new.id;
                    else
                        act := new.mandated_act_id;
                    end if;
                    if exists (
                        select from mandated_act a left join mandated_act_authority o on o.mandated_act_id = a.id
                        where a.id = act and (
                            (a.state = 'Authorised' and o.reason is distinct from 'Covered')
                            or (a.state = 'Ratified' and o.reason <> 'Covered' and o.ratified is not true))) then
                        raise exception 'Act % stands as authorised or ratified without a ground for each municipality.', act
                            using errcode = 'check_violation', constraint = 'ck_mandated_act_ground', table = 'mandated_act';
                    end if;
                    return null;
                end $$;

                -- Checked at commit, since an act and its authorities change together.
                create constraint trigger ck_mandated_act_ground after insert or update on mandated_act
                    deferrable initially deferred for each row execute function refuse_act_without_ground();
                create constraint trigger ck_mandated_act_authority_ground after insert or update on mandated_act_authority
                    deferrable initially deferred for each row execute function refuse_act_without_ground();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mandate_consent");

            migrationBuilder.DropTable(
                name: "mandate_grant");

            migrationBuilder.DropTable(
                name: "mandated_act_authority");

            migrationBuilder.DropTable(
                name: "mandate");

            migrationBuilder.DropTable(
                name: "mandated_act");

            migrationBuilder.Sql("""
                drop function refuse_act_without_ground;
                drop function refuse_other_change;
                """);
        }
    }
}
