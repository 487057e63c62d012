using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class KeysAndCredits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_cost_share_amount",
                table: "cost_share");

            migrationBuilder.DropCheckConstraint(
                name: "ck_cost_allocation_amount",
                table: "cost_allocation");

            migrationBuilder.AddColumn<string>(
                name: "credit_reason",
                table: "cost_allocation",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "credits_id",
                table: "cost_allocation",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_cost_allocation_credits_id",
                table: "cost_allocation",
                column: "credits_id",
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_cost_allocation_amount",
                table: "cost_allocation",
                sql: "amount_cents <> 0 and (credits_id is null) = (amount_cents > 0) and (credits_id is null) = (credit_reason is null)");

            migrationBuilder.AddForeignKey(
                name: "fk_cost_allocation_cost_allocation_credits_id",
                table: "cost_allocation",
                column: "credits_id",
                principalTable: "cost_allocation",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql("""
                -- Checked at commit, since a key and the one that it replaces change together.
                alter table allocation_key drop constraint ex_allocation_key_one_per_purpose;
                alter table allocation_key add constraint ex_allocation_key_one_per_purpose
                    exclude using gist (purpose with =, validity with &&) where (state = 'Adopted') deferrable initially deferred;

                create or replace function refuse_unequal_shares() returns trigger language plpgsql as $$
                declare
                    allocation uuid;
                    amount bigint;
                    credited uuid;
                    total numeric;
                    wrong_way boolean;
                begin
                    if tg_table_name = 'cost_allocation' then
                        allocation := new.id;
                    else
                        allocation := new.cost_allocation_id;
                    end if;
                    select a.amount_cents, a.credits_id, sum(s.amount_cents), bool_or(sign(s.amount_cents) not in (0, sign(a.amount_cents)))
                        into amount, credited, total, wrong_way
                        from cost_allocation a left join cost_share s on s.cost_allocation_id = a.id where a.id = allocation group by a.id;
                    if total is distinct from amount then
                        raise exception 'The shares of cost allocation % do not add up to its amount.', allocation
                            using errcode = 'check_violation', constraint = 'ck_cost_share_sum', table = 'cost_share';
                    end if;
                    if wrong_way then
                        raise exception 'A share of cost allocation % goes the other way than its amount.', allocation
                            using errcode = 'check_violation', constraint = 'ck_cost_share_sign', table = 'cost_share';
                    end if;
                    if credited is not null and exists (
                        select from cost_share s left join cost_share o on o.cost_allocation_id = credited and o.municipality_id = s.municipality_id
                        where s.cost_allocation_id = allocation and o.amount_cents is distinct from -s.amount_cents) then
                        raise exception 'Credit % is not the mirror image of what it takes back.', allocation
                            using errcode = 'check_violation', constraint = 'ck_cost_share_mirror', table = 'cost_share';
                    end if;
                    return null;
                end $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_cost_allocation_cost_allocation_credits_id",
                table: "cost_allocation");

            migrationBuilder.DropIndex(
                name: "ix_cost_allocation_credits_id",
                table: "cost_allocation");

            migrationBuilder.DropCheckConstraint(
                name: "ck_cost_allocation_amount",
                table: "cost_allocation");

            migrationBuilder.DropColumn(
                name: "credit_reason",
                table: "cost_allocation");

            migrationBuilder.DropColumn(
                name: "credits_id",
                table: "cost_allocation");

            migrationBuilder.AddCheckConstraint(
                name: "ck_cost_share_amount",
                table: "cost_share",
                sql: "amount_cents >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_cost_allocation_amount",
                table: "cost_allocation",
                sql: "amount_cents > 0");

            migrationBuilder.Sql("""
                -- The shares as they were before credits: they only add up.
                create or replace function refuse_unequal_shares() returns trigger language plpgsql set plan_cache_mode = force_generic_plan as $$
                declare
                    allocation uuid;
                begin
                    if tg_table_name = 'cost_allocation' then
                        allocation := new.id;
                    else
                        allocation := new.cost_allocation_id;
                    end if;
                    if (select sum(s.amount_cents) from cost_share s where s.cost_allocation_id = allocation)
                        is distinct from (select a.amount_cents::numeric from cost_allocation a where a.id = allocation) then
                        raise exception 'The shares of cost allocation % do not add up to its amount.', allocation
                            using errcode = 'check_violation', constraint = 'ck_cost_share_sum', table = 'cost_share';
                    end if;
                    return null;
                end $$;
                alter table allocation_key drop constraint ex_allocation_key_one_per_purpose;
                alter table allocation_key add constraint ex_allocation_key_one_per_purpose
                    exclude using gist (purpose with =, validity with &&) where (state = 'Adopted');
                """);
        }
    }
}
