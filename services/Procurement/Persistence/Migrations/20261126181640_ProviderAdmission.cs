using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ProviderAdmission : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop view running_clock_of_provider;");

            migrationBuilder.CreateTable(
                name: "admission_step",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    previous = table.Column<string>(type: "text", nullable: true),
                    holds_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_admission_step", x => x.id);
                    table.UniqueConstraint("ak_admission_step_provider_id_number_state", x => new { x.provider_id, x.number, x.state });
                    table.CheckConstraint("ck_admission_step_ground", "ground <> ''");
                    table.CheckConstraint("ck_admission_step_next", "(number = 1) = (previous is null) and case coalesce(previous, 'None')\n    when 'Applied' then state in ('Admitted', 'Refused', 'Withdrawn')\n    when 'Admitted' then state in ('Suspended', 'Withdrawn')\n    when 'Suspended' then state in ('Admitted', 'Withdrawn')\n    else state = 'Applied'\nend");
                    table.ForeignKey(
                        name: "fk_admission_step_provider_provider_id",
                        column: x => x.provider_id,
                        principalTable: "provider",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "care_form",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_form", x => x.id);
                    table.ForeignKey(
                        name: "fk_care_form_provider_provider_id",
                        column: x => x.provider_id,
                        principalTable: "provider",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certificate_suspension",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    lift_ground = table.Column<string>(type: "text", nullable: false),
                    certificate_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_suspension", x => x.id);
                    table.CheckConstraint("ck_certificate_suspension", "ground <> '' and upper_inf(validity) = (lift_ground = '')");
                    table.ForeignKey(
                        name: "fk_certificate_suspension_certificate_certificate_id",
                        column: x => x.certificate_id,
                        principalTable: "certificate",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "subcontract",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    agb_code = table.Column<string>(type: "text", nullable: false),
                    product_id = table.Column<string>(type: "text", nullable: true),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subcontract", x => x.id);
                    table.CheckConstraint("ck_subcontract", "name <> '' and (agb_code = '' or agb_code ~ '^[0-9]{8}$')");
                    table.ForeignKey(
                        name: "fk_subcontract_product_product_id",
                        column: x => x.product_id,
                        principalTable: "product",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subcontract_provider_provider_id",
                        column: x => x.provider_id,
                        principalTable: "provider",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "supervision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    inspectorate = table.Column<string>(type: "text", nullable: false),
                    measure = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision", x => x.id);
                    table.CheckConstraint("ck_supervision", "summary <> ''");
                    table.ForeignKey(
                        name: "fk_supervision_provider_provider_id",
                        column: x => x.provider_id,
                        principalTable: "provider",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_admission_step_provider_id_number",
                table: "admission_step",
                columns: new[] { "provider_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_care_form_provider_id",
                table: "care_form",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_suspension_certificate_id",
                table: "certificate_suspension",
                column: "certificate_id");

            migrationBuilder.CreateIndex(
                name: "ix_subcontract_product_id",
                table: "subcontract",
                column: "product_id");

            migrationBuilder.CreateIndex(
                name: "ix_subcontract_provider_id",
                table: "subcontract",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_supervision_provider_id",
                table: "supervision",
                column: "provider_id");
            migrationBuilder.Sql("""
                insert into certificate_suspension (id, certificate_id, validity, ground, lift_ground)
                select gen_random_uuid(), id, daterange(suspended_on, null), suspension_ground, '' from certificate where suspended_on is not null;
                """);

            migrationBuilder.DropCheckConstraint(
                name: "ck_certificate_suspended",
                table: "certificate");

            migrationBuilder.DropColumn(
                name: "suspended_on",
                table: "certificate");

            migrationBuilder.DropColumn(
                name: "suspension_ground",
                table: "certificate");

            migrationBuilder.Sql("""
                -- A certificate is suspended once on a day, a form of care and a subcontractor are recorded once for a day.
                alter table certificate_suspension add constraint ex_certificate_suspension exclude using gist (certificate_id with =, validity with &&);
                alter table care_form add constraint ex_care_form exclude using gist (provider_id with =, kind with =, validity with &&);
                alter table subcontract add constraint ex_subcontract exclude using gist
                    (provider_id with =, name with =, coalesce(product_id, '') with =, validity with &&);

                -- A step follows the one with the number before it, in the state that it says.
                alter table admission_step add column previous_number integer generated always as (nullif(number - 1, 0)) stored;
                alter table admission_step add constraint fk_admission_step_previous foreign key (provider_id, previous_number, previous)
                    references admission_step (provider_id, number, state);

                create view running_clock_of_provider as
                    select 'CertificateEnd' as kind, c.id as subject_id, c.name as subject, c.provider_id, null::text as municipality_id, upper(c.validity) - 1 as due_on,
                           dutch_day(c.recorded_at) as since, null::date as until, 'contract-manager' as owner
                    from certificate c
                    where not upper_inf(c.validity) and not exists (
                        select from certificate n where n.provider_id = c.provider_id and n.name = c.name and (upper_inf(n.validity) or upper(n.validity) > upper(c.validity)))
                    union all
                    select 'CertificateSuspended', c.id, c.name, c.provider_id, null, lower(s.validity), lower(s.validity), least(upper(s.validity), upper(c.validity)), 'contract-manager'
                    from certificate_suspension s join certificate c on c.id = s.certificate_id
                    union all
                    select 'SignalFollowUp', id, summary, provider_id, null, follow_up_on, noted_on, closed_on, 'contract-manager' from continuity_signal;
                """);

            migrationBuilder.RowsStay("admission_step");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop view running_clock_of_provider;");

            migrationBuilder.AddColumn<DateOnly>(
                name: "suspended_on",
                table: "certificate",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "suspension_ground",
                table: "certificate",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("""
                update certificate c set suspended_on = lower(s.validity), suspension_ground = s.ground
                from certificate_suspension s where s.certificate_id = c.id and upper_inf(s.validity);
                alter table certificate alter column suspension_ground drop default;
                """);

            migrationBuilder.AddCheckConstraint(
                name: "ck_certificate_suspended",
                table: "certificate",
                sql: "(suspended_on is null) = (suspension_ground = '') and (suspended_on is null or validity @> suspended_on)");

            migrationBuilder.DropTable(
                name: "admission_step");

            migrationBuilder.DropTable(
                name: "care_form");

            migrationBuilder.DropTable(
                name: "certificate_suspension");

            migrationBuilder.DropTable(
                name: "subcontract");

            migrationBuilder.DropTable(
                name: "supervision");

            migrationBuilder.Sql("""
                create view running_clock_of_provider as
                    select 'CertificateEnd' as kind, c.id as subject_id, c.name as subject, c.provider_id, null::text as municipality_id, upper(c.validity) - 1 as due_on,
                           dutch_day(c.recorded_at) as since, null::date as until, 'contract-manager' as owner
                    from certificate c
                    where not upper_inf(c.validity) and not exists (
                        select from certificate n where n.provider_id = c.provider_id and n.name = c.name and (upper_inf(n.validity) or upper(n.validity) > upper(c.validity)))
                    union all
                    select 'CertificateSuspended', id, name, provider_id, null, suspended_on, suspended_on, upper(validity), 'contract-manager'
                    from certificate where suspended_on is not null
                    union all
                    select 'SignalFollowUp', id, summary, provider_id, null, follow_up_on, noted_on, closed_on, 'contract-manager' from continuity_signal;
                """);
        }
    }
}
