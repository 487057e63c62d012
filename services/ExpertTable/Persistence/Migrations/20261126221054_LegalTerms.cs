using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class LegalTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                -- Ages and years of the law, which were constants before: they hold from the day of the Jeugdwet on.
                insert into term_setting (id, term, value, starts_on, ground, source_title, source_place, recorded_by, recorded_at)
                select ('014aa1b0-2800-7e00-9c0d-5ca1e10000' || lpad(to_hex(number), 2, '0'))::uuid, term, value, date '2015-01-01', ground, 'Jeugdwet', place, '', now()
                from (values
                    (14, 'HelpYouthAge', 12, 'Vanaf 12 jaar stemt de jeugdige zelf in met hulp', 'art. 7.3.4 en 7.3.5'),
                    (15, 'HelpHolderAge', 16, 'Vanaf 16 jaar is voor hulp geen toestemming van het gezag nodig', 'art. 7.3.4 en 7.3.5'),
                    (16, 'FileYouthAge', 12, 'Vanaf 12 jaar beslist de jeugdige over het dossier', 'art. 7.3.8 tot en met 7.3.11'),
                    (17, 'DisclosureYouthAge', 12, 'Vanaf 12 jaar stemt de jeugdige zelf in met het inlichten van anderen', 'art. 7.3.8 tot en met 7.3.11'),
                    (18, 'FileYears', 20, 'Een dossier blijft twintig jaar na de laatste wijziging bewaard', 'art. 7.3.8')) start (number, term, value, ground, place);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Rows only stay while the table does: what was set of these terms goes with them.
            migrationBuilder.Sql("""
                alter table term_setting disable trigger user;
                delete from term_setting where term in ('HelpYouthAge', 'HelpHolderAge', 'FileYouthAge', 'DisclosureYouthAge', 'FileYears');
                alter table term_setting enable trigger user;
                """);
        }
    }
}
