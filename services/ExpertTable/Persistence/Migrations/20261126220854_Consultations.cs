using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Consultations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "consultation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    asker = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    bottlenecks = table.Column<string[]>(type: "text[]", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    key_id = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation", x => x.id);
                    table.CheckConstraint("ck_consultation_minutes", "minutes between 1 and 1440");
                });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_held_on",
                table: "consultation",
                column: "held_on");

            migrationBuilder.CreateIndex(
                name: "ix_consultation_key_id",
                table: "consultation",
                column: "key_id");

            migrationBuilder.Sql("""
                create trigger only_the_seal_changes before update on consultation
                    for each row when (to_jsonb(new) - 'key_id' - 'sealed' <> to_jsonb(old) - 'key_id' - 'sealed' or new.key_id = old.key_id)
                    execute function refuse_change();
                create trigger append_only before delete on consultation
                    for each row execute function refuse_change();
                create trigger never_emptied before truncate on consultation
                    for each statement execute function refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "consultation");
        }
    }
}
