using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FollowingContracts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                -- Which lines follow is asked by product and buyer.
                create view running_clock_of_succession as
                    select 'ContractSuccession' as kind, c.id as subject_id, c.subject, c.provider_id, null::text as municipality_id, c.notice_on as due_on,
                           greatest(dutch_day(c.signed_at), c.notice_on + 1) as since, upper(c.validity) as until, 'contract-manager' as owner
                    from (select *, (upper(validity) - make_interval(months => notice_months))::date as notice_on from contract where state = 'Signed' and not upper_inf(validity)) c
                    where c.renewals >= c.most_renewals and exists (
                        select from contract_line l
                        where l.contract_id = c.id and upper(l.active) = upper(c.validity) and not exists (
                            select from contract_line n where n.product_id = l.product_id and n.buyer_id = l.buyer_id and n.active @> upper(c.validity)));

                create view running_clock_of_supply as
                    select 'SupplyReport' as kind, r.id as subject_id, r.product_id as subject, r.provider_id, null::text as municipality_id,
                           r.measured_on + term_on('SupplyStaleDays', r.measured_on) as due_on, r.measured_on as since,
                           (select min(n.measured_on) from supply_report n where n.provider_id = r.provider_id and n.product_id = r.product_id and n.measured_on > r.measured_on) as until,
                           'provider' as owner
                    from supply_report r
                    where not exists (
                        select from supply_report c
                        where c.provider_id = r.provider_id and c.product_id = r.product_id and c.measured_on = r.measured_on and c.id > r.id);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop view running_clock_of_succession, running_clock_of_supply;");
        }
    }
}
