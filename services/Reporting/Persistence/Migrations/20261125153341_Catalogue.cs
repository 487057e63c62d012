using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Reporting.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Catalogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "line",
                table: "observation",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "load_id",
                table: "observation",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "indicator",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    age_group = table.Column<string>(type: "text", nullable: false),
                    additive = table.Column<bool>(type: "boolean", nullable: false),
                    signed = table.Column<bool>(type: "boolean", nullable: false),
                    definition = table.Column<string>(type: "text", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator", x => new { x.id, x.valid_from });
                    table.CheckConstraint("ck_indicator_valid", "valid_until is null or valid_until > valid_from");
                });

            migrationBuilder.CreateTable(
                name: "load",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    row_count = table.Column<int>(type: "integer", nullable: false),
                    loaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_load", x => x.id);
                    table.CheckConstraint("ck_load_hash", "content_hash ~ '^[0-9a-f]{64}$'");
                });

            migrationBuilder.CreateIndex(
                name: "ix_observation_load_id",
                table: "observation",
                column: "load_id");

            migrationBuilder.CreateIndex(
                name: "ix_load_file_name_content_hash",
                table: "load",
                columns: new[] { "file_name", "content_hash" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_observation_load_load_id",
                table: "observation",
                column: "load_id",
                principalTable: "load",
                principalColumn: "id");

            migrationBuilder.Sql(
                """
                create extension if not exists btree_gist;
                alter table indicator add constraint ex_indicator_valid
                    exclude using gist (id with =, daterange(valid_from, valid_until) with &&);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_observation_load_load_id",
                table: "observation");

            migrationBuilder.DropTable(
                name: "indicator");

            migrationBuilder.DropTable(
                name: "load");

            migrationBuilder.DropIndex(
                name: "ix_observation_load_id",
                table: "observation");

            migrationBuilder.DropColumn(
                name: "line",
                table: "observation");

            migrationBuilder.DropColumn(
                name: "load_id",
                table: "observation");
        }
    }
}
