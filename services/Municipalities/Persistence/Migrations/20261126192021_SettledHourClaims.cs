using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class SettledHourClaims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "fund_entry_number",
                table: "hour_claim",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "fund_id",
                table: "hour_claim",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_hour_claim_fund_id_fund_entry_number",
                table: "hour_claim",
                columns: new[] { "fund_id", "fund_entry_number" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_hour_claim_settled",
                table: "hour_claim",
                sql: "(fund_id is null) = (fund_entry_number is null) and (fund_id is null or cancel_reason is null)");

            migrationBuilder.AddForeignKey(
                name: "fk_hour_claim_fund_entry_fund_id_fund_entry_number",
                table: "hour_claim",
                columns: new[] { "fund_id", "fund_entry_number" },
                principalTable: "fund_entry",
                principalColumns: new[] { "fund_id", "number" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql("""
                drop trigger hour_claim_never_changes on hour_claim;
                create trigger hour_claim_never_changes before update or delete on hour_claim
                    for each row execute function refuse_other_change('cancel_reason', 'version', 'fund_id', 'fund_entry_number');
                create trigger hour_claim_stays_settled before update on hour_claim
                    for each row when (old.fund_id is not null) execute function refuse_change();

                -- What is spent on hours is what the claims amount to. Looked at when all of a change is written.
                create function refuse_other_amount_than_claims() returns trigger language plpgsql as $$
                begin
                    if (select sum(c.amount_cents) from hour_claim c where c.fund_id = new.fund_id and c.fund_entry_number = new.fund_entry_number)
                        is distinct from (select e.amount_cents::numeric from fund_entry e
                            where e.fund_id = new.fund_id and e.number = new.fund_entry_number and e.kind = 'Spent') then
                        raise exception 'Entry % of fund % is not what its claims of hours amount to.', new.fund_entry_number, new.fund_id
                            using errcode = 'check_violation', constraint = 'ck_hour_claim_fund_entry', table = 'hour_claim';
                    end if;
                    return null;
                end $$;
                create constraint trigger ck_hour_claim_fund_entry after insert or update on hour_claim deferrable initially deferred
                    for each row when (new.fund_id is not null) execute function refuse_other_amount_than_claims();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop trigger ck_hour_claim_fund_entry on hour_claim;
                drop function refuse_other_amount_than_claims;
                drop trigger hour_claim_stays_settled on hour_claim;
                drop trigger hour_claim_never_changes on hour_claim;
                create trigger hour_claim_never_changes before update or delete on hour_claim
                    for each row execute function refuse_other_change('cancel_reason', 'version');
                """);

            migrationBuilder.DropForeignKey(
                name: "fk_hour_claim_fund_entry_fund_id_fund_entry_number",
                table: "hour_claim");

            migrationBuilder.DropIndex(
                name: "ix_hour_claim_fund_id_fund_entry_number",
                table: "hour_claim");

            migrationBuilder.DropCheckConstraint(
                name: "ck_hour_claim_settled",
                table: "hour_claim");

            migrationBuilder.DropColumn(
                name: "fund_entry_number",
                table: "hour_claim");

            migrationBuilder.DropColumn(
                name: "fund_id",
                table: "hour_claim");
        }
    }
}
