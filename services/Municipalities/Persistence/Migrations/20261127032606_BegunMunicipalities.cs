using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class BegunMunicipalities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "began_on",
                table: "municipality",
                type: "date",
                nullable: true);

            // One that others went over into, and that belonged nowhere before.
            migrationBuilder.Sql("""
                update municipality successor set began_on = ended.on_day
                from (select successor_id, min(ended_on) as on_day from municipality where successor_id is not null group by successor_id) ended
                where ended.successor_id = successor.id
                    and ended.on_day = (select min(lower(validity)) from membership where municipality_id = successor.id)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "began_on",
                table: "municipality");
        }
    }
}
