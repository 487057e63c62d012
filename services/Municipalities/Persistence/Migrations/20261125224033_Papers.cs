using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Papers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "paper_text",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    sections = table.Column<string>(type: "jsonb", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_text", x => new { x.round_id, x.kind, x.municipality_id });
                    table.CheckConstraint("ck_paper_text_kind", "kind in ('CouncilProposal', 'CouncilLetter')");
                    table.CheckConstraint("ck_paper_text_municipality", "municipality_id = '' or municipality_id ~ '^GM[0-9]{4}$'");
                    table.CheckConstraint("ck_paper_text_shared", "municipality_id <> '' or summary = ''");
                    table.ForeignKey(
                        name: "fk_paper_text_decision_round_round_id",
                        column: x => x.round_id,
                        principalTable: "decision_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "publication_rule",
                columns: table => new
                {
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    medium = table.Column<string>(type: "text", nullable: false),
                    most_lines = table.Column<int>(type: "integer", nullable: false),
                    line_characters = table.Column<int>(type: "integer", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publication_rule", x => new { x.municipality_id, x.starts_on });
                    table.CheckConstraint("ck_publication_rule_lines", "most_lines between 1 and 100 and line_characters between 20 and 200");
                    table.ForeignKey(
                        name: "fk_publication_rule_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql("""
                create trigger publication_rule_never_changes before update or delete or truncate on publication_rule
                    for each statement execute function refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "paper_text");

            migrationBuilder.DropTable(
                name: "publication_rule");
        }
    }
}
