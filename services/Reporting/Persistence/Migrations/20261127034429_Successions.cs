using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Reporting.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Successions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "began_on",
                table: "municipality",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ended_on",
                table: "municipality",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "successor_id",
                table: "municipality",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<decimal>(
                name: "percentage_sum",
                table: "allocation",
                type: "numeric",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "began_on",
                table: "municipality");

            migrationBuilder.DropColumn(
                name: "ended_on",
                table: "municipality");

            migrationBuilder.DropColumn(
                name: "successor_id",
                table: "municipality");

            migrationBuilder.DropColumn(
                name: "percentage_sum",
                table: "allocation");
        }
    }
}
