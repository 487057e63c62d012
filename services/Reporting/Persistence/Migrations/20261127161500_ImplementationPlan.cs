using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Reporting.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ImplementationPlan : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "goal_node_id",
                table: "work_item",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "title",
                table: "work_item",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "goal_node",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    owner_body_id = table.Column<string>(type: "text", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    indicator_code = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goal_node", x => x.id);
                    table.CheckConstraint("ck_goal_node_days", "valid_from < valid_until");
                });

            migrationBuilder.CreateIndex(
                name: "ix_work_item_goal_node_id",
                table: "work_item",
                column: "goal_node_id");

            migrationBuilder.CreateIndex(
                name: "ix_goal_node_occurred_at",
                table: "goal_node",
                column: "occurred_at");

            migrationBuilder.CreateIndex(
                name: "ix_goal_node_region_id",
                table: "goal_node",
                column: "region_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "goal_node");

            migrationBuilder.DropIndex(
                name: "ix_work_item_goal_node_id",
                table: "work_item");

            migrationBuilder.DropColumn(
                name: "goal_node_id",
                table: "work_item");

            migrationBuilder.DropColumn(
                name: "title",
                table: "work_item");
        }
    }
}
