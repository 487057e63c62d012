using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RegionRolesRecorded : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_recorded",
                table: "youth_count",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "recorded_at",
                table: "region_role",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "superseded_at",
                table: "region_role",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_region_role_superseded",
                table: "region_role",
                sql: "superseded_at > recorded_at");

            // One municipality has a role on a day among those that hold; what was known before stands beside them.
            migrationBuilder.Sql("""
                alter table region_role drop constraint ex_region_role_one_municipality;
                alter table region_role add constraint ex_region_role_one_municipality
                    exclude using gist (region_id with =, kind with =, validity with &&) where (superseded_at is null);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                delete from region_role where superseded_at is not null;
                alter table region_role drop constraint ex_region_role_one_municipality;
                alter table region_role add constraint ex_region_role_one_municipality
                    exclude using gist (region_id with =, kind with =, validity with &&);
                """);

            migrationBuilder.DropCheckConstraint(
                name: "ck_region_role_superseded",
                table: "region_role");

            migrationBuilder.DropColumn(
                name: "is_recorded",
                table: "youth_count");

            migrationBuilder.DropColumn(
                name: "recorded_at",
                table: "region_role");

            migrationBuilder.DropColumn(
                name: "superseded_at",
                table: "region_role");
        }
    }
}
