using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PurchasingAgenda : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "tranche_id",
                table: "procedure",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "tranche",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    buyer_id = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    vision_round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    planned = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tranche", x => x.id);
                    table.CheckConstraint("ck_tranche", "number > 0 and title <> '' and buyer_id <> ''");
                });

            migrationBuilder.CreateTable(
                name: "vision",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    version_in_force = table.Column<int>(type: "integer", nullable: false),
                    adopted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    adoption_told_at = table.Column<long>(type: "bigint", nullable: false),
                    reopening_told_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vision", x => x.round_id);
                    table.CheckConstraint("ck_vision", "version_in_force >= 0 and (version_in_force = 0 or adoption_told_at > 0)");
                });

            migrationBuilder.CreateIndex(
                name: "ix_procedure_tranche_id",
                table: "procedure",
                column: "tranche_id");

            migrationBuilder.CreateIndex(
                name: "ix_tranche_buyer_id_number",
                table: "tranche",
                columns: new[] { "buyer_id", "number" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_procedure_tranche_tranche_id",
                table: "procedure",
                column: "tranche_id",
                principalTable: "tranche",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql("""
                create view running_clock_of_tranche as
                    select 'TrancheBlocked' as kind, t.id as subject_id, t.title as subject, null::uuid as provider_id, null::text as municipality_id,
                           lower(t.planned) as due_on, dutch_day(t.created_at) as since, null::date as until, 'contract-manager' as owner
                    from tranche t left join vision v on v.round_id = t.vision_round_id
                    where coalesce(v.version_in_force, 0) = 0;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop view running_clock_of_tranche;");

            migrationBuilder.DropForeignKey(
                name: "fk_procedure_tranche_tranche_id",
                table: "procedure");

            migrationBuilder.DropTable(
                name: "tranche");

            migrationBuilder.DropTable(
                name: "vision");

            migrationBuilder.DropIndex(
                name: "ix_procedure_tranche_id",
                table: "procedure");

            migrationBuilder.DropColumn(
                name: "tranche_id",
                table: "procedure");
        }
    }
}
