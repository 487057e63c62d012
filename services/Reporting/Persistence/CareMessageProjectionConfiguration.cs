using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Persistence;

internal sealed class ProjectedCareMessageConfiguration : IEntityTypeConfiguration<ProjectedCareMessage>
{
    public void Configure(EntityTypeBuilder<ProjectedCareMessage> table)
    {
        table.ToTable("care_message", t => t.HasCheckConstraint("ck_care_message_outcome", "outcome in ('unreadable', 'refused', 'taken')"));
        table.HasKey(message => message.Id);
        table.Property(message => message.Id).ValueGeneratedNever();
        table.Property(message => message.Findings).HasColumnType("jsonb");
        // A page is the newest of a municipality or of all: ids are made in the order of arrival.
        table.HasIndex(message => new { message.MunicipalityId, message.Id });
    }
}
