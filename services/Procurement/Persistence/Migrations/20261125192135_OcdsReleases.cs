using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class OcdsReleases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "published_release",
                columns: table => new
                {
                    procedure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    ocid = table.Column<string>(type: "text", nullable: false),
                    tag = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    body = table.Column<string>(type: "json", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_release", x => new { x.procedure_id, x.number });
                    table.CheckConstraint("ck_published_release_number", "number > 0");
                    table.ForeignKey(
                        name: "fk_published_release_procedure_procedure_id",
                        column: x => x.procedure_id,
                        principalTable: "procedure",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql("""
                -- What was published stays as it was.
                create function refuse_change_of_release() returns trigger language plpgsql as $$
                begin
                    raise exception using errcode = 'check_violation', table = 'published_release', constraint = 'ck_published_release_stays',
                        message = 'A release stays as it was published.';
                end $$;
                create trigger published_release_stays before update or delete on published_release
                    for each row execute function refuse_change_of_release();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "published_release");
            migrationBuilder.Sql("drop function refuse_change_of_release;");
        }
    }
}
