using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Sittings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "sitting_id",
                table: "case_file",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sitting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sitting", x => x.id);
                    table.UniqueConstraint("ak_sitting_id_day", x => new { x.id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "sitting_participant",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    sitting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    relation = table.Column<string>(type: "text", nullable: false),
                    organisation = table.Column<string>(type: "text", nullable: false),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sitting_participant", x => new { x.sitting_id, x.number });
                    table.ForeignKey(
                        name: "fk_sitting_participant_sitting_sitting_id",
                        column: x => x.sitting_id,
                        principalTable: "sitting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_file_sitting_id_sitting_date",
                table: "case_file",
                columns: new[] { "sitting_id", "sitting_date" });

            migrationBuilder.CreateIndex(
                name: "ix_sitting_day_label",
                table: "sitting",
                columns: new[] { "day", "label" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sitting_participant_sitting_id_subject",
                table: "sitting_participant",
                columns: new[] { "sitting_id", "subject" },
                unique: true,
                filter: "withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_sitting_participant_subject",
                table: "sitting_participant",
                column: "subject");

            migrationBuilder.AddForeignKey(
                name: "fk_case_file_sitting_sitting_id_sitting_date",
                table: "case_file",
                columns: new[] { "sitting_id", "sitting_date" },
                principalTable: "sitting",
                principalColumns: new[] { "id", "day" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql("""
                -- The days that cases were scheduled for become sittings; who was there was not recorded.
                insert into sitting (id, day, label, version)
                select gen_random_uuid(), sitting_date, '', 1 from case_file where sitting_date is not null group by sitting_date;
                update case_file set sitting_id = sitting.id from sitting where sitting.day = case_file.sitting_date;

                -- An invitation is taken back once and else stays as it was.
                create function refuse_change_but_of_withdrawal() returns trigger language plpgsql as $$
                begin
                    if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
                        and to_jsonb(new) - 'withdrawn_at' = to_jsonb(old) - 'withdrawn_at' then
                        return new;
                    end if;
                    raise exception '% only grows', tg_table_name using errcode = 'restrict_violation';
                end $$;
                create trigger append_only before update or delete on sitting_participant
                    for each row execute function refuse_change_but_of_withdrawal();
                create trigger never_emptied before truncate on sitting_participant
                    for each statement execute function refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_case_file_sitting_sitting_id_sitting_date",
                table: "case_file");

            migrationBuilder.DropTable(
                name: "sitting_participant");

            migrationBuilder.DropTable(
                name: "sitting");

            migrationBuilder.Sql("drop function refuse_change_but_of_withdrawal;");

            migrationBuilder.DropIndex(
                name: "ix_case_file_sitting_id_sitting_date",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "sitting_id",
                table: "case_file");
        }
    }
}
