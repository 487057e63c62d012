using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Subsidies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "subsidy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grantor_id = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    asked_cents = table.Column<long>(type: "bigint", nullable: false),
                    applied_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decision_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decision_reason = table.Column<string>(type: "text", nullable: false),
                    granted_cents = table.Column<long>(type: "bigint", nullable: true),
                    account_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    accounted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    settlement_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    settled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    settled_cents = table.Column<long>(type: "bigint", nullable: true),
                    reduction = table.Column<string>(type: "text", nullable: true),
                    settlement_reason = table.Column<string>(type: "text", nullable: false),
                    payment_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    paid_cents = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subsidy", x => x.id);
                    table.CheckConstraint("ck_subsidy_accounted", "(accounted_on is null) = (settlement_due_on is null) and (state <> 'Accounted' or accounted_on is not null)");
                    table.CheckConstraint("ck_subsidy_cents", "asked_cents between 1 and 1000000000000 and granted_cents between 1 and asked_cents and settled_cents between 0 and granted_cents and paid_cents between 0 and coalesce(granted_cents, 0)");
                    table.CheckConstraint("ck_subsidy_decided", "(state = 'Applied') = (decided_on is null) and (decided_on is null) = (decision_reason = '')");
                    table.CheckConstraint("ck_subsidy_granted", "(state in ('Granted', 'Accounted', 'Settled')) = (granted_cents is not null) and (granted_cents is null) = (account_due_on is null)");
                    table.CheckConstraint("ck_subsidy_order", "decided_on >= applied_on and accounted_on >= decided_on and settled_on >= coalesce(accounted_on, account_due_on + 1)");
                    table.CheckConstraint("ck_subsidy_period", "not upper_inf(validity)");
                    table.CheckConstraint("ck_subsidy_reduction", "coalesce(settled_cents < granted_cents, false) = (reduction is not null)");
                    table.CheckConstraint("ck_subsidy_settled", "(state = 'Settled') = (settled_cents is not null) and (settled_cents is null) = (settled_on is null) and (settled_on is null) = (payment_due_on is null) and (settled_on is null) = (settlement_reason = '')");
                    table.ForeignKey(
                        name: "fk_subsidy_provider_provider_id",
                        column: x => x.provider_id,
                        principalTable: "provider",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subsidy_payment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    cents = table.Column<long>(type: "bigint", nullable: false),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    subsidy_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subsidy_payment", x => x.id);
                    table.CheckConstraint("ck_subsidy_payment", "cents > 0 and number > 0");
                    table.ForeignKey(
                        name: "fk_subsidy_payment_subsidy_subsidy_id",
                        column: x => x.subsidy_id,
                        principalTable: "subsidy",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_subsidy_provider_id_id",
                table: "subsidy",
                columns: new[] { "provider_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_subsidy_payment_subsidy_id_number",
                table: "subsidy_payment",
                columns: new[] { "subsidy_id", "number" },
                unique: true);

            migrationBuilder.RowsStay("subsidy_payment");

            migrationBuilder.Sql("""
                -- What the provider has is the sum of its payments, whoever writes.
                create function require_subsidy_paid() returns trigger language plpgsql as $$
                declare
                    payee uuid := coalesce(to_jsonb(new) ->> 'subsidy_id', to_jsonb(new) ->> 'id')::uuid;
                begin
                    if (select s.paid_cents from subsidy s where s.id = payee)
                        <> (select coalesce(sum(case p.kind when 'Repayment' then -p.cents else p.cents end), 0) from subsidy_payment p where p.subsidy_id = payee) then
                        raise exception 'what was paid differs from the payments of subsidy %', payee using errcode = 'check_violation', constraint = 'ck_subsidy_paid';
                    end if;
                    return null;
                end $$;
                create constraint trigger subsidy_paid after insert or update of paid_cents on subsidy
                    deferrable initially deferred for each row execute function require_subsidy_paid();
                create constraint trigger subsidy_paid after insert on subsidy_payment
                    deferrable initially deferred for each row execute function require_subsidy_paid();

                create view running_clock_of_subsidy as
                    with told as (select *, case when grantor_id ~ '^GM[0-9]{4}$' then grantor_id end as municipality_id from subsidy)
                    select 'SubsidyDecision' as kind, id as subject_id, subject, provider_id, municipality_id, decision_due_on as due_on,
                           applied_on as since, decided_on as until, 'contract-manager' as owner
                    from told
                    union all
                    select 'SubsidyAccount', id, subject, provider_id, municipality_id, account_due_on, decided_on, coalesce(accounted_on, settled_on), 'provider'
                    from told where account_due_on is not null
                    union all
                    select 'SubsidySettlement', id, subject, provider_id, municipality_id,
                           coalesce(settlement_due_on, account_due_on + term_on('SubsidyDecisionDays', account_due_on)),
                           coalesce(accounted_on, account_due_on + 1), settled_on, 'contract-manager'
                    from told where account_due_on is not null
                    union all
                    select 'SubsidyPayment', id, subject, provider_id, municipality_id, payment_due_on, settled_on, null,
                           case when paid_cents < settled_cents then 'contract-manager' else 'provider' end
                    from told where paid_cents <> settled_cents;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop view running_clock_of_subsidy;");

            migrationBuilder.DropTable(
                name: "subsidy_payment");

            migrationBuilder.DropTable(
                name: "subsidy");

            migrationBuilder.Sql("drop function require_subsidy_paid;");
        }
    }
}
