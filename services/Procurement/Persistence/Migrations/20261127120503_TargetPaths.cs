using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class TargetPaths : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "target_path",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target_path", x => x.id);
                    table.CheckConstraint("ck_target_path", "region_id <> '' and version > 0 and ground <> ''");
                });

            migrationBuilder.CreateTable(
                name: "target_path_point",
                columns: table => new
                {
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    path_id = table.Column<Guid>(type: "uuid", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target_path_point", x => new { x.path_id, x.starts_on });
                    table.CheckConstraint("ck_target_path_point", "places >= 0");
                    table.ForeignKey(
                        name: "fk_target_path_point_target_path_path_id",
                        column: x => x.path_id,
                        principalTable: "target_path",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "target_path_product",
                columns: table => new
                {
                    product_id = table.Column<string>(type: "text", nullable: false),
                    path_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target_path_product", x => new { x.path_id, x.product_id });
                    table.ForeignKey(
                        name: "fk_target_path_product_product_product_id",
                        column: x => x.product_id,
                        principalTable: "product",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_target_path_product_target_path_path_id",
                        column: x => x.path_id,
                        principalTable: "target_path",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_target_path_region_id_version",
                table: "target_path",
                columns: new[] { "region_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_target_path_product_product_id",
                table: "target_path_product",
                column: "product_id");

            migrationBuilder.RowsStay("target_path");
            migrationBuilder.RowsStay("target_path_point");
            migrationBuilder.RowsStay("target_path_product");

            migrationBuilder.Sql("""
                -- A path counts places with stay, whoever writes.
                create function refuse_product_without_stay() returns trigger language plpgsql as $$
                begin
                    if exists (select from product where id = new.product_id and not with_stay) then
                        raise exception using errcode = 'check_violation', table = 'target_path_product', constraint = 'ck_target_path_product_with_stay',
                            message = 'The product is one without stay.';
                    end if;
                    return new;
                end $$;
                create trigger target_path_product_with_stay before insert on target_path_product
                    for each row execute function refuse_product_without_stay();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "target_path_point");

            migrationBuilder.DropTable(
                name: "target_path_product");

            migrationBuilder.DropTable(
                name: "target_path");

            migrationBuilder.Sql("drop function refuse_product_without_stay;");
        }
    }
}
