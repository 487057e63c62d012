using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ReleasedCommitments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_fund_entry_commitment",
                table: "fund_entry");

            migrationBuilder.AddCheckConstraint(
                name: "ck_fund_entry_commitment",
                table: "fund_entry",
                sql: "(kind in ('Spent', 'Released')) = (commitment_number is not null)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_fund_entry_released",
                table: "fund_entry",
                sql: "kind <> 'Released' or (reason <> '' and not is_beyond)");

            migrationBuilder.Sql("""
                create or replace function refuse_fund_beyond() returns trigger language plpgsql as $$
                begin
                    if not new.is_beyond and new.kind = 'Committed' and (
                        select sum(case kind when 'Granted' then amount_cents when 'Released' then amount_cents when 'Spent' then 0 else -amount_cents end)
                        from fund_entry where fund_id = new.fund_id and number <= new.number) < 0 then
                        raise exception 'More of fund % is committed than there is, without a reason.', new.fund_id
                            using errcode = 'check_violation', constraint = 'ck_fund_entry_committed', table = 'fund_entry';
                    end if;
                    if not new.is_beyond and new.kind in ('Spent', 'Released') and (
                        select sum(case kind when 'Committed' then amount_cents else -amount_cents end)
                        from fund_entry where fund_id = new.fund_id and number <= new.number
                            and ((kind = 'Committed' and number = new.commitment_number) or commitment_number = new.commitment_number)) < 0 then
                        raise exception 'More is spent on commitment % of fund %, or released, than it holds, without a reason.', new.commitment_number, new.fund_id
                            using errcode = 'check_violation', constraint = 'ck_fund_entry_spent', table = 'fund_entry';
                    end if;
                    return null;
                end $$;

                create or replace view timeline_of_fund_entry as
                select e.fund_id, e.number, 'funds/' || e.fund_id || '/entries/' || e.number as name, 'Money' as kind, f.region_id,
                    municipalities_of_region(f.region_id, e.happened_on) as municipality_ids, f.name as subject,
                    case e.kind when 'Granted' then 'Toegekend: ' when 'Committed' then 'Verplicht: ' when 'Spent' then 'Besteed: ' when 'Released' then 'Vrijgevallen: ' else 'Terugbetaald: ' end
                        || euros(e.amount_cents) as title,
                    concat_ws(E'\n', nullif(e.subject, ''), nullif(e.reason, '')) as text, e.happened_on, 'Day' as precision, '' as origin
                from fund_entry e join fund f on f.id = e.fund_id;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_fund_entry_commitment",
                table: "fund_entry");

            migrationBuilder.DropCheckConstraint(
                name: "ck_fund_entry_released",
                table: "fund_entry");

            migrationBuilder.AddCheckConstraint(
                name: "ck_fund_entry_commitment",
                table: "fund_entry",
                sql: "(kind = 'Spent') = (commitment_number is not null)");

            migrationBuilder.Sql("""
                create or replace function refuse_fund_beyond() returns trigger language plpgsql as $$
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

                create or replace view timeline_of_fund_entry as
                select e.fund_id, e.number, 'funds/' || e.fund_id || '/entries/' || e.number as name, 'Money' as kind, f.region_id,
                    municipalities_of_region(f.region_id, e.happened_on) as municipality_ids, f.name as subject,
                    case e.kind when 'Granted' then 'Toegekend: ' when 'Committed' then 'Verplicht: ' when 'Spent' then 'Besteed: ' else 'Terugbetaald: ' end
                        || euros(e.amount_cents) as title,
                    concat_ws(E'\n', nullif(e.subject, ''), nullif(e.reason, '')) as text, e.happened_on, 'Day' as precision, '' as origin
                from fund_entry e join fund f on f.id = e.fund_id;
                """);
        }
    }
}
