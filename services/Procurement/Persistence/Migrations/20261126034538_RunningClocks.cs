using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RunningClocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "reviewed_on",
                table: "client_stop",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "certificate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    suspended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    suspension_ground = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate", x => x.id);
                    table.CheckConstraint("ck_certificate_suspended", "(suspended_on is null) = (suspension_ground = '') and (suspended_on is null or validity @> suspended_on)");
                    table.ForeignKey(
                        name: "fk_certificate_provider_provider_id",
                        column: x => x.provider_id,
                        principalTable: "provider",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "continuity_signal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    noted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    follow_up_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_continuity_signal", x => x.id);
                    table.CheckConstraint("ck_continuity_signal_closed", "(closed_on is null) = (outcome = '')");
                    table.CheckConstraint("ck_continuity_signal_days", "follow_up_on >= noted_on and (closed_on is null or closed_on >= noted_on)");
                    table.ForeignKey(
                        name: "fk_continuity_signal_provider_provider_id",
                        column: x => x.provider_id,
                        principalTable: "provider",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contract_review",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_review", x => x.id);
                    table.ForeignKey(
                        name: "fk_contract_review_contract_contract_id_provider_id",
                        columns: x => new { x.contract_id, x.provider_id },
                        principalTable: "contract",
                        principalColumns: new[] { "id", "provider_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "essential_supply",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    product_id = table.Column<string>(type: "text", nullable: true),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_essential_supply", x => x.id);
                    table.CheckConstraint("ck_essential_supply_ground", "ground <> ''");
                    table.ForeignKey(
                        name: "fk_essential_supply_product_product_id",
                        column: x => x.product_id,
                        principalTable: "product",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_essential_supply_provider_provider_id",
                        column: x => x.provider_id,
                        principalTable: "provider",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "improvement_plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    measures = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_improvement_plan", x => x.id);
                    table.CheckConstraint("ck_improvement_plan_agreed", "(state <> 'Open' or measures = '') and (state not in ('Agreed', 'Done') or measures <> '')");
                    table.CheckConstraint("ck_improvement_plan_closed", "(state in ('Done', 'Failed')) = (closed_on is not null) and (closed_on is null) = (outcome = '')");
                    table.ForeignKey(
                        name: "fk_improvement_plan_contract_contract_id_provider_id",
                        columns: x => new { x.contract_id, x.provider_id },
                        principalTable: "contract",
                        principalColumns: new[] { "id", "provider_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "obligation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: true),
                    origin = table.Column<string>(type: "text", nullable: false),
                    debtor = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    settled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_obligation", x => x.id);
                    table.CheckConstraint("ck_obligation_contract", "origin <> 'Contract' or contract_id is not null");
                    table.CheckConstraint("ck_obligation_settled", "(state = 'Open') = (settled_on is null) and (state = 'Open') = (evidence = '')");
                    table.ForeignKey(
                        name: "fk_obligation_contract_contract_id_provider_id",
                        columns: x => new { x.contract_id, x.provider_id },
                        principalTable: "contract",
                        principalColumns: new[] { "id", "provider_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_obligation_provider_provider_id",
                        column: x => x.provider_id,
                        principalTable: "provider",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicator_score",
                columns: table => new
                {
                    indicator = table.Column<string>(type: "text", nullable: false),
                    review_id = table.Column<Guid>(type: "uuid", nullable: false),
                    score_hundredths = table.Column<int>(type: "integer", nullable: false),
                    norm_hundredths = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_score", x => new { x.review_id, x.indicator });
                    table.CheckConstraint("ck_indicator_score", "score_hundredths >= 0 and norm_hundredths >= 0");
                    table.ForeignKey(
                        name: "fk_indicator_score_contract_review_review_id",
                        column: x => x.review_id,
                        principalTable: "contract_review",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_certificate_provider_id",
                table: "certificate",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_continuity_signal_provider_id",
                table: "continuity_signal",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_review_contract_id_held_on",
                table: "contract_review",
                columns: new[] { "contract_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "ix_contract_review_contract_id_provider_id",
                table: "contract_review",
                columns: new[] { "contract_id", "provider_id" });

            migrationBuilder.CreateIndex(
                name: "ix_essential_supply_product_id",
                table: "essential_supply",
                column: "product_id");

            migrationBuilder.CreateIndex(
                name: "ix_essential_supply_provider_id",
                table: "essential_supply",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_improvement_plan_contract_id_provider_id",
                table: "improvement_plan",
                columns: new[] { "contract_id", "provider_id" });

            migrationBuilder.CreateIndex(
                name: "ix_improvement_plan_provider_id_id",
                table: "improvement_plan",
                columns: new[] { "provider_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_obligation_contract_id_provider_id",
                table: "obligation",
                columns: new[] { "contract_id", "provider_id" });

            migrationBuilder.CreateIndex(
                name: "ix_obligation_provider_id_id",
                table: "obligation",
                columns: new[] { "provider_id", "id" });

            migrationBuilder.Sql("""
                -- Essential supply is recorded once for a product on a day.
                alter table essential_supply add constraint ex_essential_supply exclude using gist
                    (provider_id with =, coalesce(product_id, '') with =, validity with &&);

                -- The value of a term on a day, as the rules take it.
                create function term_on(asked text, day date) returns integer language sql stable as $$
                    select value from term_setting where term = asked
                    order by starts_on <= day desc, case when starts_on <= day then starts_on end desc nulls last, starts_on limit 1
                $$;
                create function dutch_day(moment timestamptz) returns date language sql immutable as $$
                    select (moment at time zone 'Europe/Amsterdam')::date
                $$;

                -- Each clock from what its aggregate stores: it runs from since until until, and is due on its last day.
                create view running_clock_of_contract as
                    select 'ContractNotice' as kind, id as subject_id, subject, provider_id, null::text as municipality_id, notice_on as due_on,
                           dutch_day(signed_at) as since, case when renewals < most_renewals then upper(validity) else notice_on + 1 end as until, 'contract-manager' as owner
                    from (select *, (upper(validity) - make_interval(months => notice_months))::date as notice_on from contract where state = 'Signed' and not upper_inf(validity)) c
                    union all
                    select 'ContractEnd', id, subject, provider_id, null, coalesce(end_date, upper(validity)) - 1, dutch_day(signed_at), coalesce(end_date, upper(validity)), 'contract-manager'
                    from contract where state in ('Signed', 'Terminated') and (end_date is not null or not upper_inf(validity));

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

                create view running_clock_of_procedure as
                    select 'StandstillEnd' as kind, id as subject_id, title as subject, null::uuid as provider_id, null::text as municipality_id, standstill_until as due_on,
                           intended_on as since, awarded_on as until, 'contract-manager' as owner
                    from procedure where standstill_until is not null and state <> 'Withdrawn'
                    union all
                    select 'ReportBack', id, title, null, null, awarded_on + report_back_days, awarded_on, reported_back_on, 'contract-manager'
                    from procedure where lead_region <> '' and awarded_on is not null;

                -- A decision after a warning is one that is not the first: that set the ceiling.
                create view running_clock_of_ceiling as
                    select 'CeilingView' as kind, c.id as subject_id, k.subject, c.provider_id, null::text as municipality_id, c.view_due_on as due_on,
                           dutch_day(c.created_at) as since, null::date as until, 'provider' as owner
                    from ceiling c join contract k on k.id = c.contract_id where c.state = 'Intention'
                    union all
                    select case when c.met_on is null then 'CeilingMeeting' else 'CeilingDecision' end, c.id, k.subject, c.provider_id, null, c.meeting_due_on,
                           coalesce(c.met_on, c.warned_on), null, 'contract-manager'
                    from ceiling c join contract k on k.id = c.contract_id
                    where c.warned_on is not null and (c.state in ('Warned', 'Met') or (c.state = 'Reached' and not exists (
                        select from ceiling_decision d where d.ceiling_id = c.id and dutch_day(d.decided_at) >= coalesce(c.met_on, c.warned_on)
                            and exists (select from ceiling_decision f where f.ceiling_id = c.id and f.decided_at < d.decided_at))));

                create view running_clock_of_client_stop as
                    select 'ClientStopReview' as kind, id as subject_id, coalesce(product_id, 'alle producten') as subject, provider_id, null::text as municipality_id,
                           seen_on + term_on('ClientStopReviewDays', seen_on) as due_on, lower(validity) as since, upper(validity) as until, 'contract-manager' as owner
                    from (select *, coalesce(reviewed_on, lower(validity)) as seen_on from client_stop) s;

                create view running_clock_of_purchase_request as
                    select 'PurchaseAnswer' as kind, id as subject_id, product_id as subject, null::uuid as provider_id, municipality_id,
                           asked_on + term_on('PurchaseAnswerDays', asked_on) as due_on, asked_on as since, dutch_day(decided_at) as until, 'contract-manager' as owner
                    from (select *, dutch_day(created_at) as asked_on from purchase_request) r;

                create view running_clock_of_contract_management as
                    select 'ContractReview' as kind, id as subject_id, subject, provider_id, null::text as municipality_id,
                           (seen_on + make_interval(months => term_on('ReviewMonths', seen_on)))::date as due_on, seen_on as since, upper(validity) as until, 'contract-manager' as owner
                    from (select c.*, coalesce((select max(r.held_on) from contract_review r where r.contract_id = c.id), lower(c.validity)) as seen_on
                          from contract c where c.state = 'Signed') c
                    union all
                    select 'ImprovementPlan', id, subject, provider_id, null, due_on, opened_on, closed_on, owner from improvement_plan
                    union all
                    select 'Obligation', id, subject, provider_id, null, due_on, dutch_day(recorded_at), settled_on, owner from obligation;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop view running_clock_of_contract, running_clock_of_provider, running_clock_of_procedure, running_clock_of_ceiling, running_clock_of_client_stop, running_clock_of_purchase_request, running_clock_of_contract_management;
                drop function term_on;
                drop function dutch_day;
                """);

            migrationBuilder.DropTable(
                name: "certificate");

            migrationBuilder.DropTable(
                name: "continuity_signal");

            migrationBuilder.DropTable(
                name: "essential_supply");

            migrationBuilder.DropTable(
                name: "improvement_plan");

            migrationBuilder.DropTable(
                name: "indicator_score");

            migrationBuilder.DropTable(
                name: "obligation");

            migrationBuilder.DropTable(
                name: "contract_review");

            migrationBuilder.DropColumn(
                name: "reviewed_on",
                table: "client_stop");
        }
    }
}
