using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FundsAndHours : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "fund",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    grantor = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: true),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    warn_days = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fund", x => x.id);
                    table.CheckConstraint("ck_fund_warn_days", "warn_days > 0");
                    table.ForeignKey(
                        name: "fk_fund_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fund_region_region_id",
                        column: x => x.region_id,
                        principalTable: "region",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hour_rate",
                columns: table => new
                {
                    work = table.Column<string>(type: "text", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    rate_cents = table.Column<long>(type: "bigint", nullable: false),
                    remark = table.Column<string>(type: "text", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hour_rate", x => new { x.work, x.starts_on });
                    table.CheckConstraint("ck_hour_rate_cents", "rate_cents > 0");
                });

            migrationBuilder.CreateTable(
                name: "fund_application",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount_cents = table.Column<long>(type: "bigint", nullable: false),
                    applied_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    granted_cents = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fund_application", x => new { x.fund_id, x.number });
                    table.CheckConstraint("ck_fund_application_amount", "amount_cents > 0");
                    table.CheckConstraint("ck_fund_application_granted", "granted_cents >= 0 and (decided_on is not null or granted_cents = 0)");
                    table.ForeignKey(
                        name: "fk_fund_application_fund_fund_id",
                        column: x => x.fund_id,
                        principalTable: "fund",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fund_entry",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    amount_cents = table.Column<long>(type: "bigint", nullable: false),
                    happened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    commitment_number = table.Column<int>(type: "integer", nullable: true),
                    is_beyond = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fund_entry", x => new { x.fund_id, x.number });
                    table.CheckConstraint("ck_fund_entry_amount", "amount_cents > 0 or kind = 'Granted'");
                    table.CheckConstraint("ck_fund_entry_beyond", "not is_beyond or kind = 'Granted' or reason <> ''");
                    table.CheckConstraint("ck_fund_entry_commitment", "(kind = 'Spent') = (commitment_number is not null)");
                    table.ForeignKey(
                        name: "fk_fund_entry_fund_fund_id",
                        column: x => x.fund_id,
                        principalTable: "fund",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hour_claim",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    function = table.Column<string>(type: "text", nullable: false),
                    work = table.Column<string>(type: "text", nullable: false),
                    worked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    rate_starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    rate_cents = table.Column<long>(type: "bigint", nullable: false),
                    amount_cents = table.Column<long>(type: "bigint", nullable: false),
                    cancel_reason = table.Column<string>(type: "text", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hour_claim", x => x.id);
                    table.CheckConstraint("ck_hour_claim_amount", "amount_cents = round(minutes * rate_cents / 60.0)");
                    table.CheckConstraint("ck_hour_claim_day", "worked_on >= rate_starts_on");
                    table.CheckConstraint("ck_hour_claim_minutes", "minutes between 1 and 1440");
                    table.ForeignKey(
                        name: "fk_hour_claim_hour_rate_work_rate_starts_on",
                        columns: x => new { x.work, x.rate_starts_on },
                        principalTable: "hour_rate",
                        principalColumns: new[] { "work", "starts_on" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_hour_claim_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_fund_municipality_id",
                table: "fund",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_fund_region_id_id",
                table: "fund",
                columns: new[] { "region_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_hour_claim_municipality_id_id",
                table: "hour_claim",
                columns: new[] { "municipality_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_hour_claim_work_rate_starts_on",
                table: "hour_claim",
                columns: new[] { "work", "rate_starts_on" });

            migrationBuilder.Sql("""
                alter table fund add constraint ck_fund_validity check (not isempty(validity));

                create function refuse_fund_beyond() returns trigger language plpgsql as $$
                begin
                    if not new.is_beyond and new.kind = 'Committed' and (
                        select sum(case kind when 'Granted' then amount_cents when 'Spent' then 0 else -amount_cents end)
                        from fund_entry where fund_id = new.fund_id and number <= new.number) < 0 then
                        raise exception 'More of fund % is committed than there is, without a reason.', new.fund_id
                            using errcode = 'check_violation', constraint = 'ck_fund_entry_committed', table = 'fund_entry';
                    end if;
                    if not new.is_beyond and new.kind = 'Spent' and (
                        select sum(case kind when 'Spent' then -amount_cents else amount_cents end)
                        from fund_entry where fund_id = new.fund_id and number <= new.number
                            and ((kind = 'Committed' and number = new.commitment_number) or (kind = 'Spent' and commitment_number = new.commitment_number))) < 0 then
                        raise exception 'More is spent on commitment % of fund % than it holds, without a reason.', new.commitment_number, new.fund_id
                            using errcode = 'check_violation', constraint = 'ck_fund_entry_spent', table = 'fund_entry';
                    end if;
                    return null;
                end $$;
                create trigger ck_fund_entry_beyond_has_reason after insert on fund_entry
                    for each row execute function refuse_fund_beyond();

                create trigger fund_entry_never_changes before update or delete or truncate on fund_entry
                    for each statement execute function refuse_change();
                create trigger hour_claim_never_changes before update or delete on hour_claim
                    for each row execute function refuse_other_change('cancel_reason', 'version');
                create trigger hour_rate_never_changes before update or delete or truncate on hour_rate
                    for each statement execute function refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fund_application");

            migrationBuilder.DropTable(
                name: "fund_entry");

            migrationBuilder.DropTable(
                name: "hour_claim");

            migrationBuilder.DropTable(
                name: "fund");

            migrationBuilder.DropTable(
                name: "hour_rate");

            migrationBuilder.Sql("""
                drop function refuse_fund_beyond;
                """);
        }
    }
}
