using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class BodiesAndAgreements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agreement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    form = table.Column<string>(type: "text", nullable: true),
                    subject = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: true),
                    municipality_ids = table.Column<List<string>>(type: "text[]", nullable: false),
                    other_parties = table.Column<List<string>>(type: "text[]", nullable: false),
                    notice_months = table.Column<int>(type: "integer", nullable: false),
                    alert_days = table.Column<int>(type: "integer", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: true),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    notice_on = table.Column<DateOnly>(type: "date", nullable: true),
                    termination_reason = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement", x => x.id);
                    table.CheckConstraint("ck_agreement_form", "(kind = 'JointArrangement') = (form is not null)");
                    table.CheckConstraint("ck_agreement_parties", "cardinality(municipality_ids) > 0");
                    table.CheckConstraint("ck_agreement_signed", "(validity is null) = (signed_on is null) and (validity is null) = (content_hash = '')");
                    table.CheckConstraint("ck_agreement_terminated", "(notice_on is null) = (termination_reason = '') and (notice_on is null or not upper_inf(validity))");
                    table.CheckConstraint("ck_agreement_terms", "notice_months >= 0 and alert_days > 0");
                    table.ForeignKey(
                        name: "fk_agreement_region_region_id",
                        column: x => x.region_id,
                        principalTable: "region",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "body",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    is_outside = table.Column<bool>(type: "boolean", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_body", x => x.id);
                    table.CheckConstraint("ck_body_id", "id = region_id || ':' || code");
                    table.ForeignKey(
                        name: "fk_body_region_region_id",
                        column: x => x.region_id,
                        principalTable: "region",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_addendum",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    new_end_on = table.Column<DateOnly>(type: "date", nullable: true),
                    content_hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_addendum", x => new { x.agreement_id, x.number });
                    table.CheckConstraint("ck_agreement_addendum_content_hash", "content_hash ~ '^[0-9a-f]{64}$'");
                    table.ForeignKey(
                        name: "fk_agreement_addendum_agreement_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_alert",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    shown_from = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    obligation_number = table.Column<int>(type: "integer", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_alert", x => x.id);
                    table.CheckConstraint("ck_agreement_alert_obligation", "(kind = 'Obligation') = (obligation_number > 0)");
                    table.ForeignKey(
                        name: "fk_agreement_alert_agreement_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreement_obligation",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    owner_body_id = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    done_note = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_obligation", x => new { x.agreement_id, x.number });
                    table.CheckConstraint("ck_agreement_obligation_done", "(done_on is null) = (done_note = '')");
                    table.ForeignKey(
                        name: "fk_agreement_obligation_agreement_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "body_quorum",
                columns: table => new
                {
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    body_id = table.Column<string>(type: "text", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_body_quorum", x => new { x.body_id, x.starts_on });
                    table.CheckConstraint("ck_body_quorum_number", "(rule = 'Fixed') = (number > 0)");
                    table.ForeignKey(
                        name: "fk_body_quorum_body_body_id",
                        column: x => x.body_id,
                        principalTable: "body",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "body_seat",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    body_id = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: true),
                    minutes_per_week = table.Column<int>(type: "integer", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_body_seat", x => new { x.body_id, x.number });
                    table.CheckConstraint("ck_body_seat_minutes", "minutes_per_week >= 0");
                    table.ForeignKey(
                        name: "fk_body_seat_body_body_id",
                        column: x => x.body_id,
                        principalTable: "body",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_body_seat_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outside_meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_id = table.Column<string>(type: "text", nullable: false),
                    seat_number = table.Column<int>(type: "integer", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    report_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: true),
                    report_reference = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outside_meeting", x => x.id);
                    table.CheckConstraint("ck_outside_meeting_due", "report_due_on >= held_on");
                    table.CheckConstraint("ck_outside_meeting_reported", "(reported_on is null) = (report_reference = '')");
                    table.ForeignKey(
                        name: "fk_outside_meeting_body_seat_body_id_seat_number",
                        columns: x => new { x.body_id, x.seat_number },
                        principalTable: "body_seat",
                        principalColumns: new[] { "body_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seat_holder",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    function = table.Column<string>(type: "text", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    body_id = table.Column<string>(type: "text", nullable: true),
                    seat_number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seat_holder", x => x.id);
                    table.ForeignKey(
                        name: "fk_seat_holder_body_seat_body_id_seat_number",
                        columns: x => new { x.body_id, x.seat_number },
                        principalTable: "body_seat",
                        principalColumns: new[] { "body_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_reference",
                table: "agreement",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreement_region_id_id",
                table: "agreement",
                columns: new[] { "region_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_alert_agreement_id",
                table: "agreement_alert",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_alert_due_on_id",
                table: "agreement_alert",
                columns: new[] { "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_body_region_id_id",
                table: "body",
                columns: new[] { "region_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_body_seat_municipality_id",
                table: "body_seat",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_outside_meeting_body_id_report_due_on_id",
                table: "outside_meeting",
                columns: new[] { "body_id", "report_due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_outside_meeting_body_id_seat_number",
                table: "outside_meeting",
                columns: new[] { "body_id", "seat_number" });

            migrationBuilder.CreateIndex(
                name: "ix_outside_meeting_owed",
                table: "outside_meeting",
                columns: new[] { "report_due_on", "id" },
                filter: "reported_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_seat_holder_body_id_seat_number",
                table: "seat_holder",
                columns: new[] { "body_id", "seat_number" });

            migrationBuilder.Sql("""
                alter table body add constraint ck_body_validity check (not isempty(validity));
                alter table body_seat add constraint ck_body_seat_validity check (not isempty(validity));
                alter table seat_holder add constraint ck_seat_holder_validity check (not isempty(validity));
                alter table agreement add constraint ck_agreement_validity check (not isempty(validity));

                -- One fills a seat at a time. Checked at commit, since who leaves and who comes change together.
                alter table seat_holder add constraint ex_seat_holder_one_at_a_time
                    exclude using gist (body_id with =, seat_number with =, validity with &&) deferrable initially deferred;

                create function refuse_holder_outside_seat() returns trigger language plpgsql as $$
                begin
                    if exists (
                        select from body b join body_seat s on s.body_id = b.id left join seat_holder h on h.body_id = s.body_id and h.seat_number = s.number
                        where b.id = new.body_id and (not s.validity <@ b.validity or not h.validity <@ s.validity)) then
                        raise exception 'A seat exists no longer than its body, and is filled no longer than it exists.'
                            using errcode = 'check_violation', constraint = 'ck_seat_holder_inside_seat', table = tg_table_name;
                    end if;
                    return null;
                end $$;
                create constraint trigger ck_seat_holder_inside_seat after insert or update on seat_holder
                    deferrable initially deferred for each row execute function refuse_holder_outside_seat();
                create constraint trigger ck_body_seat_inside_body after insert or update on body_seat
                    deferrable initially deferred for each row execute function refuse_holder_outside_seat();

                create trigger seat_holder_never_changes before update or delete on seat_holder
                    for each row execute function refuse_other_change('validity');
                create trigger outside_meeting_never_changes before update or delete on outside_meeting
                    for each row execute function refuse_other_change('reported_on', 'report_reference', 'version');
                create trigger agreement_addendum_never_changes before update or delete or truncate on agreement_addendum
                    for each statement execute function refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement_addendum");

            migrationBuilder.DropTable(
                name: "agreement_alert");

            migrationBuilder.DropTable(
                name: "agreement_obligation");

            migrationBuilder.DropTable(
                name: "body_quorum");

            migrationBuilder.DropTable(
                name: "outside_meeting");

            migrationBuilder.DropTable(
                name: "seat_holder");

            migrationBuilder.DropTable(
                name: "agreement");

            migrationBuilder.DropTable(
                name: "body_seat");

            migrationBuilder.DropTable(
                name: "body");

            migrationBuilder.Sql("""
                drop function refuse_holder_outside_seat;
                """);
        }
    }
}
