using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Reporting.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FigureIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_observation_area_id",
                table: "observation",
                column: "area_id",
                filter: "scope = 'own'");

            migrationBuilder.CreateIndex(
                name: "ix_observation_scope",
                table: "observation",
                column: "scope",
                filter: "scope <> 'own'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_observation_area_id",
                table: "observation");

            migrationBuilder.DropIndex(
                name: "ix_observation_scope",
                table: "observation");
        }
    }
}
