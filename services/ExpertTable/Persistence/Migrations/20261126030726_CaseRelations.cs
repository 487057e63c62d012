using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CaseRelations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "chair",
                table: "case_file",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "registered_by",
                table: "case_file",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "ix_case_file_chair_id",
                table: "case_file",
                columns: new[] { "chair", "id" });

            // Who moved a case first brought it in. Cases of before have no chair until one takes them up.
            migrationBuilder.Sql("""
                update case_file set registered_by = first.changed_by from case_transition first where first.case_id = case_file.id and first.version = 1;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_case_file_chair_id",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "chair",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "registered_by",
                table: "case_file");
        }
    }
}
