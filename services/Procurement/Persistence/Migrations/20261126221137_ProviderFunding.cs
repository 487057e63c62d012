using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ProviderFunding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "provider_funding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payer_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    yearly_cents = table.Column<long>(type: "bigint", nullable: false),
                    instalments = table.Column<int>(type: "integer", nullable: false),
                    bearer = table.Column<string>(type: "text", nullable: true),
                    payer_percent = table.Column<int>(type: "integer", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_funding", x => x.id);
                    table.CheckConstraint("ck_provider_funding_cents", "yearly_cents between 0 and 1000000000000 and (kind = 'OpenEnded' or yearly_cents > 0)");
                    table.CheckConstraint("ck_provider_funding_ground", "ground <> ''");
                    table.CheckConstraint("ck_provider_funding_instalments", "instalments in (1, 4, 12)");
                    table.CheckConstraint("ck_provider_funding_risk", "(kind = 'OpenEnded') = (bearer is not null) and case when bearer = 'Shared' then payer_percent between 1 and 99 else payer_percent = 0 end");
                    table.ForeignKey(
                        name: "fk_provider_funding_provider_provider_id",
                        column: x => x.provider_id,
                        principalTable: "provider",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "funding_cost",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    cents = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    funding_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funding_cost", x => x.id);
                    table.CheckConstraint("ck_funding_cost", "cents >= 0");
                    table.ForeignKey(
                        name: "fk_funding_cost_provider_funding_funding_id",
                        column: x => x.funding_id,
                        principalTable: "provider_funding",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_funding_cost_funding_id",
                table: "funding_cost",
                column: "funding_id");

            migrationBuilder.CreateIndex(
                name: "ix_provider_funding_provider_id_id",
                table: "provider_funding",
                columns: new[] { "provider_id", "id" });

            migrationBuilder.RowsStay("funding_cost");

            migrationBuilder.Sql("""
                -- A provider is funded once for the same by the same payer on a day.
                alter table provider_funding add constraint ex_provider_funding exclude using gist
                    (provider_id with =, payer_id with =, kind with =, subject with =, validity with &&);

                -- A period begins and ends with the time of an instalment.
                create function begins_instalment(day date, instalments integer) returns boolean language sql immutable as $$
                    select extract(day from day) = 1 and (extract(month from day)::integer - 1) % (12 / instalments) = 0
                $$;
                alter table provider_funding add constraint ck_provider_funding_period check (
                    begins_instalment(lower(validity), instalments) and (upper_inf(validity) or begins_instalment(upper(validity), instalments)));
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "funding_cost");

            migrationBuilder.DropTable(
                name: "provider_funding");

            migrationBuilder.Sql("drop function begins_instalment;");
        }
    }
}
