using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class SealedAnew : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_care_message_key_id",
                table: "care_message",
                column: "key_id");

            migrationBuilder.CreateIndex(
                name: "ix_care_file_piece_key_id",
                table: "care_file_piece",
                column: "key_id");

            // A message is a fact; under a new key its number is sealed anew, and nothing else of it ever changes.
            migrationBuilder.Sql("""
                create or replace function refuse_change_but_of_seal() returns trigger language plpgsql as $$
                begin
                    if to_jsonb(new) - array['key_id', 'sealed_number'] is distinct from to_jsonb(old) - array['key_id', 'sealed_number'] then
                        raise exception 'Rows of % never change but for their seal; a correction is another row.', tg_table_name
                            using errcode = 'restrict_violation', table = tg_table_name;
                    end if;
                    return new;
                end $$;
                drop trigger care_message_never_changes on care_message;
                create trigger care_message_never_changes before delete or truncate on care_message
                    for each statement execute function refuse_change();
                create trigger care_message_changes_its_seal before update on care_message
                    for each row execute function refuse_change_but_of_seal();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop trigger care_message_changes_its_seal on care_message;
                drop trigger care_message_never_changes on care_message;
                drop function refuse_change_but_of_seal();
                create trigger care_message_never_changes before update or delete or truncate on care_message
                    for each statement execute function refuse_change();
                """);
            migrationBuilder.DropIndex(
                name: "ix_care_message_key_id",
                table: "care_message");

            migrationBuilder.DropIndex(
                name: "ix_care_file_piece_key_id",
                table: "care_file_piece");
        }
    }
}
