using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class TariffsAndProducts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_contract_line_product_id_buyer_id",
                table: "contract_line");

            migrationBuilder.AddColumn<long>(
                name: "version",
                table: "scale_rule",
                type: "bigint",
                nullable: false,
                defaultValue: 1L);

            migrationBuilder.AddColumn<string>(
                name: "care_category",
                table: "product",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "care_code",
                table: "product",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "unit",
                table: "product",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<NpgsqlRange<DateOnly>>(
                name: "validity",
                table: "product",
                type: "daterange",
                nullable: false,
                defaultValueSql: "daterange('2015-01-01', null)");

            migrationBuilder.AddColumn<bool>(
                name: "with_stay",
                table: "product",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "tariff",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    cents = table.Column<long>(type: "bigint", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    provisional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    in_force = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: true),
                    substantiation = table.Column<string>(type: "text", nullable: false),
                    adopted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    client_hours_cents = table.Column<long>(type: "bigint", nullable: false),
                    indexation_cents = table.Column<long>(type: "bigint", nullable: false),
                    other_client_cents = table.Column<long>(type: "bigint", nullable: false),
                    other_hours_cents = table.Column<long>(type: "bigint", nullable: false),
                    overhead_cents = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tariff", x => x.id);
                    table.CheckConstraint("ck_tariff_cents", "cents between 1 and 100000000");
                    table.CheckConstraint("ck_tariff_elements", "substantiation = '' or client_hours_cents + other_hours_cents + other_client_cents + overhead_cents + indexation_cents = cents");
                    table.CheckConstraint("ck_tariff_in_force", "in_force <@ validity and (state = 'Adopted') = (in_force is not null)");
                    table.ForeignKey(
                        name: "fk_tariff_contract_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contract",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tariff_contract_line_line_id",
                        column: x => x.line_id,
                        principalTable: "contract_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tariff_index",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    forecast_percent = table.Column<decimal>(type: "numeric(9,4)", nullable: false),
                    definitive_percent = table.Column<decimal>(type: "numeric(9,4)", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tariff_index", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tariff_objection",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    tariff_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tariff_objection", x => x.id);
                    table.CheckConstraint("ck_tariff_objection_answer", "(state = 'Open') = (reason = '')");
                    table.ForeignKey(
                        name: "fk_tariff_objection_tariff_tariff_id",
                        column: x => x.tariff_id,
                        principalTable: "tariff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_product_care_category",
                table: "product",
                sql: "care_category ~ '^(3[1-8]|4[0-9]|5[0-5])$'");

            migrationBuilder.AddCheckConstraint(
                name: "ck_product_care_code",
                table: "product",
                sql: "char_length(care_code) between 1 and 5 and (care_code is null or care_category is not null)");

            migrationBuilder.CreateIndex(
                name: "ix_contract_line_product_id_buyer_id_provider_id",
                table: "contract_line",
                columns: new[] { "product_id", "buyer_id", "provider_id" },
                filter: "active is not null");

            migrationBuilder.CreateIndex(
                name: "ix_tariff_contract_id_id",
                table: "tariff",
                columns: new[] { "contract_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tariff_line_id",
                table: "tariff",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_tariff_index_year_kind",
                table: "tariff_index",
                columns: new[] { "year", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_tariff_objection_tariff_id",
                table: "tariff_objection",
                column: "tariff_id");

            // A default for the rows that are there; from now on every row says it itself.
            migrationBuilder.Sql("""
                alter table product alter column validity drop default;
                alter table scale_rule alter column version drop default;
                alter table product add constraint ck_product_validity check (not isempty(validity));
                """);

            migrationBuilder.Sql("""
                -- Every line that is active has had one tariff so far.
                insert into tariff (id, contract_id, line_id, provider_id, unit, cents, validity, provisional, created_at, created_by, state, in_force,
                    substantiation, adopted_at, version, client_hours_cents, other_hours_cents, other_client_cents, overhead_cents, indexation_cents)
                select gen_random_uuid(), l.contract_id, l.id, l.provider_id, l.unit, l.tariff_cents, l.validity, false, c.created_at, c.created_by, 'Adopted', l.validity,
                    '', c.signed_at, 1, 0, 0, 0, 0, 0
                from contract_line l join contract c on c.id = l.contract_id
                where l.active is not null;

                alter table tariff add constraint ck_tariff_validity check (not isempty(validity) and not isempty(in_force));
                -- A line has at most one tariff on a day, whoever writes it.
                alter table tariff add constraint ex_tariff_one_per_day
                    exclude using gist (line_id with =, in_force with &&) where (in_force is not null);

                -- And at least one on each day that it is active. Looked at when the transaction ends, since what takes the
                -- place of a tariff is written after it.
                create function require_tariff_each_day() returns trigger language plpgsql as $$
                declare
                    priced uuid;
                begin
                    if tg_table_name = 'contract_line' then
                        priced := new.id;
                    elsif tg_op = 'DELETE' then
                        priced := old.line_id;
                    else
                        priced := new.line_id;
                    end if;
                    if exists (
                        select from contract_line l
                        where l.id = priced and l.active is not null and not coalesce(
                            (select range_agg(t.in_force) from tariff t where t.line_id = l.id and t.in_force is not null),
                            '{}'::datemultirange) @> l.active)
                    then
                        raise exception using errcode = 'check_violation', table = 'tariff', constraint = 'ck_tariff_no_gap',
                            message = 'On a day on which the line is active no tariff holds.';
                    end if;
                    return null;
                end $$;
                create constraint trigger contract_line_has_tariffs after insert or update of active on contract_line
                    deferrable initially deferred for each row execute function require_tariff_each_day();
                create constraint trigger tariff_leaves_no_gap after update or delete on tariff
                    deferrable initially deferred for each row execute function require_tariff_each_day();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "tariff_index");

            migrationBuilder.DropTable(
                name: "tariff_objection");

            migrationBuilder.DropTable(
                name: "tariff");

            migrationBuilder.DropCheckConstraint(
                name: "ck_product_care_category",
                table: "product");

            migrationBuilder.DropCheckConstraint(
                name: "ck_product_care_code",
                table: "product");

            migrationBuilder.DropIndex(
                name: "ix_contract_line_product_id_buyer_id_provider_id",
                table: "contract_line");

            migrationBuilder.DropColumn(
                name: "version",
                table: "scale_rule");

            migrationBuilder.DropColumn(
                name: "care_category",
                table: "product");

            migrationBuilder.DropColumn(
                name: "care_code",
                table: "product");

            migrationBuilder.DropColumn(
                name: "unit",
                table: "product");

            migrationBuilder.DropColumn(
                name: "validity",
                table: "product");

            migrationBuilder.DropColumn(
                name: "with_stay",
                table: "product");

            migrationBuilder.CreateIndex(
                name: "ix_contract_line_product_id_buyer_id",
                table: "contract_line",
                columns: new[] { "product_id", "buyer_id" },
                filter: "active is not null");

            migrationBuilder.Sql("drop trigger contract_line_has_tariffs on contract_line; drop function require_tariff_each_day;");
        }
    }
}
