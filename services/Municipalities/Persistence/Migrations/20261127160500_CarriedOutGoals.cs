using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CarriedOutGoals : Migration
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
                name: "indicator_code",
                table: "goal_node",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_item_goal_node_id",
                table: "work_item",
                column: "goal_node_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_goal_node_indicator",
                table: "goal_node",
                sql: "indicator_code is null or kind = 'Indicator'");

            migrationBuilder.AddForeignKey(
                name: "fk_work_item_goal_node_goal_node_id",
                table: "work_item",
                column: "goal_node_id",
                principalTable: "goal_node",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_work_item_goal_node_goal_node_id",
                table: "work_item");

            migrationBuilder.DropIndex(
                name: "ix_work_item_goal_node_id",
                table: "work_item");

            migrationBuilder.DropCheckConstraint(
                name: "ck_goal_node_indicator",
                table: "goal_node");

            migrationBuilder.DropColumn(
                name: "goal_node_id",
                table: "work_item");

            migrationBuilder.DropColumn(
                name: "indicator_code",
                table: "goal_node");
        }
    }
}
