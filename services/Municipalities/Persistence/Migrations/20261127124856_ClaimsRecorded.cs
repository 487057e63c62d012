using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ClaimsRecorded : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_claim",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "ux_claim_followed",
                table: "claim");

            migrationBuilder.AddColumn<long>(
                name: "id",
                table: "claim",
                type: "bigint",
                nullable: false,
                defaultValue: 0L)
                .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "recorded_at",
                table: "claim",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "superseded_at",
                table: "claim",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_claim",
                table: "claim",
                column: "id");

            migrationBuilder.CreateIndex(
                name: "ux_claim_followed",
                table: "claim",
                column: "topic",
                unique: true,
                filter: "followed and superseded_at is null");

            migrationBuilder.CreateIndex(
                name: "ux_claim_source",
                table: "claim",
                columns: new[] { "topic", "source_title", "source_place" },
                unique: true,
                filter: "superseded_at is null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_claim_superseded",
                table: "claim",
                sql: "superseded_at > recorded_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("delete from claim where superseded_at is not null");

            migrationBuilder.DropPrimaryKey(
                name: "pk_claim",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "ux_claim_followed",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "ux_claim_source",
                table: "claim");

            migrationBuilder.DropCheckConstraint(
                name: "ck_claim_superseded",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "id",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "recorded_at",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "superseded_at",
                table: "claim");

            migrationBuilder.AddPrimaryKey(
                name: "pk_claim",
                table: "claim",
                columns: new[] { "topic", "source_title", "source_place" });

            migrationBuilder.CreateIndex(
                name: "ux_claim_followed",
                table: "claim",
                column: "topic",
                unique: true,
                filter: "followed");
        }
    }
}
