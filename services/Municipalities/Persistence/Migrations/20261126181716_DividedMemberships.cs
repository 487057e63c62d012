using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class DividedMemberships : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "keeps_memberships",
                table: "municipality",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "care",
                table: "membership",
                type: "text",
                nullable: false,
                defaultValue: "All");

            migrationBuilder.AddColumn<string>(
                name: "product_group",
                table: "membership",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddCheckConstraint(
                name: "ck_membership_divided",
                table: "membership",
                sql: "region_kind = 'Procurement' or (product_group = '' and care = 'All')");

            // Checked at commit, since the next membership comes before the end of the one that it replaces.
            migrationBuilder.Sql("""
                alter table membership drop constraint ex_membership_one_region_of_a_kind;
                alter table membership add constraint ex_membership_one_region_of_a_kind
                    exclude using gist (municipality_id with =, region_kind with =, product_group with =, care with =, validity with &&)
                    deferrable initially deferred;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                alter table membership drop constraint ex_membership_one_region_of_a_kind;
                alter table membership add constraint ex_membership_one_region_of_a_kind
                    exclude using gist (municipality_id with =, region_kind with =, validity with &&);
                """);

            migrationBuilder.DropCheckConstraint(
                name: "ck_membership_divided",
                table: "membership");

            migrationBuilder.DropColumn(
                name: "keeps_memberships",
                table: "municipality");

            migrationBuilder.DropColumn(
                name: "care",
                table: "membership");

            migrationBuilder.DropColumn(
                name: "product_group",
                table: "membership");
        }
    }
}
