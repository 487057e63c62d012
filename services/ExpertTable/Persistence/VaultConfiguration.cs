using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.ExpertTable.Vault;

namespace Regio.ExpertTable.Persistence;

internal sealed class VaultSubjectConfiguration : IEntityTypeConfiguration<VaultSubject>
{
    public const string Schema = "vault";

    public void Configure(EntityTypeBuilder<VaultSubject> table)
    {
        table.ToTable("subject", Schema);
        table.HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.HasIndex(s => s.BsnHash).IsUnique();
    }
}

internal sealed class SealedIdentityConfiguration : IEntityTypeConfiguration<SealedIdentity>
{
    public void Configure(EntityTypeBuilder<SealedIdentity> table)
    {
        table.ToTable("identity", VaultSubjectConfiguration.Schema);
        table.HasKey(s => new { s.SubjectId, s.Version });
        table.HasOne<VaultSubject>().WithMany().HasForeignKey(s => s.SubjectId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PseudonymConfiguration : IEntityTypeConfiguration<Pseudonym>
{
    public void Configure(EntityTypeBuilder<Pseudonym> table)
    {
        table.ToTable("pseudonym", VaultSubjectConfiguration.Schema);
        table.HasKey(p => new { p.SubjectId, p.Purpose });
        table.HasIndex(p => p.Value).IsUnique();
        table.HasOne<VaultSubject>().WithMany().HasForeignKey(p => p.SubjectId).OnDelete(DeleteBehavior.Restrict);
    }
}
