using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class SittingWithItsDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                -- A process of a version that knew days alone writes the day and leaves the sitting: it is the one of that day.
                create function keep_sitting_with_its_day() returns trigger language plpgsql as $$
                begin
                    if new.sitting_date is null then
                        new.sitting_id := null;
                    elsif new.sitting_id is null or (tg_op = 'UPDATE' and new.sitting_date is distinct from old.sitting_date and new.sitting_id is not distinct from old.sitting_id) then
                        insert into sitting (id, day, label, version) values (gen_random_uuid(), new.sitting_date, '', 1) on conflict (day, label) do nothing;
                        select id into strict new.sitting_id from sitting where day = new.sitting_date and label = '';
                    end if;
                    return new;
                end $$;
                create trigger sitting_with_its_day before insert or update of sitting_date, sitting_id on case_file
                    for each row execute function keep_sitting_with_its_day();
                update case_file set sitting_date = sitting_date where (sitting_id is null) <> (sitting_date is null);
                alter table case_file add constraint ck_case_file_sitting check ((sitting_id is null) = (sitting_date is null));
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                alter table case_file drop constraint ck_case_file_sitting;
                drop trigger sitting_with_its_day on case_file;
                drop function keep_sitting_with_its_day;
                """);
        }
    }
}
