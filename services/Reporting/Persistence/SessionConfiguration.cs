using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Pages.Sessions;

namespace Regio.Reporting.Persistence;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<PageSession>
{
    public void Configure(EntityTypeBuilder<PageSession> table)
    {
        table.ToTable("page_session", t =>
        {
            t.HasCheckConstraint("ck_page_session_digest", "octet_length(digest) = 32");
            t.HasCheckConstraint("ck_page_session_ends", "expires_at > started_at and expires_at <= started_at + interval '8 hours'");
        });
        table.HasKey(session => session.Digest);
        table.HasIndex(session => session.ExpiresAt);
    }
}
