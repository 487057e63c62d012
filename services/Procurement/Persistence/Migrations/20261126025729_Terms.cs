using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Terms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "term_setting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    term = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<int>(type: "integer", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_term_setting", x => x.id);
                    table.CheckConstraint("ck_term_setting", "value between 0 and 366 and ground <> ''");
                });

            migrationBuilder.CreateIndex(
                name: "ix_term_setting_term_starts_on",
                table: "term_setting",
                columns: new[] { "term", "starts_on" },
                unique: true);

            migrationBuilder.Sql("""
                -- A setting stays as it is: the next one begins on another day.
                create function refuse_change_of_term() returns trigger language plpgsql as $$
                begin
                    raise exception using errcode = 'check_violation', table = 'term_setting', constraint = 'ck_term_setting_stays',
                        message = 'A setting stays as it is.';
                end $$;
                create trigger term_setting_stays before update or delete on term_setting for each statement execute function refuse_change_of_term();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "term_setting");
            migrationBuilder.Sql("drop function refuse_change_of_term;");
        }
    }
}
