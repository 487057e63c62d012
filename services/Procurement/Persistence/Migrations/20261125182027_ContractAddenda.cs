using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ContractAddenda : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "location",
                table: "contract_line",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "lot",
                table: "contract_line",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "continues_id",
                table: "contract",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "most_renewals",
                table: "contract",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "notice_months",
                table: "contract",
                type: "integer",
                nullable: false,
                defaultValue: 6);

            migrationBuilder.AddColumn<int>(
                name: "renewal_months",
                table: "contract",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "renewals",
                table: "contract",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "addendum",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    announced_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    late = table.Column<bool>(type: "boolean", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    contract_version = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_addendum", x => x.id);
                    table.CheckConstraint("ck_addendum_number", "number > 0");
                    table.ForeignKey(
                        name: "fk_addendum_contract_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contract",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contract_continues_id",
                table: "contract",
                column: "continues_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_contract_clocks",
                table: "contract",
                sql: "notice_months > 0 and (renewal_months = 0) = (most_renewals = 0) and renewals between 0 and most_renewals");

            migrationBuilder.AddCheckConstraint(
                name: "ck_contract_end",
                table: "contract",
                sql: "(state in ('Terminated', 'Dissolved', 'Transferred')) = (end_date is not null)");

            migrationBuilder.CreateIndex(
                name: "ix_addendum_contract_id_contract_version",
                table: "addendum",
                columns: new[] { "contract_id", "contract_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_addendum_contract_id_number",
                table: "addendum",
                columns: new[] { "contract_id", "number" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_contract_contract_continues_id",
                table: "contract",
                column: "continues_id",
                principalTable: "contract",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql("""
                -- A product is bought by a buyer from a provider, for one lot and location, by at most one signed line on a day.
                alter table contract_line drop constraint ex_contract_line_active;
                alter table contract_line add constraint ex_contract_line_active exclude using gist
                    (product_id with =, buyer_id with =, provider_id with =, lot with =, location with =, active with &&) where (active is not null);

                -- After its signature a contract changes by addendum, whoever writes it. Looked at when the transaction ends,
                -- since the addendum is written after the contract.
                create function require_addendum() returns trigger language plpgsql as $$
                begin
                    if not exists (select from addendum a where a.contract_id = new.id and a.contract_version = new.version) then
                        raise exception using errcode = 'check_violation', table = 'contract', constraint = 'ck_contract_addendum',
                            message = 'A signed contract changes by addendum.';
                    end if;
                    return null;
                end $$;
                create constraint trigger contract_changes_by_addendum after update on contract deferrable initially deferred for each row
                    when (old.state <> 'Draft' and (old.state, old.subject, old.validity, old.end_date, old.renewals)
                        is distinct from (new.state, new.subject, new.validity, new.end_date, new.renewals))
                    execute function require_addendum();

                -- And an addendum stays as it is.
                create function refuse_change_of_addendum() returns trigger language plpgsql as $$
                begin
                    raise exception using errcode = 'check_violation', table = 'addendum', constraint = 'ck_addendum_stays',
                        message = 'An addendum stays as it is.';
                end $$;
                create trigger addendum_stays before update or delete on addendum for each row execute function refuse_change_of_addendum();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop trigger contract_changes_by_addendum on contract;
                drop trigger addendum_stays on addendum;
                drop function require_addendum;
                drop function refuse_change_of_addendum;
                """);

            migrationBuilder.DropForeignKey(
                name: "fk_contract_contract_continues_id",
                table: "contract");

            migrationBuilder.DropTable(
                name: "addendum");

            migrationBuilder.DropIndex(
                name: "ix_contract_continues_id",
                table: "contract");

            migrationBuilder.DropCheckConstraint(
                name: "ck_contract_clocks",
                table: "contract");

            migrationBuilder.DropCheckConstraint(
                name: "ck_contract_end",
                table: "contract");

            migrationBuilder.DropColumn(
                name: "location",
                table: "contract_line");

            migrationBuilder.DropColumn(
                name: "lot",
                table: "contract_line");

            migrationBuilder.DropColumn(
                name: "continues_id",
                table: "contract");

            migrationBuilder.DropColumn(
                name: "most_renewals",
                table: "contract");

            migrationBuilder.DropColumn(
                name: "notice_months",
                table: "contract");

            migrationBuilder.DropColumn(
                name: "renewal_months",
                table: "contract");

            migrationBuilder.DropColumn(
                name: "renewals",
                table: "contract");

            // It goes with the columns of lot and location. Lines that only these tell apart keep the database from coming back to this.
            migrationBuilder.Sql("""
                alter table contract_line add constraint ex_contract_line_active
                    exclude using gist (product_id with =, buyer_id with =, provider_id with =, active with &&) where (active is not null);
                """);
        }
    }
}
